-- Questionnaires: the draft that is worked on, and the versions that were published.
CREATE SCHEMA instruments;
GRANT USAGE ON SCHEMA instruments TO cm_app;

CREATE TABLE instruments.instrument (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  draft jsonb NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);

-- Frozen: requests may add a version and read it, nothing else.
CREATE TABLE instruments.version (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  content jsonb NOT NULL,
  sha256 text NOT NULL,
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, instrument_id, number),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id)
);

ALTER TABLE instruments.instrument ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.version ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON instruments.instrument USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.version USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON instruments.instrument TO cm_app;
GRANT SELECT, INSERT ON instruments.version TO cm_app;
