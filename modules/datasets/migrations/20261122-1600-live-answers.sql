-- Which responses of an open wave the results hold already: the next ones enter in groups, never a few at a time.
CREATE TABLE datasets.live_answer (
  organization_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  response_id uuid NOT NULL,
  PRIMARY KEY (organization_id, dataset_id, response_id)
);
ALTER TABLE datasets.live_answer ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON datasets.live_answer USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, DELETE ON datasets.live_answer TO cm_app;
