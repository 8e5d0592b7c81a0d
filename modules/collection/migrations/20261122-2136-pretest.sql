-- A trial of a questionnaire: a link of its own, to the questionnaire as it stood when the trial began. What testers send is recorded as
-- responses of the pretest, which is no wave: no dataset is made of it.
CREATE TABLE collection.pretest (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  study_id uuid NOT NULL,
  token text NOT NULL UNIQUE,
  instrument jsonb NOT NULL,
  begun_on date NOT NULL,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, study_id)
);
ALTER TABLE collection.pretest ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.pretest USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT ON collection.pretest TO cm_app;

CREATE FUNCTION collection.find_pretest(wanted text) RETURNS TABLE (organization_id uuid, pretest_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  $$ SELECT p.organization_id, p.id FROM collection.pretest p WHERE p.token = wanted $$;
REVOKE ALL ON FUNCTION collection.find_pretest(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.find_pretest(text) TO cm_app;

-- Deletes a pretest with all that its testers sent; gives how many responses that were, null where there is none.
CREATE FUNCTION collection.delete_pretest(study uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE trial uuid; gone integer; one text;
BEGIN
  DELETE FROM collection.pretest p WHERE p.organization_id = cm.organization_id() AND p.study_id = study RETURNING p.id INTO trial;
  IF trial IS NULL THEN RETURN NULL; END IF;
  DELETE FROM collection.response r WHERE r.organization_id = cm.organization_id() AND r.wave_id = trial;
  GET DIAGNOSTICS gone = ROW_COUNT;
  FOREACH one IN ARRAY ARRAY['draft', 'withdrawal', 'original_text', 'conflicting_response', 'page_time', 'left_at', 'wave_count',
    'quota_count', 'quota_refusal'] LOOP
    EXECUTE format('DELETE FROM collection.%I WHERE organization_id = cm.organization_id() AND wave_id = $1', one) USING trial;
  END LOOP;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION collection.delete_pretest(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.delete_pretest(uuid) TO cm_app;
