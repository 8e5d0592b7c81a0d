-- Which quotas a response counts in, each as its wave and code. What is counted is what is stored: a withdrawal takes a response out of
-- every count, and no counter stands beside the responses that could go astray or tell when one arrived.
ALTER TABLE collection.response ADD COLUMN quotas text[] NOT NULL DEFAULT '{}';
CREATE INDEX response_in_quota ON collection.response USING gin (quotas) WHERE quotas <> '{}';

-- How often people were thanked and not asked further because a quota was full. Nothing of their answers is kept.
CREATE TABLE collection.quota_refusal (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  quota text NOT NULL,
  times integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, quota)
);
ALTER TABLE collection.quota_refusal ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.quota_refusal USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON collection.quota_refusal TO cm_app;

-- How many responses count in a quota, up to "most", in the organisation in which the transaction works. Row-level security would keep
-- the index from being used: this function looks at responses of the organisation only.
CREATE FUNCTION collection.count_quota(wave uuid, code text, most integer) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(*)::integer FROM (
    SELECT 1 FROM collection.response r
    WHERE r.quotas <> '{}' AND r.quotas @> ARRAY[wave::text || '/' || code]
      AND r.organization_id = cm.organization_id() AND r.wave_id = wave
    LIMIT most) AS counted
$$;
REVOKE ALL ON FUNCTION collection.count_quota(uuid, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.count_quota(uuid, text, integer) TO cm_app;

-- As before, with the quotas carried over.
CREATE OR REPLACE FUNCTION collection.mix_arrivals(wave uuid, before date, most integer) RETURNS integer
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
  INSERT INTO collection.response
      (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash, quotas, mixed)
    SELECT organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash, quotas, true
    FROM lifted ORDER BY id;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
