-- A link that an owner makes signs in only somebody who belongs to that organisation and to no other. Any other account, made
-- elsewhere, joins with it: signed in as itself, for an owner must not become somebody who has rights outside of her organisation.
ALTER TABLE accounts.sign_in_link ADD COLUMN joins_as text CHECK (joins_as IN ('viewer', 'analyst', 'manager', 'owner'));

DROP FUNCTION accounts.redeem_link(bytea, uuid, text, text);

-- Uses a link up: gives the account it stands for, making it for the very first link; nothing where it is unknown, used or too old.
-- Where only the account itself may use it, and `signed_in` is another or nobody, the link stays good and the account is null.
CREATE FUNCTION accounts.redeem_link(hash bytea, fresh_account uuid, fresh_name text, fresh_language text, signed_in uuid)
RETURNS TABLE (account_id uuid, organization_id uuid, joins_as text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE link accounts.sign_in_link;
BEGIN
  SELECT l.* INTO link FROM accounts.sign_in_link l
    WHERE l.token_hash = hash AND l.used_at IS NULL AND l.expires_at > now() FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF link.organization_id IS NOT NULL AND link.account_id IS DISTINCT FROM signed_in AND (
    NOT EXISTS (SELECT 1 FROM accounts.membership m
      WHERE m.account_id = link.account_id AND m.organization_id = link.organization_id)
    OR EXISTS (SELECT 1 FROM accounts.membership m JOIN accounts.organization o ON o.id = m.organization_id
      WHERE m.account_id = link.account_id AND m.organization_id <> link.organization_id AND NOT o.synthetic)) THEN
    RETURN QUERY SELECT NULL::uuid, NULL::uuid, NULL::text;
    RETURN;
  END IF;
  UPDATE accounts.sign_in_link l SET used_at = now() WHERE l.token_hash = hash;
  IF link.account_id IS NULL THEN
    INSERT INTO accounts.account (id, name, language) VALUES (fresh_account, fresh_name, fresh_language);
    link.account_id := fresh_account;
  END IF;
  RETURN QUERY SELECT link.account_id, link.organization_id, link.joins_as;
END $$;
REVOKE ALL ON FUNCTION accounts.redeem_link(bytea, uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.redeem_link(bytea, uuid, text, text, uuid) TO cm_app;
