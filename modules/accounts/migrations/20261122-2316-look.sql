-- The colour and the logo of an organization, as people see them where they answer. The pictures stand here, so that a backup holds them.
CREATE TABLE accounts.look (
  organization_id uuid PRIMARY KEY REFERENCES accounts.organization (id),
  colour text CHECK (colour ~ '^#[0-9a-f]{6}$'),
  logo_says_name boolean NOT NULL,
  alt_en text NOT NULL,
  alt_fr text NOT NULL
);
CREATE TABLE accounts.logo (
  organization_id uuid NOT NULL REFERENCES accounts.organization (id),
  language text NOT NULL CHECK (language IN ('en', 'fr')),
  sha256 text NOT NULL,
  media_type text NOT NULL,
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  content bytea NOT NULL CHECK (octet_length(content) <= 20000),
  PRIMARY KEY (organization_id, language)
);
CREATE INDEX logo_by_hash ON accounts.logo (sha256);

ALTER TABLE accounts.look ENABLE ROW LEVEL SECURITY;
ALTER TABLE accounts.logo ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON accounts.look USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON accounts.logo USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON accounts.look TO cm_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.logo TO cm_app;

-- A logo is shown to everybody who opens a page, by the checksum that stands in its address.
CREATE FUNCTION accounts.public_logo(wanted text)
RETURNS TABLE (media_type text, content bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.media_type, l.content FROM accounts.logo l WHERE l.sha256 = wanted LIMIT 1 $$;
REVOKE ALL ON FUNCTION accounts.public_logo(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts.public_logo(text) TO cm_app;
