-- Guessing is slowed by who guesses, and never so that the owner of an account stays outside: a device that has signed in before counts
-- for itself. Sessions and links handed out can be seen and ended.
DROP FUNCTION accounts.facts_for_sign_in(text, bytea[]);
DROP FUNCTION accounts.note_failed_sign_in(bytea[]);
DROP TABLE accounts.failed_sign_in;

-- Failed attempts by subject (an account at an address, an account, an address, an account on a known device). `failures` drains evenly.
CREATE TABLE accounts.sign_in_attempt (
  subject_hash bytea PRIMARY KEY,
  failures double precision NOT NULL DEFAULT 0,
  open_at timestamptz NOT NULL DEFAULT '-infinity',
  at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE accounts.sign_in_attempt ENABLE ROW LEVEL SECURITY;

-- Browsers in which an account has signed in: only the hash of what their cookie holds.
CREATE TABLE accounts.known_device (
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL REFERENCES accounts.account (id),
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (token_hash, account_id)
);
CREATE INDEX known_device_of_account ON accounts.known_device (account_id);
ALTER TABLE accounts.known_device ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON accounts.known_device USING (account_id = cm.account_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.known_device TO cm_app;

CREATE FUNCTION accounts.facts_for_sign_in(wanted text, device bytea)
RETURNS TABLE (account_id uuid, password_hash text, knows_device boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id, a.password_hash, EXISTS (SELECT 1 FROM accounts.known_device d
    WHERE d.account_id = a.id AND d.token_hash = device AND d.at > now() - interval '400 days')
  FROM (SELECT 1) AS one LEFT JOIN accounts.account a ON a.email = wanted $$;

-- Counts an attempt as failed before anybody looks at the password, so that guesses sent at once count one after the other. Gives 0 where
-- the attempt may go on, else the seconds until it may; then nothing is counted. `free`: failures an hour of each subject without a wait.
CREATE FUNCTION accounts.take_sign_in_attempt(subjects bytea[], free int[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wait int; moment timestamptz;
BEGIN
  DELETE FROM accounts.sign_in_attempt a WHERE a.subject_hash IN (
    SELECT o.subject_hash FROM accounts.sign_in_attempt o WHERE o.at < now() - interval '1 day' LIMIT 50 FOR UPDATE SKIP LOCKED);
  -- Holds the rows, always in the same order, until the attempt is counted.
  INSERT INTO accounts.sign_in_attempt AS a (subject_hash) SELECT s FROM unnest(subjects) AS s ORDER BY s
    ON CONFLICT (subject_hash) DO UPDATE SET subject_hash = a.subject_hash;
  moment := clock_timestamp();
  SELECT ceil(extract(epoch FROM max(a.open_at) - moment)) INTO wait FROM accounts.sign_in_attempt a
    WHERE a.subject_hash = ANY (subjects) AND a.open_at > moment;
  IF wait > 0 THEN RETURN wait; END IF;
  UPDATE accounts.sign_in_attempt a SET at = moment, failures = n.failures, open_at = CASE WHEN round(n.failures) < l.free THEN moment
      ELSE moment + least(900, 15 * 2 ^ least(6, round(n.failures) - l.free)) * interval '1 second' END
    FROM unnest(subjects, free) AS l (subject, free), LATERAL (SELECT 1 + greatest(0,
      b.failures - l.free * extract(epoch FROM moment - b.at) / 3600) AS failures FROM accounts.sign_in_attempt b WHERE b.subject_hash = l.subject) AS n
    WHERE a.subject_hash = l.subject;
  RETURN 0;
END $$;

-- The attempt was right: `own` starts afresh, `shared` get it back.
CREATE FUNCTION accounts.forgive_sign_in_attempt(own bytea, shared bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT 1 FROM accounts.sign_in_attempt a WHERE a.subject_hash = own OR a.subject_hash = ANY (shared) ORDER BY a.subject_hash FOR UPDATE;
  DELETE FROM accounts.sign_in_attempt a WHERE a.subject_hash = own;
  UPDATE accounts.sign_in_attempt a SET failures = greatest(0, a.failures - 1) WHERE a.subject_hash = ANY (shared) $$;

-- Where one is signed in: the kind of browser and device, no address.
ALTER TABLE accounts.session ADD COLUMN browser text, ADD COLUMN system text,
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT now();

DROP FUNCTION accounts.find_session(bytea);
CREATE FUNCTION accounts.find_session(hash bytea)
RETURNS TABLE (session_id uuid, csrf_token text, account_id uuid, name text, language text, organization_id uuid, role text, may_read_single_responses boolean)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE accounts.session s SET seen_at = now()
    WHERE s.token_hash = hash AND s.expires_at > now() AND s.seen_at < now() - interval '5 minutes';
  SELECT s.id, s.csrf_token, a.id, a.name, a.language, m.organization_id, m.role, coalesce(m.may_read_single_responses, false)
  FROM accounts.session s JOIN accounts.account a ON a.id = s.account_id
  LEFT JOIN accounts.membership m ON m.account_id = a.id AND m.organization_id = s.organization_id AND m.removed_at IS NULL
  WHERE s.token_hash = hash AND s.expires_at > now() $$;

-- Links that an owner handed out, as she addressed them: an account that has not joined yet tells her nothing of itself.
ALTER TABLE accounts.sign_in_link ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  ADD COLUMN invited_name text, ADD COLUMN invited_email text,
  ADD COLUMN made_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN revoked_at timestamptz;
CREATE POLICY seen_by_organization ON accounts.sign_in_link FOR SELECT USING (organization_id = cm.organization_id());
CREATE POLICY revoked_by_organization ON accounts.sign_in_link FOR UPDATE USING (organization_id = cm.organization_id());
GRANT SELECT (id, account_id, organization_id, joins_as, invited_name, invited_email, made_at, expires_at, used_at, revoked_at),
  UPDATE (revoked_at) ON accounts.sign_in_link TO cm_app;

DROP FUNCTION accounts.redeem_link(bytea, uuid, text, text, uuid);
-- Uses a link up: gives the account it stands for, making it for the very first link; nothing where it is unknown, used, revoked or too
-- old. Where only the account itself may use it, and `signed_in` is another or nobody, the link stays good and the account is null.
CREATE FUNCTION accounts.redeem_link(hash bytea, fresh_account uuid, fresh_name text, fresh_language text, signed_in uuid)
RETURNS TABLE (link_id uuid, account_id uuid, organization_id uuid, joins_as text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE link accounts.sign_in_link;
BEGIN
  SELECT l.* INTO link FROM accounts.sign_in_link l
    WHERE l.token_hash = hash AND l.used_at IS NULL AND l.revoked_at IS NULL AND l.expires_at > now() FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF link.organization_id IS NOT NULL AND link.account_id IS DISTINCT FROM signed_in AND (
    NOT EXISTS (SELECT 1 FROM accounts.membership m
      WHERE m.account_id = link.account_id AND m.organization_id = link.organization_id)
    OR EXISTS (SELECT 1 FROM accounts.membership m JOIN accounts.organization o ON o.id = m.organization_id
      WHERE m.account_id = link.account_id AND m.organization_id <> link.organization_id AND NOT o.synthetic)) THEN
    RETURN QUERY SELECT NULL::uuid, NULL::uuid, NULL::uuid, NULL::text;
    RETURN;
  END IF;
  UPDATE accounts.sign_in_link l SET used_at = now() WHERE l.token_hash = hash;
  IF link.account_id IS NULL THEN
    INSERT INTO accounts.account (id, name, language) VALUES (fresh_account, fresh_name, fresh_language);
    link.account_id := fresh_account;
  END IF;
  RETURN QUERY SELECT link.id, link.account_id, link.organization_id, link.joins_as;
END $$;

REVOKE ALL ON FUNCTION accounts.facts_for_sign_in(text, bytea), accounts.take_sign_in_attempt(bytea[], int[]),
  accounts.forgive_sign_in_attempt(bytea, bytea[]), accounts.find_session(bytea),
  accounts.redeem_link(bytea, uuid, text, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.facts_for_sign_in(text, bytea), accounts.take_sign_in_attempt(bytea[], int[]),
  accounts.forgive_sign_in_attempt(bytea, bytea[]), accounts.find_session(bytea),
  accounts.redeem_link(bytea, uuid, text, text, uuid) TO cm_app;
