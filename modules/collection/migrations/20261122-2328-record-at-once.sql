-- Whether there is anything to mix is asked with every arrival: of the oldest response alone, along the index. Asked as "is there one
-- before this day", it was looked for among all responses of the present day.
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

-- Records responses of one wave together, in one call: those whose id and withdrawal code were never seen, in the order of their random
-- ids. Each list is a text with a line for each response; a line of quotas has spaces between them. Gives the ids recorded, with commas.
-- Nothing is recorded where the wave is not in the revision in which it was judged to take answers.
CREATE FUNCTION collection.record_at_once(organization uuid, wave uuid, judged text, day date, ids text, languages text, modes text,
  content_hashes text, withdrawal_hashes text, quotas text, answers text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE recorded text;
BEGIN
  IF studies.wave_revision(wave) IS DISTINCT FROM judged THEN RETURN NULL; END IF;
  WITH added AS (
    INSERT INTO collection.response AS kept
      (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, quotas, withdrawal_hash)
    SELECT organization, r.id, wave, r.language, r.mode, day, r.answers::jsonb, decode(r.content_hash, 'hex'),
      coalesce(string_to_array(r.quotas, ' '), '{}'), decode(nullif(r.withdrawal_hash, ''), 'hex')
    FROM unnest(string_to_array(ids, E'\n')::uuid[], string_to_array(languages, E'\n'), string_to_array(modes, E'\n'),
        string_to_array(content_hashes, E'\n'), string_to_array(withdrawal_hashes, E'\n'), string_to_array(quotas, E'\n'),
        string_to_array(answers, E'\n')) AS r (id, language, mode, content_hash, withdrawal_hash, quotas, answers)
    -- One by one along the index, however many were withdrawn.
    WHERE (SELECT w.response_id FROM collection.withdrawal w
      WHERE w.organization_id = organization AND w.response_id = r.id) IS NULL
    ORDER BY r.id
    ON CONFLICT DO NOTHING RETURNING kept.id
  )
  SELECT string_agg(added.id::text, ',') INTO recorded FROM added;
  IF recorded IS NOT NULL THEN PERFORM collection.mix_arrivals(wave, day, 500); END IF;
  RETURN recorded;
END $$;
REVOKE ALL ON FUNCTION collection.record_at_once(uuid, uuid, text, date, text, text, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.record_at_once(uuid, uuid, text, date, text, text, text, text, text, text, text) TO cm_app;
