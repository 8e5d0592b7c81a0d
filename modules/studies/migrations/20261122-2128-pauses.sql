-- A wave can be published before its first day, and paused between.
ALTER TABLE studies.wave ADD COLUMN opens_on date, ADD COLUMN paused_at timestamptz;
