-- Key drivers as they were shown, with what they were made from.
CREATE SCHEMA insights;
GRANT USAGE ON SCHEMA insights TO cm_app;

CREATE TABLE insights.drivers (
  organization_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  -- What was asked and what it was made from: a checksum of columns, codebook, items, treatment and rules.
  plan_key text NOT NULL,
  result jsonb NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, dataset_id, plan_key)
);

ALTER TABLE insights.drivers ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON insights.drivers USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON insights.drivers TO cm_app;
