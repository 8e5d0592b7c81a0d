-- Alerts are looked for by the clock. What was looked at is kept by question and not by rule: two looks at a question, by whatever rules,
-- always differ by as many people as the disclosure threshold.
CREATE TABLE collection.alert_look (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  question text NOT NULL,
  -- How many responses the wave had.
  total integer NOT NULL,
  -- How many had answered the question, by office (empty where there is none) and day of the last month.
  seen jsonb NOT NULL,
  PRIMARY KEY (organization_id, wave_id, question)
);
ALTER TABLE collection.alert_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.alert_look USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON collection.alert_look TO cm_app;

ALTER TABLE collection.alert_rule
  DROP COLUMN seen_wave,
  DROP COLUMN seen_total,
  -- Each office by itself.
  ADD COLUMN by_office boolean NOT NULL DEFAULT false;

ALTER TABLE collection.alert
  -- The office it is about; empty: the whole survey.
  ADD COLUMN office text NOT NULL DEFAULT '',
  -- The member who follows it up, of the slice accounts; "who" names somebody else.
  ADD COLUMN assignee uuid,
  ADD COLUMN note text NOT NULL DEFAULT '';
