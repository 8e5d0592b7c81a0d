-- "Tell us when ten people in a day are very dissatisfied." A rule is looked at when the wave has gained as many responses as the
-- disclosure threshold since the last look, so that no alert is set off by one answer that somebody could name.
CREATE TABLE collection.alert_rule (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  study_id uuid NOT NULL,
  question text NOT NULL,
  codes text[] NOT NULL CHECK (cardinality(codes) > 0),
  at_least integer NOT NULL CHECK (at_least > 0),
  days integer NOT NULL CHECK (days BETWEEN 1 AND 31),
  -- How many responses the wave had at the last look.
  seen_wave uuid,
  seen_total integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organization_id, id)
);
CREATE INDEX alert_rule_of_study ON collection.alert_rule (organization_id, study_id);

-- What was raised, and who does what about it until when.
CREATE TABLE collection.alert (
  organization_id uuid NOT NULL,
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  wave_id uuid NOT NULL,
  raised_on date NOT NULL,
  who text NOT NULL DEFAULT '',
  due date,
  done_on date,
  PRIMARY KEY (organization_id, id),
  FOREIGN KEY (organization_id, rule_id) REFERENCES collection.alert_rule (organization_id, id) ON DELETE CASCADE
);
CREATE INDEX alert_of_rule ON collection.alert (organization_id, rule_id, raised_on);

ALTER TABLE collection.alert_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE collection.alert ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_organization ON collection.alert_rule USING (organization_id = cm.organization_id());
CREATE POLICY of_organization ON collection.alert USING (organization_id = cm.organization_id());
GRANT SELECT, INSERT, UPDATE, DELETE ON collection.alert_rule TO cm_app;
GRANT SELECT, INSERT, UPDATE ON collection.alert TO cm_app;

-- Systems that subscribe to it are told of an alert.
CREATE TRIGGER queue_alert_deliveries AFTER INSERT ON cm.event
  FOR EACH ROW WHEN (NEW.name = 'alert.raised') EXECUTE FUNCTION webhooks.queue_deliveries();
