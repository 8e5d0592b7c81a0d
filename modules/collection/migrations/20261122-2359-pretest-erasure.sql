-- What testers sent goes like other answers: by a rule or when somebody deletes the pretest, with a fact in the ledger, so that no earlier
-- backup brings it back. A pretest is no round, so its fact names the survey.
ALTER TABLE collection.erasure
  ADD COLUMN study_id uuid,
  DROP CONSTRAINT erasure_what_check,
  ADD CONSTRAINT erasure_what_check CHECK (what IN ('response', 'responses', 'comments', 'drafts', 'originals', 'pretest'));

-- Deletes a pretest with all that its testers sent or began; gives how many of both that were.
CREATE FUNCTION collection.erase_pretest(trial uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE sent integer; begun integer; one text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('collection.mixing ' || trial::text, 0));
  DELETE FROM collection.pretest p WHERE p.organization_id = cm.organization_id() AND p.id = trial;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM collection.response r WHERE r.organization_id = cm.organization_id() AND r.wave_id = trial;
  GET DIAGNOSTICS sent = ROW_COUNT;
  DELETE FROM collection.draft d WHERE d.organization_id = cm.organization_id() AND d.wave_id = trial;
  GET DIAGNOSTICS begun = ROW_COUNT;
  -- Whatever else is kept by round: marks, counts, times, texts before masking.
  FOR one IN SELECT c.relname FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'wave_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'collection'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('erasure', 'response', 'draft') LOOP
    EXECUTE format('DELETE FROM collection.%I WHERE organization_id = cm.organization_id() AND wave_id = $1', one) USING trial;
  END LOOP;
  RETURN sent + begun;
END $$;

-- As before, and noted. Gives how many responses that were, null where there is no pretest.
CREATE OR REPLACE FUNCTION collection.delete_pretest(study uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE trial uuid; sent integer; gone integer;
BEGIN
  SELECT p.id INTO trial FROM collection.pretest p WHERE p.organization_id = cm.organization_id() AND p.study_id = study;
  IF trial IS NULL THEN RETURN NULL; END IF;
  SELECT count(*) INTO sent FROM collection.response r WHERE r.organization_id = cm.organization_id() AND r.wave_id = trial;
  gone := collection.erase_pretest(trial);
  IF gone > 0 THEN
    INSERT INTO collection.erasure (organization_id, wave_id, study_id, what, before, erased_on, number)
      VALUES (cm.organization_id(), trial, study, 'pretest', current_date, current_date, gone);
  END IF;
  RETURN sent;
END $$;

CREATE OR REPLACE FUNCTION collection.erase_due(wave uuid, thing text, until date, day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone integer; study uuid;
BEGIN
  IF thing = 'pretest' THEN
    SELECT p.study_id INTO study FROM collection.pretest p WHERE p.organization_id = cm.organization_id() AND p.id = wave;
    gone := collection.erase_pretest(wave);
  ELSE
    gone := collection.erase_of_wave(wave, thing, until);
  END IF;
  IF gone > 0 THEN
    INSERT INTO collection.erasure (organization_id, wave_id, study_id, what, before, erased_on, number)
      VALUES (cm.organization_id(), wave, study, thing, until, day, gone);
  END IF;
  RETURN gone;
END $$;

CREATE OR REPLACE FUNCTION collection.replay_erasures(facts jsonb) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE fact record; gone integer := 0; held uuid; study uuid;
BEGIN
  FOR fact IN
    SELECT f.* FROM jsonb_to_recordset(facts)
        AS f (id uuid, organization uuid, wave uuid, what text, response text, before date, "on" date, number integer)
      WHERE NOT EXISTS (SELECT 1 FROM collection.erasure e WHERE e.organization_id = f.organization AND e.id = f.id)
      ORDER BY f."on"
  LOOP
    PERFORM set_config('cm.organization_id', fact.organization::text, true);
    study := NULL;
    IF fact.what = 'response' THEN
      SELECT r.id INTO held FROM collection.response r
        WHERE r.organization_id = fact.organization AND r.wave_id = fact.wave
          AND sha256(r.id::text::bytea) = decode(fact.response, 'hex');
      -- Its tombstone notes the erasure anew.
      IF FOUND THEN
        PERFORM collection.erase_response(fact.wave, held, fact."on");
        gone := gone + 1;
        CONTINUE;
      END IF;
    ELSIF fact.what = 'pretest' THEN
      SELECT p.study_id INTO study FROM collection.pretest p WHERE p.organization_id = fact.organization AND p.id = fact.wave;
      gone := gone + collection.erase_pretest(fact.wave);
    ELSE
      gone := gone + collection.erase_of_wave(fact.wave, fact.what, fact.before);
    END IF;
    INSERT INTO collection.erasure (organization_id, id, wave_id, study_id, what, response_hash, before, erased_on, number)
      VALUES (fact.organization, fact.id, fact.wave, study, fact.what, decode(fact.response, 'hex'), fact.before, fact."on", fact.number);
  END LOOP;
  RETURN gone;
END $$;

-- As with the recording of many at once: of a day that is over responses and what was masked in them are written anew in the order of
-- their ids, whatever columns they have by now.
CREATE OR REPLACE FUNCTION collection.mix_arrivals(wave uuid, before date, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moved integer; chosen uuid[]; oldest date;
BEGIN
  SELECT r.answered_on INTO oldest FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND NOT r.mixed
    ORDER BY r.answered_on, r.id LIMIT 1;
  IF oldest IS NULL OR oldest >= before THEN RETURN 0; END IF;
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

REVOKE ALL ON FUNCTION collection.erase_pretest(uuid) FROM PUBLIC;
