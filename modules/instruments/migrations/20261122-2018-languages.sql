-- Which languages every questionnaire of an organization must have, and whether a second person must have read each.
CREATE TABLE instruments.language_rule (
  organization_id uuid NOT NULL PRIMARY KEY,
  -- Beside English and French, which are always required.
  required jsonb NOT NULL DEFAULT '[]',
  review boolean NOT NULL DEFAULT false
);

-- Who last changed a text of a language: nobody reviews her own words.
CREATE TABLE instruments.language_edit (
  organization_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  language text NOT NULL,
  account_id uuid NOT NULL,
  edited_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, instrument_id, language, account_id),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id)
);

-- Append-only: what a reviewer read, text by text, and what she said of it.
CREATE TABLE instruments.language_review (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  language text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'sent-back')),
  note text NOT NULL,
  texts jsonb NOT NULL,
  sha256 text NOT NULL,
  reviewed_by uuid NOT NULL,
  reviewed_by_name text NOT NULL,
  reviewed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, instrument_id) REFERENCES instruments.instrument (organization_id, id)
);
CREATE INDEX review_of_instrument ON instruments.language_review (organization_id, instrument_id, language, reviewed_at);

ALTER TABLE instruments.language_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.language_edit ENABLE ROW LEVEL SECURITY;
ALTER TABLE instruments.language_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON instruments.language_rule USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.language_edit USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON instruments.language_review USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON instruments.language_rule TO cm_app;
GRANT SELECT, INSERT, UPDATE ON instruments.language_edit TO cm_app;
GRANT SELECT, INSERT ON instruments.language_review TO cm_app;
