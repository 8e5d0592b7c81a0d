import { policyFor } from '@common-measure/disclosure';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { dayIn, readFieldedWave, readSurvey } from '@common-measure/modules/studies/server';
import { type Database, newId, type Tx } from '@common-measure/platform/database';
import { recordEvent } from '@common-measure/platform/http';
import { sql } from 'kysely';
import { daysBefore, longestWatch, lookAtAnswers, type Seen } from './alert-look.ts';
import { listRules } from './alert-store.ts';
import { tallyAnswers } from './answer-tally.ts';
import { countStored } from './closing-rule.ts';
import { readWavePlan } from './wave-plan.ts';

/** Looks at the rules of every survey and raises what is met, each with its line in the audit trail; gives how many alerts were raised. */
export async function raiseDueAlerts(database: Database, now: Date): Promise<number> {
  const watched = await database.withOwner((client) =>
    client.query<{ organizationId: string; surveyId: string }>(
      `SELECT DISTINCT organization_id AS "organizationId", study_id AS "surveyId" FROM collection.alert_rule`,
    ),
  );
  const failures: unknown[] = [];
  let raised = 0;
  for (const { organizationId, surveyId } of watched.rows)
    await database
      .transact({ organizationId, accountId: null }, (tx) => raiseAlertsOf(tx, organizationId, surveyId, now))
      .then(
        (more) => {
          raised += more;
        },
        (error: unknown) => failures.push(error),
      );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${watched.rows.length} surveys`);
  return raised;
}

/** The same for the present round of one survey. */
async function raiseAlertsOf(tx: Tx, organizationId: string, surveyId: string, now: Date): Promise<number> {
  const survey = await readSurvey(tx, organizationId, surveyId);
  const wave = survey.state === 'draft' ? null : await readFieldedWave(tx, organizationId, survey.waveId);
  if (wave === null) return 0;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`collection.alerts ${wave.waveId}`}, 0))`.execute(tx);
  const { threshold } = policyFor('organization');
  const total = await countStored(tx, wave);
  const today = dayIn(wave.timeZone, now);
  const instrument = await publishedInstrument(tx, organizationId, wave.instrumentVersionId);
  const { officeQuestion } = await readWavePlan(tx, organizationId, wave.waveId, instrument);
  const rules = Map.groupBy(await listRules(tx, organizationId, surveyId), ({ question }) => question);
  let raised = 0;
  for (const [question, ofQuestion] of rules) {
    const last = await readLook(tx, organizationId, wave.waveId, question);
    if (total < last.total + threshold) continue;
    const since = daysBefore(today, longestWatch - 1);
    const tallies = await tallyAnswers(tx, organizationId, wave.waveId, { surveyId, question, officeQuestion, since });
    const { met, seen } = lookAtAnswers(ofQuestion, tallies, last.seen, today, threshold);
    await saveLook(tx, organizationId, wave.waveId, question, { total, seen });
    for (const { ruleId, office } of met) {
      const days = ofQuestion.find(({ id }) => id === ruleId)?.days ?? 1;
      const alert = { ruleId, office, waveId: wave.waveId, today, since: daysBefore(today, days - 1) };
      const id = await addAlert(tx, organizationId, alert);
      if (id === null) continue;
      raised += 1;
      const details = { rule: ruleId, alert: id };
      const event = { name: 'alert.raised', accountId: null, organizationId, entity: `survey:${surveyId}`, details };
      await recordEvent(tx, event);
    }
  }
  return raised;
}

async function readLook(
  tx: Tx,
  organizationId: string,
  waveId: string,
  question: string,
): Promise<{ readonly total: number; readonly seen: Seen }> {
  const { rows } = await sql<{ total: number; seen: Seen }>`
    SELECT total, seen FROM collection.alert_look
    WHERE organization_id = ${organizationId} AND wave_id = ${waveId} AND question = ${question}`.execute(tx);
  return rows[0] ?? { total: 0, seen: {} };
}

async function saveLook(
  tx: Tx,
  organizationId: string,
  waveId: string,
  question: string,
  { total, seen }: { readonly total: number; readonly seen: Seen },
): Promise<void> {
  await sql`
    INSERT INTO collection.alert_look (organization_id, wave_id, question, total, seen)
    VALUES (${organizationId}, ${waveId}, ${question}, ${total}, ${JSON.stringify(seen)}::jsonb)
    ON CONFLICT (organization_id, wave_id, question) DO UPDATE SET total = excluded.total, seen = excluded.seen`.execute(
    tx,
  );
}

/** Raises an alert unless one of the same rule and office stands within its days; its id, or null. */
async function addAlert(
  tx: Tx,
  organizationId: string,
  alert: {
    readonly ruleId: string;
    readonly office: string;
    readonly waveId: string;
    readonly today: string;
    readonly since: string;
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO collection.alert (organization_id, id, rule_id, wave_id, raised_on, office)
    SELECT ${organizationId}::uuid, ${newId()}::uuid, ${alert.ruleId}::uuid, ${alert.waveId}::uuid, ${alert.today}::date, ${alert.office}
    WHERE NOT EXISTS (SELECT 1 FROM collection.alert a WHERE a.organization_id = ${organizationId} AND a.rule_id = ${alert.ruleId}
      AND a.office = ${alert.office} AND a.wave_id = ${alert.waveId} AND a.raised_on >= ${alert.since}::date)
    RETURNING id`.execute(tx);
  return rows[0]?.id ?? null;
}
