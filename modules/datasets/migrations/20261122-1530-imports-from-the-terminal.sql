-- A file imported from the terminal of the machine has no account behind it.
ALTER TABLE datasets.import ALTER COLUMN created_by DROP NOT NULL;
