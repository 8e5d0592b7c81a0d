-- How long a survey keeps what people sent and began: see retentionSchema. Without a row, the default.
CREATE TABLE collection.retention (
  organization_id uuid NOT NULL,
  study_id uuid NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (organization_id, study_id)
);

-- What was erased. The same facts are written into a file outside of the database, so that a backup that is older than an erasure
-- cannot undo it: see erasure-ledger.ts.
CREATE TABLE collection.erasure (
  organization_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  wave_id uuid NOT NULL,
  -- One response; or of a whole wave its responses, its comments, its drafts, or what was masked before a day.
  what text NOT NULL CHECK (what IN ('response', 'responses', 'comments', 'drafts', 'originals')),
  -- SHA-256 of the id of the one response: enough to know it again in a backup.
  response_hash bytea CHECK (length(response_hash) = 32),
  before date,
  erased_on date NOT NULL,
  number integer NOT NULL,
  -- Stands in the file.
  written boolean NOT NULL DEFAULT false,
  -- Columns, table pages and log have been written anew since.
  cleared boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, id),
  CHECK ((what = 'response') = (response_hash IS NOT NULL))
);
CREATE INDEX erasure_of_wave ON collection.erasure (organization_id, wave_id);
CREATE INDEX erasure_to_write ON collection.erasure (id) WHERE NOT written;
CREATE INDEX erasure_to_clear ON collection.erasure (id) WHERE NOT cleared;

ALTER TABLE collection.retention ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.retention USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON collection.erasure USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON collection.retention TO cm_app;
GRANT SELECT ON collection.erasure TO cm_app;

-- Every tombstone is a fact of the ledger, whoever asked for it.
CREATE FUNCTION collection.note_erasure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO collection.erasure (organization_id, wave_id, what, response_hash, erased_on, number)
    VALUES (NEW.organization_id, NEW.wave_id, 'response', sha256(NEW.response_id::text::bytea), NEW.withdrawn_on, 1);
  RETURN NEW;
END $$;
CREATE TRIGGER note_erasure AFTER INSERT ON collection.withdrawal
  FOR EACH ROW EXECUTE FUNCTION collection.note_erasure();
INSERT INTO collection.erasure (organization_id, wave_id, what, response_hash, erased_on, number)
  SELECT organization_id, wave_id, 'response', sha256(response_id::text::bytea), withdrawn_on, 1 FROM collection.withdrawal;

-- Erases one response by its id, in the organization in which the transaction works, and leaves a tombstone.
CREATE FUNCTION collection.erase_response(wave uuid, response uuid, day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('collection.mixing ' || wave::text, 0));
  DELETE FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.id = response;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO collection.withdrawal (organization_id, response_id, wave_id, withdrawn_on)
    VALUES (cm.organization_id(), response, wave, day);
  RETURN true;
END $$;

-- Erases of a wave what came up to "until" (its responses, its comments, its drafts, what was masked); gives how many it were.
CREATE FUNCTION collection.erase_of_wave(wave uuid, thing text, until date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('collection.mixing ' || wave::text, 0));
  IF thing IN ('responses', 'comments') THEN
    DELETE FROM collection.conflicting_response c
      WHERE c.organization_id = cm.organization_id() AND c.wave_id = wave AND c.sent_on <= until;
  END IF;
  IF thing = 'drafts' THEN
    DELETE FROM collection.draft d WHERE d.organization_id = cm.organization_id() AND d.wave_id = wave;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
  END IF;
  DELETE FROM collection.original_text o
    WHERE o.organization_id = cm.organization_id() AND o.wave_id = wave AND o.answered_on <= until;
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF thing = 'responses' THEN
    DELETE FROM collection.response r
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.answered_on <= until;
    GET DIAGNOSTICS gone = ROW_COUNT;
  ELSIF thing = 'comments' THEN
    PERFORM collection.mix_arrivals(wave, 'infinity', 2147483647);
    -- That there was a comment stays. The checksum goes too: whoever guesses a short comment could prove the guess by it.
    UPDATE collection.response r SET
        answers = (SELECT jsonb_object_agg(a.key, CASE WHEN a.value ->> 'kind' = 'text'
            THEN jsonb_build_object('kind', 'text', 'text', collection.erased_mark(r.language)) ELSE a.value END)
          FROM jsonb_each(r.answers) a),
        content_hash = sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea)
      WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.answered_on <= until
        AND collection.has_comment(r.answers, r.language);
    GET DIAGNOSTICS gone = ROW_COUNT;
  END IF;
  RETURN gone;
END $$;

-- What stands in the place of a comment that was erased.
CREATE FUNCTION collection.erased_mark(language text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
  $$ SELECT CASE WHEN language = 'fr' OR language LIKE 'fr-%' THEN '[effacé]' ELSE '[erased]' END $$;
CREATE FUNCTION collection.has_comment(answers jsonb, language text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM jsonb_each(answers) a
    WHERE a.value ->> 'kind' = 'text' AND a.value ->> 'text' <> collection.erased_mark(language))
$$;

-- The same as an act of the present, with its fact; nothing is noted where nothing was there.
CREATE FUNCTION collection.erase_due(wave uuid, thing text, until date, day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE gone integer := collection.erase_of_wave(wave, thing, until);
BEGIN
  IF gone > 0 THEN
    INSERT INTO collection.erasure (organization_id, wave_id, what, before, erased_on, number)
      VALUES (cm.organization_id(), wave, thing, until, day, gone);
  END IF;
  RETURN gone;
END $$;

-- Does again, over what a backup has brought back, what the facts say (see erasure-ledger.ts); facts that the backup knows were done
-- before it was made. For the owner of the database alone. Gives how many things were erased.
CREATE FUNCTION collection.replay_erasures(facts jsonb) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE fact record; gone integer := 0; held uuid;
BEGIN
  FOR fact IN
    SELECT f.* FROM jsonb_to_recordset(facts)
        AS f (id uuid, organization uuid, wave uuid, what text, response text, before date, "on" date, number integer)
      WHERE NOT EXISTS (SELECT 1 FROM collection.erasure e WHERE e.organization_id = f.organization AND e.id = f.id)
      ORDER BY f."on"
  LOOP
    PERFORM set_config('cm.organization_id', fact.organization::text, true);
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
    ELSE
      gone := gone + collection.erase_of_wave(fact.wave, fact.what, fact.before);
    END IF;
    INSERT INTO collection.erasure (organization_id, id, wave_id, what, response_hash, before, erased_on, number)
      VALUES (fact.organization, fact.id, fact.wave, fact.what, decode(fact.response, 'hex'), fact.before, fact."on", fact.number);
  END LOOP;
  RETURN gone;
END $$;

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['erase_response(uuid, uuid, date)', 'erase_of_wave(uuid, text, date)', 'erase_due(uuid, text, date, date)',
    'replay_erasures(jsonb)', 'note_erasure()', 'erase_originals()'] LOOP
    EXECUTE 'REVOKE ALL ON FUNCTION collection.' || one || ' FROM PUBLIC';
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION collection.erase_response(uuid, uuid, date), collection.erase_due(uuid, text, date, date) TO cm_app;
