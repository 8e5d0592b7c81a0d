-- A look at the alerts of a question asks how many gave which answer in the days of a month, every minute: of a wave of a million that was
-- a second and more of reading each time. Answers to a question that a rule watches are counted as responses are mixed, like the others.
CREATE TABLE collection.watched_question (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  question text NOT NULL,
  study_id uuid NOT NULL,
  -- By whose answers it is counted apart; null where nobody asks for the office.
  office_question text,
  PRIMARY KEY (organization_id, wave_id, question)
);
-- Of mixed responses, from the first day on that a look asked for.
CREATE TABLE collection.watched_count (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  question text NOT NULL,
  answered_on date NOT NULL,
  -- Empty where none was told.
  office text NOT NULL,
  -- The codes of one answer, as they are recorded.
  codes jsonb NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id, question, answered_on, office, codes)
);
ALTER TABLE collection.watched_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection.watched_count ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.watched_question USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON collection.watched_count USING (organization_id = cm.organization_id());
GRANT SELECT ON collection.watched_question, collection.watched_count TO cm_app;

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
  INSERT INTO collection.watched_count AS kept (organization_id, wave_id, question, answered_on, office, codes, count)
    SELECT c.organization_id, c.wave_id, w.question, c.answered_on,
      coalesce(c.answers -> w.office_question -> 'codes' ->> 0, ''), c.answers -> w.question -> 'codes', sign * count(*)::integer
    FROM changed c JOIN collection.watched_question w ON w.organization_id = c.organization_id AND w.wave_id = c.wave_id
    WHERE c.mixed AND c.answers -> w.question ? 'codes' GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT (organization_id, wave_id, question, answered_on, office, codes) DO UPDATE SET count = kept.count + excluded.count;
  RETURN NULL;
END $$;

-- Begins to count the answers to a question, or counts them by another office: once from the responses of days from "since" on, then as
-- they are mixed. No mixing and no withdrawal meanwhile.
CREATE FUNCTION collection.watch_question(wave uuid, asked text, study uuid, office text, since date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('collection.mixing ' || wave::text, 0));
  INSERT INTO collection.watched_question AS kept (organization_id, wave_id, question, study_id, office_question)
    VALUES (cm.organization_id(), wave, asked, study, office)
    ON CONFLICT (organization_id, wave_id, question) DO UPDATE SET office_question = excluded.office_question;
  DELETE FROM collection.watched_count w
    WHERE w.organization_id = cm.organization_id() AND w.wave_id = wave AND w.question = asked;
  INSERT INTO collection.watched_count (organization_id, wave_id, question, answered_on, office, codes, count)
    SELECT r.organization_id, r.wave_id, asked, r.answered_on, coalesce(r.answers -> office -> 'codes' ->> 0, ''),
      r.answers -> asked -> 'codes', count(*)::integer
    FROM collection.response r
    WHERE r.organization_id = cm.organization_id() AND r.wave_id = wave AND r.mixed AND r.answered_on >= since
      AND r.answers -> asked ? 'codes' GROUP BY 1, 2, 3, 4, 5, 6;
END $$;

-- Counts no longer what no rule of the survey watches.
CREATE FUNCTION collection.forget_watched(study uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT w.wave_id, w.question FROM collection.watched_question w
      WHERE w.organization_id = cm.organization_id() AND w.study_id = study AND NOT EXISTS (SELECT 1 FROM collection.alert_rule a
        WHERE a.organization_id = w.organization_id AND a.study_id = w.study_id AND a.question = w.question)
      ORDER BY 1, 2
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('collection.mixing ' || one.wave_id::text, 0));
    DELETE FROM collection.watched_question w
      WHERE w.organization_id = cm.organization_id() AND w.wave_id = one.wave_id AND w.question = one.question;
    DELETE FROM collection.watched_count w
      WHERE w.organization_id = cm.organization_id() AND w.wave_id = one.wave_id AND w.question = one.question;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION collection.watch_question(uuid, text, uuid, text, date), collection.forget_watched(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.watch_question(uuid, text, uuid, text, date), collection.forget_watched(uuid) TO cm_app;
