-- People answer in any language of the questionnaire: a BCP 47 tag, such as "ar" or "iu-Latn".
ALTER TABLE collection.draft DROP CONSTRAINT draft_language_check;
ALTER TABLE collection.draft ADD CONSTRAINT draft_language_check
  CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
ALTER TABLE collection.response DROP CONSTRAINT response_language_check;
ALTER TABLE collection.response ADD CONSTRAINT response_language_check
  CHECK (language ~ '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$');
