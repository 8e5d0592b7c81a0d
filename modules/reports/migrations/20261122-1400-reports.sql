-- Reports, their editions and the files of each edition. An edition never changes.
CREATE SCHEMA reports;
GRANT USAGE ON SCHEMA reports TO cm_app;

CREATE TABLE reports.report (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Of the slice datasets; no foreign key crosses slices.
  dataset_id uuid NOT NULL,
  title_en text NOT NULL,
  title_fr text NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX report_of_dataset ON reports.report (organization_id, dataset_id);

CREATE TABLE reports.edition (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  report_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  audience text NOT NULL CHECK (audience IN ('public', 'shared', 'organization')),
  -- Everything the edition says, frozen: estimates after disclosure control, codebook, drivers, fieldwork, provenance.
  source jsonb NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, report_id, number),
  FOREIGN KEY (organization_id, report_id) REFERENCES reports.report (organization_id, id)
);

CREATE TABLE reports.file (
  organization_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'fr')),
  format text NOT NULL CHECK (format IN ('html', 'pdf', 'xlsx', 'csv')),
  bytes bytea NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (organization_id, edition_id, language, format),
  FOREIGN KEY (organization_id, edition_id) REFERENCES reports.edition (organization_id, id)
);

ALTER TABLE reports.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE reports.edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE reports.file ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON reports.report USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON reports.edition USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON reports.file USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON reports.report TO cm_app;
GRANT SELECT, INSERT ON reports.edition, reports.file TO cm_app;
