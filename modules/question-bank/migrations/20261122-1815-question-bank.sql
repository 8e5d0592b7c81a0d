-- What is approved for the question bank beside its files, who may approve, which packs need a licence, and where items are used.
-- The bank is one for the whole platform: everybody who is signed in reads it; acts go through the functions below or the steward check.
CREATE SCHEMA bank;
GRANT USAGE ON SCHEMA bank TO cm_app;

CREATE TABLE bank.steward (
  account_id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Null: from the terminal of the machine.
  granted_by uuid,
  granted_at timestamptz NOT NULL DEFAULT now()
);

-- One token for everything that makes up the bank: it changes with each approval, so that a server knows when to read it again.
CREATE TABLE bank.revision (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), token uuid NOT NULL);

CREATE TABLE bank.proposal (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('item', 'retirement')),
  code text NOT NULL,
  -- The version that is to change; null for a new item.
  base_version integer,
  content jsonb CHECK ((content IS NULL) = (kind = 'retirement')),
  successor text CHECK (successor <> code),
  reason text NOT NULL,
  -- The language the proposer wrote in; the other one is reviewed.
  written_in text NOT NULL CHECK (written_in IN ('en', 'fr')),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'returned', 'reviewed', 'approved', 'declined', 'withdrawn')),
  proposed_by uuid NOT NULL,
  proposer text NOT NULL,
  proposed_at timestamptz NOT NULL DEFAULT now(),
  reviewed_by uuid CHECK (reviewed_by <> proposed_by),
  reviewer text,
  reviewed_at timestamptz,
  review_note text,
  decided_by uuid CHECK (decided_by <> proposed_by),
  decider text,
  decided_at timestamptz,
  decision_note text
);
CREATE INDEX proposal_of_code ON bank.proposal (code);

-- Frozen: what was approved stays, for the surveys that were fielded with it.
CREATE TABLE bank.item_version (
  code text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content jsonb NOT NULL,
  proposal_id uuid NOT NULL REFERENCES bank.proposal (id),
  approved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (code, version)
);

CREATE TABLE bank.retirement (
  code text PRIMARY KEY,
  successor text CHECK (successor <> code),
  proposal_id uuid NOT NULL REFERENCES bank.proposal (id),
  retired_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE bank.restricted_pack (
  pack_id text PRIMARY KEY,
  terms_en text NOT NULL,
  terms_fr text NOT NULL,
  restricted_by uuid NOT NULL,
  restricted_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE bank.licence (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  pack_id text NOT NULL,
  terms text NOT NULL,
  from_day date NOT NULL,
  -- The last day on which it holds (UTC).
  until_day date NOT NULL CHECK (until_day >= from_day),
  granted_by uuid NOT NULL,
  granted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);

-- Which questionnaires hold which version of an item; told by instruments in the transaction that saves or publishes one.
CREATE TABLE bank.item_use (
  organization_id uuid NOT NULL,
  instrument_id uuid NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  title_en text NOT NULL,
  title_fr text NOT NULL,
  fielded_at timestamptz,
  PRIMARY KEY (organization_id, instrument_id, code, version)
);
CREATE INDEX item_use_of_code ON bank.item_use (code);

-- What was made before this step: the draft of each questionnaire, fielded where it was published.
INSERT INTO bank.item_use (organization_id, instrument_id, code, version, title_en, title_fr, fielded_at)
SELECT DISTINCT ON (i.organization_id, i.id, question #>> '{item,code}', (question #>> '{item,version}')::integer)
  i.organization_id, i.id, question #>> '{item,code}', (question #>> '{item,version}')::integer,
  coalesce(i.draft #>> '{title,en}', ''), coalesce(i.draft #>> '{title,fr}', ''), v.published_at
FROM instruments.instrument i
LEFT JOIN instruments.version v ON v.organization_id = i.organization_id AND v.instrument_id = i.id,
  jsonb_array_elements(i.draft -> 'sections') AS section, jsonb_array_elements(section -> 'questions') AS question
WHERE question #>> '{item,code}' IS NOT NULL;

CREATE FUNCTION bank.is_steward() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  $$ SELECT EXISTS (SELECT 1 FROM bank.steward s WHERE s.account_id = cm.account_id()) $$;

-- Who installed the platform: the account of the very first link.
CREATE FUNCTION bank.may_appoint() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  $$ SELECT bank.is_steward() OR coalesce(cm.account_id() = (SELECT a.id FROM accounts.account a ORDER BY a.created_at, a.id LIMIT 1), false) $$;

-- Gives the name of the account that is a steward now; null where no account has the address.
CREATE FUNCTION bank.appoint(wanted text) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE person record;
BEGIN
  IF NOT bank.may_appoint() THEN RAISE EXCEPTION 'not a steward' USING ERRCODE = '42501'; END IF;
  SELECT a.id, a.name INTO person FROM accounts.account a WHERE a.email = lower(wanted);
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO bank.steward (account_id, name, granted_by) VALUES (person.id, person.name, cm.account_id()) ON CONFLICT DO NOTHING;
  RETURN person.name;
END $$;

CREATE FUNCTION bank.dismiss(who uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT bank.may_appoint() THEN RAISE EXCEPTION 'not a steward' USING ERRCODE = '42501'; END IF;
  DELETE FROM bank.steward s WHERE s.account_id = who;
  RETURN FOUND;
END $$;

-- The organizations a licence can be given to; none are told to anybody but stewards.
CREATE FUNCTION bank.organizations() RETURNS TABLE (id uuid, name_en text, name_fr text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  $$ SELECT o.id, o.name_en, o.name_fr FROM accounts.organization o WHERE bank.is_steward() AND NOT o.synthetic ORDER BY o.name_en, o.id $$;

-- How many others have fielded an item: numbers only, no names.
CREATE FUNCTION bank.used_elsewhere(wanted text) RETURNS TABLE (organizations bigint, surveys bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT count(DISTINCT u.organization_id), count(DISTINCT (u.organization_id, u.instrument_id)) FROM bank.item_use u
  WHERE u.code = wanted AND u.fielded_at IS NOT NULL AND u.organization_id IS DISTINCT FROM cm.organization_id() $$;

-- A proposer changes what she proposed until somebody has reviewed it; a review that was asked to change begins again.
CREATE FUNCTION bank.revise(proposal uuid, fresh_content jsonb, fresh_reason text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE bank.proposal p SET content = fresh_content, reason = fresh_reason, state = 'proposed'
    WHERE p.id = proposal AND p.kind = 'item' AND p.proposed_by = cm.account_id() AND p.state IN ('proposed', 'returned');
  RETURN FOUND;
END $$;

CREATE FUNCTION bank.withdraw(proposal uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE bank.proposal p SET state = 'withdrawn', decided_at = now()
    WHERE p.id = proposal AND p.proposed_by = cm.account_id() AND p.state IN ('proposed', 'returned', 'reviewed');
  RETURN FOUND;
END $$;

-- The review of the second language, by anybody but the proposer.
CREATE FUNCTION bank.review(proposal uuid, reviewer_name text, agrees boolean, note text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE bank.proposal p SET state = CASE WHEN agrees THEN 'reviewed' ELSE 'returned' END,
      reviewed_by = cm.account_id(), reviewer = reviewer_name, reviewed_at = now(), review_note = note
    WHERE p.id = proposal AND p.state = 'proposed' AND cm.account_id() IS NOT NULL AND p.proposed_by <> cm.account_id();
  RETURN FOUND;
END $$;

CREATE FUNCTION bank.decline(proposal uuid, decider_name text, note text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT bank.is_steward() THEN RAISE EXCEPTION 'not a steward' USING ERRCODE = '42501'; END IF;
  UPDATE bank.proposal p SET state = 'declined', decided_by = cm.account_id(), decider = decider_name, decided_at = now(), decision_note = note
    WHERE p.id = proposal AND p.state IN ('proposed', 'returned', 'reviewed') AND p.proposed_by <> cm.account_id();
  RETURN FOUND;
END $$;

-- The one way in which the bank changes: a reviewed proposal becomes the next version, or a retirement.
CREATE FUNCTION bank.approve(proposal uuid, decider_name text, note text, next_version integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE taken bank.proposal;
BEGIN
  IF NOT bank.is_steward() THEN RAISE EXCEPTION 'not a steward' USING ERRCODE = '42501'; END IF;
  UPDATE bank.proposal p SET state = 'approved', decided_by = cm.account_id(), decider = decider_name, decided_at = now(), decision_note = note
    WHERE p.id = proposal AND p.state = 'reviewed' AND p.proposed_by <> cm.account_id() RETURNING p.* INTO taken;
  IF NOT FOUND THEN RETURN false; END IF;
  IF taken.kind = 'item' THEN
    INSERT INTO bank.item_version (code, version, content, proposal_id)
      VALUES (taken.code, next_version, jsonb_set(taken.content, '{version}', to_jsonb(next_version)), taken.id);
  ELSE
    INSERT INTO bank.retirement (code, successor, proposal_id) VALUES (taken.code, taken.successor, taken.id);
  END IF;
  INSERT INTO bank.revision (token) VALUES (gen_random_uuid()) ON CONFLICT (only_row) DO UPDATE SET token = excluded.token;
  RETURN true;
END $$;

ALTER TABLE bank.steward ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.item_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.retirement ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.restricted_pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.licence ENABLE ROW LEVEL SECURITY;
ALTER TABLE bank.item_use ENABLE ROW LEVEL SECURITY;

CREATE POLICY signed_in ON bank.steward FOR SELECT USING (cm.account_id() IS NOT NULL);
CREATE POLICY everybody ON bank.revision FOR SELECT USING (true);
CREATE POLICY signed_in ON bank.proposal FOR SELECT USING (cm.account_id() IS NOT NULL);
CREATE POLICY own ON bank.proposal FOR INSERT WITH CHECK (
  proposed_by = cm.account_id() AND state = 'proposed' AND reviewed_by IS NULL AND decided_by IS NULL);
CREATE POLICY everybody ON bank.item_version FOR SELECT USING (true);
CREATE POLICY everybody ON bank.retirement FOR SELECT USING (true);
CREATE POLICY everybody ON bank.restricted_pack FOR SELECT USING (true);
CREATE POLICY of_stewards ON bank.restricted_pack USING (bank.is_steward()) WITH CHECK (bank.is_steward());
CREATE POLICY of_organization ON bank.licence FOR SELECT USING (organization_id = cm.organization_id());
CREATE POLICY of_stewards ON bank.licence USING (bank.is_steward()) WITH CHECK (bank.is_steward());
CREATE POLICY of_organization ON bank.item_use USING (organization_id = cm.organization_id());

GRANT SELECT ON bank.steward, bank.revision, bank.item_version, bank.retirement TO cm_app;
GRANT SELECT, INSERT ON bank.proposal TO cm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON bank.restricted_pack, bank.licence, bank.item_use TO cm_app;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA bank FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bank TO cm_app;
