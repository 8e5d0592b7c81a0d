-- Programmes of measurement and their rounds.
CREATE SCHEMA studies;
GRANT USAGE ON SCHEMA studies TO cm_app;

CREATE TABLE studies.study (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  name_en text NOT NULL,
  name_fr text NOT NULL,
  -- Of the slice instruments; no foreign key crosses slices.
  instrument_id uuid NOT NULL,
  sampling_class text NOT NULL CHECK (sampling_class IN ('probability', 'attempted-census', 'systematic-intercept', 'non-probability')),
  time_zone text NOT NULL,
  removed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);

CREATE TABLE studies.wave (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  study_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'open', 'closed')),
  instrument_version_id uuid,
  -- Where people answer: /s/<token>. Given when the wave opens.
  token text UNIQUE,
  -- The last day on which answers are taken, in the study's time zone.
  closes_on date,
  opened_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, study_id, number),
  FOREIGN KEY (organization_id, study_id) REFERENCES studies.study (organization_id, id),
  CHECK ((state = 'planned') = (instrument_version_id IS NULL)),
  CHECK ((state = 'planned') = (token IS NULL))
);

ALTER TABLE studies.study ENABLE ROW LEVEL SECURITY;
ALTER TABLE studies.wave ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON studies.study USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON studies.wave USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE ON studies.study, studies.wave TO cm_app;

-- The only way from a public token into an organisation.
CREATE FUNCTION studies.find_wave(wanted text) RETURNS TABLE (organization_id uuid, wave_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
  $$ SELECT w.organization_id, w.id FROM studies.wave w WHERE w.token = wanted $$;
REVOKE ALL ON FUNCTION studies.find_wave(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION studies.find_wave(text) TO cm_app;
