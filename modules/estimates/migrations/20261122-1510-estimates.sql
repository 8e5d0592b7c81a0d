-- Results as they were shown: after disclosure control, with what they were made from.
CREATE SCHEMA estimates;
GRANT USAGE ON SCHEMA estimates TO cm_app;

CREATE TABLE estimates.result (
  organization_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  -- What was asked, and for whom: a checksum of the request, the codebook and the disclosure rules.
  plan_key text NOT NULL,
  -- What it was made from: the checksums of the dataset's columns.
  made_from text NOT NULL,
  -- Cases by group behind the result, never shown: decides when live results may move on.
  group_counts jsonb NOT NULL,
  result jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, dataset_id, plan_key)
);

ALTER TABLE estimates.result ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON estimates.result USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON estimates.result TO cm_app;
