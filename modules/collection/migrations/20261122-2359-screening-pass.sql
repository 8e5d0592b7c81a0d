-- How far the pass has come that screens what was stored before the present rules of screening: behind which response it goes on.
CREATE TABLE collection.screening_pass (
  rules integer PRIMARY KEY,
  after_organization uuid NOT NULL,
  after_response uuid NOT NULL,
  done boolean NOT NULL DEFAULT false,
  -- Rounds in which something was masked that still stands in columns, pages or log: [{"organizationId", "waveId"}].
  waves jsonb NOT NULL DEFAULT '[]'
);
ALTER TABLE collection.screening_pass ENABLE ROW LEVEL SECURITY;
