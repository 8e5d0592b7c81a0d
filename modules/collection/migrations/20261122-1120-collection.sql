-- Answers: drafts that can change, responses that cannot.
CREATE SCHEMA collection;
GRANT USAGE ON SCHEMA collection TO cm_app;

CREATE TABLE collection.draft (
  organization_id uuid NOT NULL,
  key_hash bytea NOT NULL CHECK (length(key_hash) = 32),
  wave_id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'fr')),
  -- As typed and ticked, by question code.
  entries jsonb NOT NULL,
  -- The part where the person stopped.
  section text,
  PRIMARY KEY (organization_id, key_hash)
);
CREATE INDEX draft_of_wave ON collection.draft (organization_id, wave_id);

CREATE TABLE collection.response (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  wave_id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'fr')),
  mode text NOT NULL CHECK (mode IN ('web', 'phone', 'paper', 'kiosk')),
  -- The day in the wave's time zone; nothing finer is kept.
  answered_on date NOT NULL,
  answers jsonb NOT NULL,
  content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
  withdrawal_hash bytea CHECK (length(withdrawal_hash) = 32),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, withdrawal_hash)
);
CREATE INDEX response_of_wave ON collection.response (organization_id, wave_id, answered_on);

CREATE TABLE collection.withdrawal (
  organization_id uuid NOT NULL,
  response_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  withdrawn_on date NOT NULL,
  PRIMARY KEY (organization_id, response_id)
);

ALTER TABLE collection.draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection.response ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection.withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.draft USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON collection.response USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON collection.withdrawal USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON collection.draft TO cm_app;
-- Append-only: no request may change or remove a response but through the function below.
GRANT SELECT, INSERT ON collection.response TO cm_app;
GRANT SELECT ON collection.withdrawal TO cm_app;

-- Erases the response of that code, in the organisation in which the transaction works, and leaves a tombstone.
CREATE FUNCTION collection.withdraw(wave uuid, code_hash bytea, day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone collection.response;
BEGIN
  DELETE FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.withdrawal_hash = code_hash
    RETURNING r.* INTO gone;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO collection.withdrawal (organization_id, response_id, wave_id, withdrawn_on)
    VALUES (gone.organization_id, gone.id, gone.wave_id, day);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION collection.withdraw(uuid, bytea, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.withdraw(uuid, bytea, date) TO cm_app;
