-- Which responses came by a file of answers given on paper or by telephone, by the name under which the file was joined: so that a
-- corrected file replaces what it corrects. Nothing of the answers stands here. "replaced": taken out by a later file of that name.
CREATE TABLE collection.late_row (
  organization_id uuid NOT NULL,
  response_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  batch text NOT NULL CHECK (batch <> ''),
  replaced boolean NOT NULL DEFAULT false,
  PRIMARY KEY (organization_id, response_id)
);
CREATE INDEX late_row_of_batch ON collection.late_row (organization_id, wave_id, batch);
ALTER TABLE collection.late_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.late_row USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON collection.late_row TO cm_app;
