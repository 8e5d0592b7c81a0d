-- A saved dataset's codebook can be revised: the present one stands in the dataset, the former ones here, by version.
ALTER TABLE datasets.dataset ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE datasets.dataset ADD COLUMN revised_at timestamptz;
ALTER TABLE datasets.dataset ADD COLUMN revised_by uuid;

CREATE TABLE datasets.former_codebook (
  organization_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  codebook jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid,
  PRIMARY KEY (organization_id, dataset_id, version),
  FOREIGN KEY (organization_id, dataset_id) REFERENCES datasets.dataset (organization_id, id)
);
ALTER TABLE datasets.former_codebook ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON datasets.former_codebook USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, DELETE ON datasets.former_codebook TO cm_app;

-- What an earlier codebook has filled in and a person has not looked at yet: the title, who was asked.
ALTER TABLE datasets.import ADD COLUMN carried jsonb NOT NULL DEFAULT '[]';

-- What was removed is purged for good once the time to bring it back is over.
GRANT DELETE ON datasets.import TO cm_app;
GRANT DELETE ON datasets.dataset TO cm_app;
CREATE INDEX import_removed ON datasets.import (removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX dataset_removed ON datasets.dataset (removed_at) WHERE removed_at IS NOT NULL;
