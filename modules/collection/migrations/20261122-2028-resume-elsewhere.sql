-- A draft can be opened on another device by a code. The key of the draft is kept sealed with that code, which only the person has: the
-- database alone leads neither to the key nor, once the answers are sent, to the response.
ALTER TABLE collection.draft
  ADD COLUMN resume_hash bytea CHECK (length(resume_hash) = 32),
  ADD COLUMN sealed_key bytea;
CREATE UNIQUE INDEX draft_of_code ON collection.draft (organization_id, resume_hash);
