-- An approved version tells by itself who proposed and approved it and why: the bank is read where nobody is signed in, too (terminal).
ALTER TABLE bank.item_version ADD COLUMN proposer text NOT NULL DEFAULT '', ADD COLUMN decider text NOT NULL DEFAULT '',
  ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE bank.retirement ADD COLUMN reason text NOT NULL DEFAULT '';
UPDATE bank.item_version v SET proposer = p.proposer, decider = coalesce(p.decider, ''), reason = p.reason
  FROM bank.proposal p WHERE p.id = v.proposal_id;
UPDATE bank.retirement r SET reason = p.reason FROM bank.proposal p WHERE p.id = r.proposal_id;

CREATE OR REPLACE FUNCTION bank.approve(proposal uuid, decider_name text, note text, next_version integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE taken bank.proposal;
BEGIN
  IF NOT bank.is_steward() THEN RAISE EXCEPTION 'not a steward' USING ERRCODE = '42501'; END IF;
  UPDATE bank.proposal p SET state = 'approved', decided_by = cm.account_id(), decider = decider_name, decided_at = now(), decision_note = note
    WHERE p.id = proposal AND p.state = 'reviewed' AND p.proposed_by <> cm.account_id() RETURNING p.* INTO taken;
  IF NOT FOUND THEN RETURN false; END IF;
  IF taken.kind = 'item' THEN
    INSERT INTO bank.item_version (code, version, content, proposal_id, proposer, decider, reason)
      VALUES (taken.code, next_version, jsonb_set(taken.content, '{version}', to_jsonb(next_version)), taken.id,
        taken.proposer, decider_name, taken.reason);
  ELSE
    INSERT INTO bank.retirement (code, successor, proposal_id, reason) VALUES (taken.code, taken.successor, taken.id, taken.reason);
  END IF;
  INSERT INTO bank.revision (token) VALUES (gen_random_uuid()) ON CONFLICT (only_row) DO UPDATE SET token = excluded.token;
  RETURN true;
END $$;
