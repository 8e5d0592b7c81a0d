-- Enters the rest of this transaction on behalf of an organization and an account, as the role of requests; gives the organization, so that
-- what is called with it is called within.
CREATE FUNCTION cm.enter(organization uuid, account uuid) RETURNS uuid LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_catalog.set_config('role', 'cm_app', true),
    pg_catalog.set_config('cm.organization_id', coalesce(organization::text, ''), true),
    pg_catalog.set_config('cm.account_id', coalesce(account::text, ''), true);
  RETURN organization;
END $$;
REVOKE ALL ON FUNCTION cm.enter(uuid, uuid) FROM PUBLIC;
