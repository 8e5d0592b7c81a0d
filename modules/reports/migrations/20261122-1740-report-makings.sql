-- Reports at work: ordered, measured and set in the background; a row stays until its edition stands or its failure is dismissed.
CREATE TABLE reports.making (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  -- The report whose next edition it is, or that was founded with its first one; null until then.
  report_id uuid,
  title_en text NOT NULL,
  title_fr text NOT NULL,
  wanted jsonb NOT NULL,
  state text NOT NULL DEFAULT 'working' CHECK (state IN ('working', 'failed', 'done')),
  step text NOT NULL DEFAULT 'waiting' CHECK (step IN ('waiting', 'measuring', 'drivers', 'files')),
  done integer NOT NULL DEFAULT 0,
  parts integer NOT NULL DEFAULT 1,
  problem jsonb,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX making_at_work ON reports.making (organization_id, created_at) WHERE state <> 'done';
ALTER TABLE reports.making ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON reports.making USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON reports.making TO cm_app;

-- The R scripts of an edition are a file of it.
ALTER TABLE reports.file DROP CONSTRAINT file_format_check;
ALTER TABLE reports.file ADD CONSTRAINT file_format_check CHECK (format IN ('html', 'pdf', 'xlsx', 'csv', 'r'));
