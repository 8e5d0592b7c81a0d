-- What a survey says to people besides its questions: other ways to answer, and its privacy notice.
CREATE TABLE studies.notice (
  organization_id uuid NOT NULL,
  study_id uuid NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (organization_id, study_id),
  FOREIGN KEY (organization_id, study_id) REFERENCES studies.study (organization_id, id)
);
ALTER TABLE studies.notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON studies.notice USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON studies.notice TO cm_app;
