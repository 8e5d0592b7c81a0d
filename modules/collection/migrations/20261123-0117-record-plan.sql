-- The recording of many at once is planned once for a connection. Its lists are unfolded from its arguments, so that PostgreSQL took a
-- plan made for these very answers to be the cheaper one, and planned anew with every call: half of what a call with one answer cost.
ALTER FUNCTION collection.record_at_once(uuid, uuid, text, date, text, text, text, text, text, text, text, text)
  SET plan_cache_mode = force_generic_plan;
