-- Every state of a questionnaire that was ever saved. Appended, never changed. Questions stand once for all states that share them.
CREATE TABLE instruments.kept_question (
  organization_id uuid NOT NULL,
  sha256 text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (organization_id, sha256)
);

CREATE TABLE instruments.revision (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  -- The revision of the draft; null for a state set aside, which was somebody's while another had saved before her.
  number integer CHECK (number > 0),
  -- The questionnaire, with the checksum of each question in its place.
  frame jsonb NOT NULL,
  questions integer NOT NULL,
  -- Null where the platform itself made it, or before this table was there.
  made_by uuid,
  made_by_name text,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id)
);
CREATE UNIQUE INDEX revision_of_instrument ON instruments.revision (organization_id, instrument_id, number) WHERE number IS NOT NULL;
CREATE INDEX revision_in_order ON instruments.revision (organization_id, instrument_id, id DESC);

-- Who has a draft open, and when she was last seen with it.
CREATE TABLE instruments.presence (
  organization_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  account_id uuid NOT NULL,
  account_name text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, instrument_id, account_id),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id)
);

ALTER TABLE instruments.kept_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON instruments.kept_question USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.revision USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.presence USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT ON instruments.kept_question, instruments.revision TO cm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON instruments.presence TO cm_app;

-- The published version that the draft goes on from; null where none is published, or the draft is published as it stands.
ALTER TABLE instruments.instrument ADD COLUMN revises integer;
-- The revision of the draft that became the version; null for versions from before.
ALTER TABLE instruments.version ADD COLUMN revision integer;
