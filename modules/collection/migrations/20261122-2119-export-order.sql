-- Responses by day and, within it, by their random ids: the order in which they are exported, without sorting them.
CREATE INDEX response_in_order ON collection.response (organization_id, wave_id, answered_on, id);
DROP INDEX collection.response_of_wave;
