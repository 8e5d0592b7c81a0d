-- How many responses of days that are over a wave has. Counted when responses are mixed, many at once, so that no state of a counter
-- tells who came before whom; those of the present day are counted where they stand.
CREATE TABLE collection.wave_count (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  answered_on date NOT NULL,
  mode text NOT NULL,
  language text NOT NULL,
  -- The answer to the question of the office (see wave_plan); empty where there is none.
  office text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, answered_on, mode, language, office)
);
-- The same by quota; a quota as responses name it.
CREATE TABLE collection.quota_count (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  quota text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, quota)
);

-- What the people who run a wave set for its fieldwork.
CREATE TABLE collection.wave_plan (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  -- The question whose answer says the office or region; null where none does.
  office_question text,
  -- How many responses are wanted.
  target integer CHECK (target > 0),
  PRIMARY KEY (organization_id, wave_id)
);

CREATE FUNCTION collection.count_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM changed WHERE mixed) THEN RETURN NULL; END IF;
  INSERT INTO collection.wave_count AS kept (organization_id, wave_id, answered_on, mode, language, office, count)
    SELECT c.organization_id, c.wave_id, c.answered_on, c.mode, c.language,
      coalesce(c.answers -> p.office_question -> 'codes' ->> 0, ''), sign * count(*)::integer
    FROM changed c LEFT JOIN collection.wave_plan p ON p.organization_id = c.organization_id AND p.wave_id = c.wave_id
    WHERE c.mixed GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (organization_id, wave_id, answered_on, mode, language, office) DO UPDATE SET count = kept.count + excluded.count;
  INSERT INTO collection.quota_count AS kept (organization_id, wave_id, quota, count)
    SELECT c.organization_id, c.wave_id, q.quota, sign * count(*)::integer
    FROM changed c CROSS JOIN LATERAL unnest(c.quotas) AS q (quota)
    WHERE c.mixed GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (organization_id, wave_id, quota) DO UPDATE SET count = kept.count + excluded.count;
  RETURN NULL;
END $$;
CREATE TRIGGER count_added AFTER INSERT ON collection.response REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION collection.count_changed();
CREATE TRIGGER count_removed AFTER DELETE ON collection.response REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION collection.count_changed();

-- Counts a wave from its responses: once, where the question of the office becomes known. No mixing and no withdrawal meanwhile.
CREATE FUNCTION collection.set_office(wave uuid, question text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('collection.mixing ' || wave::text, 0));
  INSERT INTO collection.wave_plan AS kept (organization_id, wave_id, office_question)
    VALUES (cm.organization_id(), wave, question)
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET office_question = excluded.office_question;
  DELETE FROM collection.wave_count w WHERE w.organization_id = cm.organization_id() AND w.wave_id = wave;
  INSERT INTO collection.wave_count (organization_id, wave_id, answered_on, mode, language, office, count)
    SELECT r.organization_id, r.wave_id, r.answered_on, r.mode, r.language,
      coalesce(r.answers -> question -> 'codes' ->> 0, ''), count(*)::integer
    FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.mixed GROUP BY 1, 2, 3, 4, 5, 6;
END $$;
REVOKE ALL ON FUNCTION collection.set_office(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.set_office(uuid, text) TO cm_app;

-- What is there already.
INSERT INTO collection.wave_count (organization_id, wave_id, answered_on, mode, language, office, count)
  SELECT organization_id, wave_id, answered_on, mode, language, '', count(*)::integer
  FROM collection.response WHERE mixed GROUP BY 1, 2, 3, 4, 5;
INSERT INTO collection.quota_count (organization_id, wave_id, quota, count)
  SELECT organization_id, wave_id, q.quota, count(*)::integer
  FROM collection.response CROSS JOIN LATERAL unnest(quotas) AS q (quota) WHERE mixed GROUP BY 1, 2, 3;

CREATE INDEX withdrawal_of_wave ON collection.withdrawal (organization_id, wave_id);
-- The day on which a draft was last changed (UTC): nothing finer is kept, and it goes with the draft.
ALTER TABLE collection.draft ADD COLUMN touched_on date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date;
CREATE FUNCTION collection.touch_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  NEW.touched_on := (now() AT TIME ZONE 'UTC')::date;
  RETURN NEW;
END $$;
CREATE TRIGGER touch_draft BEFORE UPDATE OF entries ON collection.draft FOR EACH ROW EXECUTE FUNCTION collection.touch_draft();

-- Where people stopped whose drafts were erased after the wave had closed.
CREATE TABLE collection.left_at (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  section text NOT NULL,
  question text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, section, question)
);

-- How long pages of a wave were looked at: counts of pages by a span of seconds, of nobody in particular.
CREATE TABLE collection.page_time (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  section text NOT NULL,
  question text NOT NULL,
  -- Seconds, rounded: the lower end of the span.
  seconds integer NOT NULL CHECK (seconds >= 0),
  count integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, section, question, seconds)
);

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['wave_count', 'quota_count', 'wave_plan', 'left_at', 'page_time'] LOOP
    EXECUTE format('ALTER TABLE collection.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY of_organization ON collection.%I USING (organization_id = cm.organization_id())', one);
  END LOOP;
END $$;
GRANT SELECT ON collection.wave_count, collection.quota_count TO cm_app;
GRANT SELECT, INSERT, UPDATE ON collection.wave_plan, collection.left_at, collection.page_time TO cm_app;
