-- What every slice stands on: who is asking (set for one transaction), and the record of acts.
CREATE SCHEMA cm;
GRANT USAGE ON SCHEMA cm TO cm_app;

CREATE FUNCTION cm.organization_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('cm.organization_id', true), '')::uuid $$;
CREATE FUNCTION cm.account_id() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('cm.account_id', true), '')::uuid $$;

-- One row per act, written in the act's own transaction. Nobody changes or removes one.
CREATE TABLE cm.event (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  account_id uuid,
  entity text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX event_at ON cm.event (organization_id, at DESC);
ALTER TABLE cm.event ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON cm.event USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT ON cm.event TO cm_app;
