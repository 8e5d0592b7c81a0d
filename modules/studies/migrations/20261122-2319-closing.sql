-- A wave closes by a rule of its own as well as by its day or by somebody, and lets those finish who have begun.
ALTER TABLE studies.wave
  -- As many stored answers as close it; null: any number.
  ADD COLUMN closes_after integer CHECK (closes_after > 0),
  -- It closes when every quota of its questionnaire is full.
  ADD COLUMN closes_when_full boolean NOT NULL DEFAULT false,
  -- How long whoever has begun may finish once it lets nobody in any more.
  ADD COLUMN finish_minutes integer NOT NULL DEFAULT 60 CHECK (finish_minutes BETWEEN 0 AND 10080),
  -- Since when it lets nobody in; it stays open until those who have begun have had their time.
  ADD COLUMN ending_since timestamptz,
  ADD COLUMN ended_because text CHECK (ended_because IN ('person', 'day', 'answers', 'quotas', 'round')),
  ADD CHECK ((ending_since IS NULL) = (ended_because IS NULL));
UPDATE studies.wave SET ending_since = closed_at, ended_because = 'person' WHERE closed_at IS NOT NULL;
-- What the clock looks at every few seconds.
CREATE INDEX wave_by_the_clock ON studies.wave (organization_id, id)
  WHERE state = 'open' AND (closes_on IS NOT NULL OR closes_after IS NOT NULL OR closes_when_full OR ending_since IS NOT NULL);
