-- Imports: a file as it was brought, what was understood of it, and the choices made so far.
CREATE SCHEMA datasets;
GRANT USAGE ON SCHEMA datasets TO cm_app;

CREATE TABLE datasets.import (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  state text NOT NULL DEFAULT 'reading' CHECK (state IN ('reading', 'ready', 'refused', 'saved')),
  step text NOT NULL DEFAULT 'encoding' CHECK (step IN ('encoding', 'shape', 'cells', 'profile')),
  share real NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1),
  -- Why the file was refused, as problems in both languages.
  problems jsonb NOT NULL DEFAULT '[]',
  -- Encoding, delimiter, headers and number of rows, once read.
  reading jsonb,
  codebook jsonb,
  guesses jsonb NOT NULL DEFAULT '[]',
  differences jsonb NOT NULL DEFAULT '[]',
  -- The dataset whose codebook was filled in.
  based_on uuid,
  dataset_id uuid,
  revision integer NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE datasets.dataset (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  codebook jsonb NOT NULL,
  rows integer NOT NULL CHECK (rows > 0),
  stratum_labels jsonb NOT NULL,
  psu_count integer NOT NULL,
  -- Where it came from: the import of a file, or the wave of a survey.
  import_id uuid,
  wave_id uuid,
  -- The wave before this one, whose codebook it goes on from.
  follows uuid,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  CHECK (import_id IS NULL OR wave_id IS NULL)
);
CREATE INDEX dataset_wave ON datasets.dataset (organization_id, wave_id) WHERE wave_id IS NOT NULL;

-- The manifest of immutable column files; a dataset's rows are those of its segments in order.
CREATE TABLE datasets.segment (
  organization_id uuid NOT NULL,
  dataset_id uuid NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  -- Below the datasets folder.
  path text NOT NULL,
  rows integer NOT NULL CHECK (rows > 0),
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (organization_id, dataset_id, place),
  FOREIGN KEY (organization_id, dataset_id) REFERENCES datasets.dataset (organization_id, id)
);

ALTER TABLE datasets.import ENABLE ROW LEVEL SECURITY;
ALTER TABLE datasets.dataset ENABLE ROW LEVEL SECURITY;
ALTER TABLE datasets.segment ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON datasets.import USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON datasets.dataset USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON datasets.segment USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON datasets.import TO cm_app;
GRANT SELECT, INSERT, UPDATE ON datasets.dataset TO cm_app;
-- The answers of an open wave are written anew as they come in, and the manifest then names the new file.
GRANT SELECT, INSERT, DELETE ON datasets.segment TO cm_app;
