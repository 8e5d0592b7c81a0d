-- Where a part has several pages, the page at which the person stopped, by a question on it.
ALTER TABLE collection.draft ADD COLUMN question text;
