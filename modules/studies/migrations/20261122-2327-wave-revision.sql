-- Another text after every change of a wave or of its study: whoever has judged a wave by what it was can ask whether it still is.
CREATE FUNCTION studies.wave_revision(wanted uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT w.xmin::text || '.' || s.xmin::text
  FROM studies.wave w JOIN studies.study s ON s.organization_id = w.organization_id AND s.id = w.study_id
  WHERE w.organization_id = cm.organization_id() AND w.id = wanted
$$;
REVOKE ALL ON FUNCTION studies.wave_revision(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION studies.wave_revision(uuid) TO cm_app;
