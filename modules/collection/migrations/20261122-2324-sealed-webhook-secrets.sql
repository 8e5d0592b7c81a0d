-- Secrets of webhooks lie sealed under a key that is in no database (see webhooks/secret-keys.ts): 68 bytes. Those of 32 bytes are of
-- before; they are sealed when the platform starts.
ALTER TABLE webhooks.subscriber
  DROP CONSTRAINT subscriber_secret_check,
  DROP CONSTRAINT subscriber_earlier_secret_check,
  ADD CONSTRAINT subscriber_secret_check CHECK (length(secret) IN (32, 68)),
  ADD CONSTRAINT subscriber_earlier_secret_check CHECK (length(earlier_secret) IN (32, 68));
