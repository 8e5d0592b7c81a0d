-- What people wrote in their own words is masked before it is kept: names, numbers and addresses of persons never reach
-- collection.response. Where something was masked, what stood there is kept here, apart, for the few who are declared to read single
-- responses, and for a time that the survey sets.
CREATE TABLE collection.original_text (
  organization_id uuid NOT NULL,
  response_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  -- By question code: {"text": as written, "kinds": what was masked}.
  texts jsonb NOT NULL,
  answered_on date NOT NULL,
  PRIMARY KEY (organization_id, response_id)
);
CREATE INDEX original_text_of_wave ON collection.original_text (organization_id, wave_id, answered_on);
ALTER TABLE collection.original_text SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.001);
ALTER TABLE collection.original_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.original_text USING (organization_id = cm.organization_id());
-- Requests may add to it and not read it, but through the one function below.
GRANT INSERT ON collection.original_text TO cm_app;

CREATE FUNCTION collection.read_originals(wave uuid) RETURNS TABLE (response_id uuid, texts jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.response_id, o.texts FROM collection.original_text o
    WHERE o.organization_id = cm.organization_id() AND o.wave_id = wave ORDER BY o.response_id
$$;
REVOKE ALL ON FUNCTION collection.read_originals(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.read_originals(uuid) TO cm_app;

-- As before, with the originals: their order, too, would tell who came before whom. Columns that responses get later are carried over.
CREATE OR REPLACE FUNCTION collection.mix_arrivals(wave uuid, before date, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moved integer; chosen uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND NOT r.mixed AND r.answered_on < before) THEN
    RETURN 0;
  END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended('collection.mixing ' || wave::text, 0)) THEN RETURN 0; END IF;
  SELECT array_agg(c.id) INTO chosen FROM (
    SELECT r.id FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND NOT r.mixed AND r.answered_on < before
      ORDER BY r.answered_on, r.id LIMIT most
  ) AS c;
  WITH lifted AS (
    DELETE FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.id = ANY (chosen)
      RETURNING r AS was
  )
  INSERT INTO collection.response
    SELECT anew.* FROM lifted, LATERAL jsonb_populate_record(lifted.was, '{"mixed": true}') AS anew ORDER BY anew.id;
  GET DIAGNOSTICS moved = ROW_COUNT;
  WITH lifted AS (
    DELETE FROM collection.original_text o
      WHERE o.organization_id = cm.organization_id() AND o.response_id = ANY (chosen)
      RETURNING o.*
  )
  INSERT INTO collection.original_text SELECT * FROM lifted ORDER BY response_id;
  RETURN moved;
END $$;

-- Whoever withdraws a response withdraws what was masked in it as well.
CREATE FUNCTION collection.erase_originals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  DELETE FROM collection.original_text o
    WHERE o.organization_id = NEW.organization_id AND o.response_id = NEW.response_id;
  RETURN NEW;
END $$;
CREATE TRIGGER erase_originals AFTER INSERT ON collection.withdrawal
  FOR EACH ROW EXECUTE FUNCTION collection.erase_originals();
