-- Of what is sent under one id, or by one used link, with other content so much is kept for those who run the survey; more of it is
-- refused and counted. Who runs it may take one in as a response of its own: it then stands under a fresh id, and its answers there alone.
ALTER TABLE collection.conflicting_response ADD COLUMN accepted_as uuid;
CREATE UNIQUE INDEX conflicting_response_accepted ON collection.conflicting_response (organization_id, accepted_as)
  WHERE accepted_as IS NOT NULL;

CREATE TABLE collection.conflict_refusal (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  times integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id)
);
ALTER TABLE collection.conflict_refusal ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.conflict_refusal USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON collection.conflict_refusal TO cm_app;

-- Notes under which fresh id it was taken in, and keeps its answers no longer; false where it is not there, or was taken in before.
CREATE FUNCTION collection.accept_conflict(wave uuid, response uuid, content bytea, fresh uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE collection.conflicting_response c SET accepted_as = fresh, answers = '{}'
    WHERE c.organization_id = cm.organization_id() AND c.wave_id = wave AND c.response_id = response AND c.content_hash = content
      AND c.accepted_as IS NULL;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION collection.accept_conflict(uuid, uuid, bytea, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.accept_conflict(uuid, uuid, bytea, uuid) TO cm_app;

-- Who withdraws a response withdraws what was sent under its id as well, taken in or not.
CREATE OR REPLACE FUNCTION collection.erase_conflicting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE accepted uuid;
BEGIN
  FOR accepted IN DELETE FROM collection.conflicting_response c
    WHERE c.organization_id = NEW.organization_id AND c.response_id = NEW.response_id RETURNING c.accepted_as LOOP
    IF accepted IS NOT NULL THEN PERFORM collection.erase_response(NEW.wave_id, accepted, NEW.withdrawn_on); END IF;
  END LOOP;
  RETURN NEW;
END $$;
