import { newId, type Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Alert, Alerts, FollowUp, NewAlertRule, OpenAlerts } from './alert-contract.ts';

type Rule = Alerts['rules'][number];

export async function listRules(tx: Tx, organizationId: string, surveyId: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    SELECT id, question, codes, at_least AS "atLeast", days, by_office AS "byOffice" FROM collection.alert_rule
    WHERE organization_id = ${organizationId} AND study_id = ${surveyId} ORDER BY id`.execute(tx);
  return rows;
}

export async function addRule(tx: Tx, organizationId: string, surveyId: string, rule: NewAlertRule): Promise<void> {
  await sql`
    INSERT INTO collection.alert_rule (organization_id, id, study_id, question, codes, at_least, days, by_office)
    VALUES (${organizationId}, ${newId()}, ${surveyId}, ${rule.question}, ${rule.codes}, ${rule.atLeast}, ${rule.days}, ${rule.byOffice})`.execute(
    tx,
  );
}

/** Removes a rule with its alerts; false where there is none. */
export async function removeRule(tx: Tx, organizationId: string, surveyId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM collection.alert_rule
    WHERE organization_id = ${organizationId} AND study_id = ${surveyId} AND id = ${id} RETURNING id`.execute(tx);
  return rows.length === 1;
}

export async function listAlerts(tx: Tx, organizationId: string, surveyId: string): Promise<Alert[]> {
  const { rows } = await sql<Alert>`
    SELECT a.id, a.rule_id AS "ruleId", a.raised_on::text AS "raisedOn", a.office, a.who, a.assignee AS "assigneeId",
      a.due::text AS due, a.note, a.done_on::text AS "doneOn"
    FROM collection.alert a
    JOIN collection.alert_rule r ON r.organization_id = a.organization_id AND r.id = a.rule_id
    WHERE a.organization_id = ${organizationId} AND r.study_id = ${surveyId}
    ORDER BY a.done_on IS NOT NULL, a.raised_on DESC, a.id DESC LIMIT 100`.execute(tx);
  return rows;
}

/** Says who follows an alert up; false where there is none. */
export async function saveFollowUp(
  tx: Tx,
  organizationId: string,
  of: { readonly surveyId: string; readonly alertId: string },
  { who, assigneeId, due, note, done }: FollowUp,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE collection.alert a SET who = ${who}, assignee = ${assigneeId}::uuid, due = ${due}::date, note = ${note},
      done_on = CASE WHEN ${done} THEN coalesce(a.done_on, ${today}::date) END
    FROM collection.alert_rule r
    WHERE a.organization_id = ${organizationId} AND a.id = ${of.alertId}
      AND r.organization_id = a.organization_id AND r.id = a.rule_id AND r.study_id = ${of.surveyId}
    RETURNING a.id`.execute(tx);
  return rows.length === 1;
}

export async function countOpen(tx: Tx, organizationId: string, accountId: string): Promise<OpenAlerts> {
  const { rows } = await sql<OpenAlerts[number]>`
    SELECT r.study_id AS "surveyId", count(*)::integer AS open,
      (count(*) FILTER (WHERE a.assignee = ${accountId}::uuid))::integer AS yours
    FROM collection.alert a
    JOIN collection.alert_rule r ON r.organization_id = a.organization_id AND r.id = a.rule_id
    WHERE a.organization_id = ${organizationId} AND a.done_on IS NULL GROUP BY 1`.execute(tx);
  return rows;
}
