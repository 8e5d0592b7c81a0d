-- The ways into a survey beside its open link.

-- Links that can be used once. The table holds nothing else: no time, no order, no name; rows are written in the order of their hashes.
CREATE TABLE collection.once_link (
  organization_id uuid NOT NULL,
  code_hash bytea NOT NULL CHECK (length(code_hash) = 32),
  wave_id uuid NOT NULL,
  PRIMARY KEY (organization_id, code_hash)
);
CREATE INDEX once_link_of_wave ON collection.once_link (organization_id, wave_id);

-- That some link was used: a keyed hash, written with the response. Its key lies outside of the database and is destroyed once the
-- links of many people have been taken away together; from then on nothing tells which link a mark stood for.
CREATE TABLE collection.once_mark (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  key_id uuid NOT NULL,
  mark bytea NOT NULL CHECK (length(mark) = 32),
  PRIMARY KEY (organization_id, mark)
);
CREATE INDEX once_mark_of_wave ON collection.once_mark (organization_id, wave_id, key_id);
ALTER TABLE collection.once_link SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.01);
ALTER TABLE collection.once_mark SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.01);

-- How many such links a wave has had, and whether they are the only way in.
CREATE TABLE collection.once_series (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  issued integer NOT NULL CHECK (issued >= 0),
  only_way boolean NOT NULL,
  PRIMARY KEY (organization_id, wave_id)
);

-- A link or code that answers some questions beforehand: the office of a poster, the channel of an e-mail. Of a study: it serves every
-- round whose questionnaire still has these questions.
CREATE TABLE collection.prepared_link (
  organization_id uuid NOT NULL,
  code text NOT NULL CHECK (code ~ '^[0-9a-z]{10}$'),
  study_id uuid NOT NULL,
  label_en text NOT NULL,
  label_fr text NOT NULL,
  -- Entries by question code: shown and open to change, or stored without being shown.
  shown jsonb NOT NULL,
  hidden jsonb NOT NULL,
  removed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, code)
);
CREATE INDEX prepared_link_of_study ON collection.prepared_link (organization_id, study_id);

-- A tablet or stand on which many people answer one after another.
CREATE TABLE collection.kiosk_device (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  study_id uuid NOT NULL,
  key_hash bytea NOT NULL CHECK (length(key_hash) = 32),
  name text NOT NULL,
  idle_seconds integer NOT NULL CHECK (idle_seconds BETWEEN 20 AND 600),
  revoked boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, key_hash)
);

-- How pages elsewhere invite to a survey.
CREATE TABLE collection.intercept (
  organization_id uuid NOT NULL,
  study_id uuid NOT NULL,
  every integer NOT NULL CHECK (every BETWEEN 1 AND 10000),
  -- The random start: which of every "every" visits is invited.
  start integer NOT NULL CHECK (start >= 0),
  moment text NOT NULL CHECK (moment IN ('load', 'task', 'exit')),
  remember_days integer NOT NULL CHECK (remember_days BETWEEN 0 AND 365),
  is_on boolean NOT NULL,
  -- Visits counted at this rate: what the systematic draw goes by.
  counted bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, study_id)
);

-- Counts of visits and of what became of them, by wave, day and rate: nothing of a single visit is kept.
CREATE TABLE collection.intercept_count (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  counted_on date NOT NULL,
  every integer NOT NULL,
  visits integer NOT NULL DEFAULT 0,
  drawn integer NOT NULL DEFAULT 0,
  -- Drawn, and not invited because that browser remembers a "no".
  remembered integer NOT NULL DEFAULT 0,
  invited integer NOT NULL DEFAULT 0,
  accepted integer NOT NULL DEFAULT 0,
  declined integer NOT NULL DEFAULT 0,
  answered integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, wave_id, counted_on, every)
);

-- What was sent under the id of another response, with other content: the first stands, and this is kept for those who may look.
CREATE TABLE collection.conflicting_response (
  organization_id uuid NOT NULL,
  response_id uuid NOT NULL,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  wave_id uuid NOT NULL,
  language text NOT NULL,
  mode text NOT NULL,
  sent_on date NOT NULL,
  answers jsonb NOT NULL,
  PRIMARY KEY (organization_id, response_id, content_hash)
);
CREATE INDEX conflicting_response_of_wave ON collection.conflicting_response (organization_id, wave_id);

-- Who withdraws a response withdraws what was sent under its id as well.
CREATE FUNCTION collection.erase_conflicting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM collection.conflicting_response c
    WHERE c.organization_id = NEW.organization_id AND c.response_id = NEW.response_id;
  RETURN NEW;
END $$;
CREATE TRIGGER erase_conflicting AFTER INSERT ON collection.withdrawal
  FOR EACH ROW EXECUTE FUNCTION collection.erase_conflicting();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['once_link', 'once_mark', 'once_series', 'prepared_link', 'kiosk_device', 'intercept', 'intercept_count',
    'conflicting_response'] LOOP
    EXECUTE format('ALTER TABLE collection.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY of_organization ON collection.%I USING (organization_id = cm.organization_id())', one);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON collection.once_link, collection.once_mark, collection.conflicting_response TO cm_app;
GRANT SELECT, INSERT, UPDATE ON collection.once_series, collection.prepared_link, collection.kiosk_device, collection.intercept,
  collection.intercept_count TO cm_app;
