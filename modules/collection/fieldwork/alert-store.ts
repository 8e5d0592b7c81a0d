import { newId, type Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import type { Alert, Alerts, FollowUp, NewAlertRule, OpenAlerts } from './alert-contract.ts';

type Rule = Alerts['rules'][number];

export async function listRules(tx: Tx, organizationId: string, surveyId: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    SELECT id, question, codes, at_least AS "atLeast", days FROM collection.alert_rule
    WHERE organization_id = ${organizationId} AND study_id = ${surveyId} ORDER BY id`.execute(tx);
  return rows;
}

export async function addRule(tx: Tx, organizationId: string, surveyId: string, rule: NewAlertRule): Promise<void> {
  await sql`
    INSERT INTO collection.alert_rule (organization_id, id, study_id, question, codes, at_least, days)
    VALUES (${organizationId}, ${newId()}, ${surveyId}, ${rule.question}, ${rule.codes}, ${rule.atLeast}, ${rule.days})`.execute(
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
    SELECT a.id, a.rule_id AS "ruleId", a.raised_on::text AS "raisedOn", a.who, a.due::text AS due, a.done_on::text AS "doneOn"
    FROM collection.alert a
    JOIN collection.alert_rule r ON r.organization_id = a.organization_id AND r.id = a.rule_id
    WHERE a.organization_id = ${organizationId} AND r.study_id = ${surveyId}
    ORDER BY a.raised_on DESC, a.id DESC LIMIT 100`.execute(tx);
  return rows;
}

/** Says who follows an alert up; false where there is none. */
export async function saveFollowUp(
  tx: Tx,
  organizationId: string,
  of: { readonly surveyId: string; readonly alertId: string },
  { who, due, done }: FollowUp,
  today: string,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE collection.alert a SET who = ${who}, due = ${due}::date,
      done_on = CASE WHEN ${done} THEN coalesce(a.done_on, ${today}::date) END
    FROM collection.alert_rule r
    WHERE a.organization_id = ${organizationId} AND a.id = ${of.alertId}
      AND r.organization_id = a.organization_id AND r.id = a.rule_id AND r.study_id = ${of.surveyId}
    RETURNING a.id`.execute(tx);
  return rows.length === 1;
}

export async function countOpen(tx: Tx, organizationId: string): Promise<OpenAlerts> {
  const { rows } = await sql<OpenAlerts[number]>`
    SELECT r.study_id AS "surveyId", count(*)::integer AS open FROM collection.alert a
    JOIN collection.alert_rule r ON r.organization_id = a.organization_id AND r.id = a.rule_id
    WHERE a.organization_id = ${organizationId} AND a.done_on IS NULL GROUP BY 1`.execute(tx);
  return rows;
}

/**
 * Looks at the rules of a survey that may be looked at again: the wave has gained `threshold` responses since the last look. One is raised
 * where as many people as it says gave one of its answers in its days, and at least `threshold` others answered that question otherwise,
 * or everybody's answer would be known; not again until its days are over. Gives the rules raised now.
 */
export async function raiseAlerts(
  tx: Tx,
  organizationId: string,
  of: { readonly surveyId: string; readonly waveId: string; readonly total: number; readonly today: string },
  threshold: number,
): Promise<readonly string[]> {
  const due = await sql<{ id: string; question: string; codes: string[]; at_least: number; days: number }>`
    UPDATE collection.alert_rule SET seen_wave = ${of.waveId}, seen_total = ${of.total}
    WHERE organization_id = ${organizationId} AND study_id = ${of.surveyId}
      AND (seen_wave IS DISTINCT FROM ${of.waveId}::uuid AND ${of.total}::int >= ${threshold}::int
        OR seen_wave = ${of.waveId}::uuid AND ${of.total}::int >= seen_total + ${threshold}::int)
    RETURNING id, question, codes, at_least, days`.execute(tx);
  const raised: string[] = [];
  for (const rule of due.rows) {
    const since = sql`${of.today}::date - ${rule.days - 1}::int`;
    const counted = await sql<{ such: number; others: number }>`
      SELECT count(*) FILTER (WHERE r.answers -> ${rule.question}::text -> 'codes' ?| ${rule.codes}::text[])::int AS such,
        count(*) FILTER (WHERE r.answers -> ${rule.question}::text ? 'codes'
          AND NOT r.answers -> ${rule.question}::text -> 'codes' ?| ${rule.codes}::text[])::int AS others
      FROM collection.response r
      WHERE r.organization_id = ${organizationId} AND r.wave_id = ${of.waveId} AND r.answered_on >= ${since}`.execute(
      tx,
    );
    const { such = 0, others = 0 } = counted.rows[0] ?? {};
    if (such < rule.at_least || others < threshold) continue;
    const { rows } = await sql`
      INSERT INTO collection.alert (organization_id, id, rule_id, wave_id, raised_on)
      SELECT ${organizationId}::uuid, ${newId()}::uuid, ${rule.id}::uuid, ${of.waveId}::uuid, ${of.today}::date
      WHERE NOT EXISTS (SELECT 1 FROM collection.alert a WHERE a.organization_id = ${organizationId}
        AND a.rule_id = ${rule.id} AND a.wave_id = ${of.waveId} AND a.raised_on >= ${since})
      RETURNING id`.execute(tx);
    if (rows.length === 1) raised.push(rule.id);
  }
  return raised;
}
