-- What limits comparison of a published questionnaire, computed when it was published; null for those published before it was kept.
ALTER TABLE instruments.version ADD COLUMN comparability jsonb;

-- Blocks of questions that an organization keeps for its next questionnaires; each change of one is a further version.
CREATE TABLE instruments.block (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  removed_at timestamptz,
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE instruments.block_version (
  organization_id uuid NOT NULL,
  block_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  name jsonb NOT NULL,
  description jsonb NOT NULL,
  content jsonb NOT NULL,
  sha256 text NOT NULL,
  made_by uuid NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, block_id, number),
  FOREIGN KEY (organization_id, block_id) REFERENCES instruments.block (organization_id, id)
);

-- What colleagues say about a questionnaire. The place is a code, so that a comment outlives the question that it is about.
CREATE TABLE instruments.comment (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  place text NOT NULL CHECK (place IN ('whole', 'section', 'question')),
  code text CHECK ((code IS NULL) = (place = 'whole')),
  reply_to uuid,
  text text NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  made_by uuid NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz,
  resolved_by_name text,
  resolved_at timestamptz,
  removed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id),
  FOREIGN KEY (organization_id, reply_to) REFERENCES instruments.comment (organization_id, id)
);
CREATE INDEX comment_of_instrument ON instruments.comment (organization_id, instrument_id, made_at);

ALTER TABLE instruments.block ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.block_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON instruments.block USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.block_version USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.comment USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON instruments.block, instruments.comment TO cm_app;
GRANT SELECT, INSERT ON instruments.block_version TO cm_app;
