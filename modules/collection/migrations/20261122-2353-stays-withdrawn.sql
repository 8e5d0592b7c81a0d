-- What is sent once more while it is being withdrawn waits for the withdrawal, and had looked for its tombstone before there was one: it
-- would come back. So it is looked for again once the row is written; who sent it is told on asking again.
CREATE FUNCTION collection.refuse_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  -- One by one along the index, however many were withdrawn.
  IF EXISTS (SELECT 1 FROM added a WHERE (SELECT w.response_id FROM collection.withdrawal w
      WHERE w.organization_id = a.organization_id AND w.response_id = a.id) IS NOT NULL) THEN
    RAISE EXCEPTION 'a response was withdrawn while it was sent again' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refuse_withdrawn AFTER INSERT ON collection.response REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION collection.refuse_withdrawn();
