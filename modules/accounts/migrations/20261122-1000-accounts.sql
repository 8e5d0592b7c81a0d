-- People, organisations, who may do what, sessions and one-time links.
CREATE SCHEMA accounts;
GRANT USAGE ON SCHEMA accounts TO cm_app;

CREATE TABLE accounts.account (
  id uuid PRIMARY KEY,
  email text UNIQUE CHECK (email = lower(email)),
  name text NOT NULL,
  language text NOT NULL CHECK (language IN ('en', 'fr')),
  password_hash text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE accounts.organization (
  id uuid PRIMARY KEY,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  level text NOT NULL,
  service_areas text[] NOT NULL,
  client_types text[] NOT NULL,
  list_version text NOT NULL,
  synthetic boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE accounts.membership (
  organization_id uuid NOT NULL REFERENCES accounts.organization (id),
  account_id uuid NOT NULL REFERENCES accounts.account (id),
  role text NOT NULL CHECK (role IN ('viewer', 'analyst', 'manager', 'owner')),
  may_read_single_responses boolean NOT NULL DEFAULT false,
  removed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, account_id)
);
CREATE INDEX membership_of_account ON accounts.membership (account_id);

CREATE TABLE accounts.session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES accounts.account (id),
  organization_id uuid REFERENCES accounts.organization (id),
  csrf_token text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);

CREATE TABLE accounts.sign_in_link (
  token_hash bytea PRIMARY KEY,
  -- Null for the very first link, which makes its account when it is used.
  account_id uuid REFERENCES accounts.account (id),
  organization_id uuid REFERENCES accounts.organization (id),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

CREATE TABLE accounts.failed_sign_in (
  subject_hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX failed_sign_in_subject ON accounts.failed_sign_in (subject_hash, at);

ALTER TABLE accounts.account ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.organization ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.sign_in_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.failed_sign_in ENABLE ROW LEVEL SECURITY;

CREATE POLICY own_or_colleague ON accounts.account FOR SELECT USING (
  id = cm.account_id() OR EXISTS (
    SELECT 1 FROM accounts.membership m WHERE m.account_id = account.id AND m.organization_id = cm.organization_id()));
CREATE POLICY own_change ON accounts.account FOR UPDATE USING (id = cm.account_id());
CREATE POLICY own_or_chosen ON accounts.organization USING (
  id = cm.organization_id() OR EXISTS (
    SELECT 1 FROM accounts.membership m
    WHERE m.organization_id = organization.id AND m.account_id = cm.account_id() AND m.removed_at IS NULL))
  WITH CHECK (id = cm.organization_id());
CREATE POLICY own_or_of_organization ON accounts.membership USING (
  organization_id = cm.organization_id() OR account_id = cm.account_id())
  WITH CHECK (organization_id = cm.organization_id());
CREATE POLICY own ON accounts.session USING (account_id = cm.account_id());
CREATE POLICY of_organization ON accounts.sign_in_link FOR INSERT WITH CHECK (organization_id = cm.organization_id());

GRANT SELECT, INSERT, UPDATE ON accounts.organization, accounts.membership TO cm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.session TO cm_app;
GRANT SELECT (id, email, name, language, created_at), UPDATE (email, name, language, password_hash) ON accounts.account TO cm_app;
GRANT INSERT ON accounts.sign_in_link TO cm_app;

-- What must work before anybody is known. Each answers one question and hands out nothing else.
CREATE FUNCTION accounts.find_session(hash bytea)
RETURNS TABLE (session_id uuid, csrf_token text, account_id uuid, name text, language text, organization_id uuid, role text, may_read_single_responses boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.csrf_token, a.id, a.name, a.language, m.organization_id, m.role, coalesce(m.may_read_single_responses, false)
  FROM accounts.session s JOIN accounts.account a ON a.id = s.account_id
  LEFT JOIN accounts.membership m ON m.account_id = a.id AND m.organization_id = s.organization_id AND m.removed_at IS NULL
  WHERE s.token_hash = hash AND s.expires_at > now() $$;

CREATE FUNCTION accounts.facts_for_sign_in(wanted text, subjects bytea[])
RETURNS TABLE (account_id uuid, password_hash text, failures bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id, a.password_hash,
    (SELECT coalesce(max(c), 0) FROM (SELECT count(*) AS c FROM accounts.failed_sign_in f
       WHERE f.subject_hash = ANY (subjects) AND f.at > now() - interval '15 minutes' GROUP BY f.subject_hash) AS by_subject)
  FROM (SELECT 1) AS one LEFT JOIN accounts.account a ON a.email = wanted $$;

CREATE FUNCTION accounts.note_failed_sign_in(subjects bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM accounts.failed_sign_in WHERE at < now() - interval '1 day';
  INSERT INTO accounts.failed_sign_in (subject_hash) SELECT unnest(subjects) $$;

CREATE FUNCTION accounts.password_hash_of(account uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.password_hash FROM accounts.account a WHERE a.id = account AND a.id = cm.account_id() $$;

-- Uses a link up: gives the account it stands for, making it for the very first link; null where it is unknown, used or too old.
CREATE FUNCTION accounts.redeem_link(hash bytea, fresh_account uuid, fresh_name text, fresh_language text)
RETURNS TABLE (account_id uuid, organization_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE link accounts.sign_in_link;
BEGIN
  UPDATE accounts.sign_in_link l SET used_at = now()
    WHERE l.token_hash = hash AND l.used_at IS NULL AND l.expires_at > now() RETURNING l.* INTO link;
  IF NOT FOUND THEN RETURN; END IF;
  IF link.account_id IS NULL THEN
    INSERT INTO accounts.account (id, name, language) VALUES (fresh_account, fresh_name, fresh_language);
    link.account_id := fresh_account;
  END IF;
  RETURN QUERY SELECT link.account_id, link.organization_id;
END $$;

-- The account of an invited person: the one with that address, else a new one.
CREATE FUNCTION accounts.account_for_invitation(fresh_account uuid, wanted text, fresh_name text, fresh_language text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found uuid;
BEGIN
  INSERT INTO accounts.account (id, email, name, language) VALUES (fresh_account, wanted, fresh_name, fresh_language)
    ON CONFLICT (email) DO NOTHING;
  SELECT a.id INTO found FROM accounts.account a WHERE a.email = wanted;
  RETURN found;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA accounts FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA accounts TO cm_app;
