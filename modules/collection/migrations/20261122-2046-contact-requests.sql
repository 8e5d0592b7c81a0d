-- "May we contact you about this?": apart from the answers. No column leads to a response, a draft or a receipt, and the day is the only
-- time that is kept. Rows go on the day after "erase_on" at the latest.
CREATE TABLE collection.contact_request (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  study_id uuid NOT NULL,
  language text NOT NULL,
  name text NOT NULL,
  reach text NOT NULL,
  about text NOT NULL,
  asked_on date NOT NULL,
  erase_on date NOT NULL,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX contact_request_of_study ON collection.contact_request (organization_id, study_id, asked_on);
ALTER TABLE collection.contact_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.contact_request USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, DELETE ON collection.contact_request TO cm_app;
