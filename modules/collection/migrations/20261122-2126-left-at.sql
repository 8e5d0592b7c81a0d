-- Where people stopped is still told after their drafts are gone: who sends or discards a draft does so by a request, all others are
-- erased when their time is over.
CREATE FUNCTION collection.keep_left_at() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF current_user = 'cm_app' THEN RETURN NULL; END IF;
  INSERT INTO collection.left_at AS kept (organization_id, wave_id, section, question, count)
    SELECT organization_id, wave_id, section, coalesce(question, ''), count(*)::integer
    FROM gone WHERE section IS NOT NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (organization_id, wave_id, section, question) DO UPDATE SET count = kept.count + excluded.count;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_left_at AFTER DELETE ON collection.draft REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION collection.keep_left_at();
