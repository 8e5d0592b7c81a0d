-- When a tablet or stand was last in touch with the server, in steps of a quarter of an hour that tell nothing of single people, and how
-- many answers waited on it then.
ALTER TABLE collection.kiosk_device
  ADD COLUMN seen_at timestamptz,
  ADD COLUMN waiting integer NOT NULL DEFAULT 0 CHECK (waiting >= 0),
  ADD COLUMN not_taken integer NOT NULL DEFAULT 0 CHECK (not_taken >= 0);
