-- A table keeps its rows where they were written and stamps each with the transaction that wrote it: in that order one could read who
-- answered before whom. Responses of a day that is over are therefore written anew together, in the order of their random ids.
ALTER TABLE collection.response ADD COLUMN mixed boolean NOT NULL DEFAULT false;
CREATE INDEX response_to_mix ON collection.response (organization_id, wave_id, answered_on, id) WHERE NOT mixed;

-- What was written first is cleared away within a minute or so, drafts that became responses too.
ALTER TABLE collection.response SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.001);
ALTER TABLE collection.draft SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0.01);

-- Mixes up to "most" responses of the wave that arrived before that day, in the organisation in which the transaction works; gives
-- their number. Another mixing under way is left to do it.
CREATE FUNCTION collection.mix_arrivals(wave uuid, before date, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moved integer;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND NOT r.mixed AND r.answered_on < before) THEN
    RETURN 0;
  END IF;
  IF NOT pg_try_advisory_xact_lock(hashtextextended('collection.mixing ' || wave::text, 0)) THEN RETURN 0; END IF;
  WITH chosen AS (
    SELECT r.id FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND NOT r.mixed AND r.answered_on < before
      ORDER BY r.answered_on, r.id LIMIT most
  ), lifted AS (
    DELETE FROM collection.response r USING chosen c
      WHERE r.organization_id = cm.organization_id() AND r.id = c.id
      RETURNING r.*
  )
  INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash, mixed)
    SELECT organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash, true
    FROM lifted ORDER BY id;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION collection.mix_arrivals(uuid, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.mix_arrivals(uuid, date, integer) TO cm_app;

-- A withdrawal waits for a mixing under way: a row that is just being written anew must not be missed.
CREATE OR REPLACE FUNCTION collection.withdraw(wave uuid, code_hash bytea, day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone collection.response;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('collection.mixing ' || wave::text, 0));
  DELETE FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.withdrawal_hash = code_hash
    RETURNING r.* INTO gone;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO collection.withdrawal (organization_id, response_id, wave_id, withdrawn_on)
    VALUES (gone.organization_id, gone.id, gone.wave_id, day);
  RETURN true;
END $$;
