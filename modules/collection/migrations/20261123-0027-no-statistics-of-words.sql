-- PostgreSQL keeps samples of every column for its planner: of comments and of what was masked in them as well, in its own catalogue, where
-- no erasure looks. Of columns that hold words of persons it keeps none.
DO $$
DECLARE one record;
BEGIN
  FOR one IN
    SELECT a.attrelid::regclass AS held_in, a.attrelid, a.attnum, a.attname FROM pg_attribute a
      JOIN pg_class c ON c.oid = a.attrelid AND c.relnamespace = 'collection'::regnamespace AND c.relkind = 'r'
      WHERE NOT a.attisdropped AND (c.relname, a.attname) IN (
        ('response', 'answers'), ('draft', 'entries'), ('original_text', 'texts'), ('conflicting_response', 'answers'),
        ('contact_request', 'name'), ('contact_request', 'reach'), ('contact_request', 'about'))
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', one.held_in, one.attname);
    -- Samples of before stay until the catalogue is written anew; who does not own the server cannot remove them.
    BEGIN
      DELETE FROM pg_statistic s WHERE s.starelid = one.attrelid AND s.staattnum = one.attnum;
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END;
  END LOOP;
END $$;
