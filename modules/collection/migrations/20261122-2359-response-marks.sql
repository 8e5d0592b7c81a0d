-- What is marked on a response beside its answers, found as it is recorded; null where a thing cannot be told. No response is left out
-- for a mark, and no time of anybody is kept for it.
ALTER TABLE collection.response
  -- One point of the scale throughout every matrix of which at least four statements were answered.
  ADD COLUMN straight_lined boolean,
  -- At least half of the timed pages were gone on from sooner than they can be read.
  ADD COLUMN hasty boolean,
  -- Came by an invitation that one in so many visits got.
  ADD COLUMN invited_every integer CHECK (invited_every > 0);

-- By page whether its first look was shorter than it takes to read it: never a time, and gone with the draft.
ALTER TABLE collection.draft ADD COLUMN looks jsonb NOT NULL DEFAULT '{}';

-- The marks of the responses of days that are over.
CREATE TABLE collection.mark_count (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  lines_told integer NOT NULL,
  straight_lined integer NOT NULL,
  haste_told integer NOT NULL,
  hasty integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id)
);
ALTER TABLE collection.mark_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.mark_count USING (organization_id = cm.organization_id());
GRANT SELECT ON collection.mark_count TO cm_app;

CREATE OR REPLACE FUNCTION collection.count_changed() RETURNS trigger
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
  INSERT INTO collection.mark_count AS kept (organization_id, wave_id, lines_told, straight_lined, haste_told, hasty)
    SELECT c.organization_id, c.wave_id, sign * count(c.straight_lined)::integer,
      sign * (count(*) FILTER (WHERE c.straight_lined))::integer, sign * count(c.hasty)::integer,
      sign * (count(*) FILTER (WHERE c.hasty))::integer
    FROM changed c WHERE c.mixed AND (c.straight_lined IS NOT NULL OR c.hasty IS NOT NULL) GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (organization_id, wave_id) DO UPDATE SET lines_told = kept.lines_told + excluded.lines_told,
      straight_lined = kept.straight_lined + excluded.straight_lined, haste_told = kept.haste_told + excluded.haste_told,
      hasty = kept.hasty + excluded.hasty;
  RETURN NULL;
END $$;

-- The recording of many at once, with a line for each that says whether its answers stand in straight lines: t, f, or nothing where that
-- cannot be told. What arrives so has no pages and no invitation.
CREATE FUNCTION collection.record_at_once(organization uuid, wave uuid, judged text, day date, ids text, languages text, modes text,
  content_hashes text, withdrawal_hashes text, quotas text, answers text, lines text) RETURNS text
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE recorded text;
BEGIN
  IF studies.wave_revision(wave) IS DISTINCT FROM judged THEN RETURN NULL; END IF;
  WITH added AS (
    INSERT INTO collection.response AS kept
      (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, quotas, withdrawal_hash, straight_lined)
    SELECT organization, r.id, wave, r.language, r.mode, day, r.answers::jsonb, decode(r.content_hash, 'hex'),
      coalesce(string_to_array(r.quotas, ' '), '{}'), decode(nullif(r.withdrawal_hash, ''), 'hex'), nullif(r.lines, '')::boolean
    FROM unnest(string_to_array(ids, E'\n')::uuid[], string_to_array(languages, E'\n'), string_to_array(modes, E'\n'),
        string_to_array(content_hashes, E'\n'), string_to_array(withdrawal_hashes, E'\n'), string_to_array(quotas, E'\n'),
        string_to_array(answers, E'\n'), string_to_array(lines, E'\n'))
      AS r (id, language, mode, content_hash, withdrawal_hash, quotas, answers, lines)
    WHERE (SELECT w.response_id FROM collection.withdrawal w
      WHERE w.organization_id = organization AND w.response_id = r.id) IS NULL
    ORDER BY r.id
    ON CONFLICT DO NOTHING RETURNING kept.id
  )
  SELECT string_agg(added.id::text, ',') INTO recorded FROM added;
  IF recorded IS NOT NULL THEN PERFORM collection.mix_arrivals(wave, day, 500); END IF;
  RETURN recorded;
END $$;
REVOKE ALL ON FUNCTION collection.record_at_once(uuid, uuid, text, date, text, text, text, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.record_at_once(uuid, uuid, text, date, text, text, text, text, text, text, text, text) TO cm_app;
