-- Announcements to other systems. They have times, which answers have not: a schema of their own.
CREATE SCHEMA webhooks;
GRANT USAGE ON SCHEMA webhooks TO cm_app;

-- Who outside is told when something happens. Requests of the pages can write the secrets and not read them.
CREATE TABLE webhooks.subscriber (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  address text NOT NULL,
  events text[] NOT NULL,
  secret bytea NOT NULL CHECK (length(secret) = 32),
  -- Signs beside the new one until then.
  earlier_secret bytea CHECK (length(earlier_secret) = 32),
  earlier_until timestamptz,
  state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'off', 'failing')),
  -- Deliveries given up since one last arrived.
  failures integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id)
);

-- One row for each event and subscriber, written in the transaction of the act.
CREATE TABLE webhooks.delivery (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  subscriber_id uuid NOT NULL,
  event_id uuid NOT NULL,
  event text NOT NULL,
  body jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'given-up')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  -- What the last attempt came to: an HTTP status, or a word of ours.
  outcome text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, id),
  UNIQUE (organization_id, subscriber_id, event_id),
  FOREIGN KEY (organization_id, subscriber_id) REFERENCES webhooks.subscriber (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX delivery_due ON webhooks.delivery (next_at) WHERE state = 'waiting';

-- How many responses of a wave were announced: counts go out in whole steps of the disclosure threshold, never answer by answer.
CREATE TABLE webhooks.advance (
  organization_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  announced integer NOT NULL,
  PRIMARY KEY (organization_id, wave_id)
);

-- An act that subscribers wait for leaves one delivery for each of them, in its own transaction.
CREATE FUNCTION webhooks.queue_deliveries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO webhooks.delivery (organization_id, id, subscriber_id, event_id, event, body)
    SELECT w.organization_id, gen_random_uuid(), w.id, NEW.id, NEW.name,
      jsonb_build_object('id', NEW.id, 'event', NEW.name, 'entity', NEW.entity,
        'at', to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'details', NEW.details)
    FROM webhooks.subscriber w
    WHERE w.organization_id = NEW.organization_id AND w.state = 'on' AND NEW.name = ANY (w.events);
  RETURN NEW;
END $$;
CREATE TRIGGER queue_deliveries AFTER INSERT ON cm.event
  FOR EACH ROW WHEN (NEW.name IN ('wave.opened', 'wave.closed', 'wave.reopened', 'collection.advanced'))
  EXECUTE FUNCTION webhooks.queue_deliveries();

DO $$
DECLARE one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['subscriber', 'delivery', 'advance'] LOOP
    EXECUTE format('ALTER TABLE webhooks.%I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY of_organization ON webhooks.%I USING (organization_id = cm.organization_id())', one);
  END LOOP;
END $$;
GRANT DELETE ON webhooks.subscriber TO cm_app;
GRANT INSERT ON webhooks.subscriber TO cm_app;
GRANT SELECT (organization_id, id, address, events, earlier_until, state, failures, created_at) ON webhooks.subscriber TO cm_app;
GRANT UPDATE (address, events, secret, earlier_secret, earlier_until, state, failures) ON webhooks.subscriber TO cm_app;
GRANT SELECT, INSERT ON webhooks.delivery TO cm_app;
GRANT UPDATE (state, attempts, next_at, outcome) ON webhooks.delivery TO cm_app;

-- Keeps the secret that signed so far beside a new one for a day, without showing it to the request.
CREATE FUNCTION webhooks.rotate_secret(wanted uuid, fresh bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE webhooks.subscriber w
    SET earlier_secret = w.secret, earlier_until = now() + interval '1 day', secret = fresh
    WHERE w.organization_id = cm.organization_id() AND w.id = wanted;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION webhooks.rotate_secret(uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhooks.rotate_secret(uuid, bytea) TO cm_app;
