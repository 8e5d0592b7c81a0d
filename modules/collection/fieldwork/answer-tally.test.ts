import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { mixSomeArrivals } from '../mixing.ts';
import { forgetWatched, tallyAnswers } from './answer-tally.ts';
import { raiseDueAlerts } from './raise-alerts.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
  const rule = { question: 'overall_satisfaction', codes: ['1'], atLeast: 10, days: 2 };
  await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/alert-rules`, rule);
  await arrive(1700);
});
afterAll(() => fieldwork?.close());

const since = '2026-01-03';

/** Responses of ten days; some gave no answer, some no office. */
function arrive(count: number, after = 0) {
  return fieldwork.place.database.withOwner((client) =>
    client.query(
      `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash)
       SELECT $1::uuid, gen_random_uuid(), $2::uuid, 'en', 'web', date '2026-01-01' + n % 10, jsonb_build_object('overall_satisfaction',
           CASE WHEN n % 9 = 0 THEN '{"kind": "missing", "missing": "no-answer"}' ELSE jsonb_build_object('kind', 'codes', 'codes', jsonb_build_array((n / 10 % 5)::text)) END)
           || CASE WHEN n % 4 = 0 THEN '{}' ELSE jsonb_build_object('region', jsonb_build_object('kind', 'codes', 'codes', jsonb_build_array('r' || n / 10 % 3))) END,
         sha256(n::text::bytea), sha256(('w' || n)::bytea)
       FROM generate_series($4::int + 1, $4::int + $3::int) AS n`,
      [fieldwork.organizationId, survey.waveId, count, after],
    ),
  );
}

const told = (officeQuestion: string | null) =>
  fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const of = { surveyId: survey.id, question: 'overall_satisfaction', officeQuestion, since };
    return (await tallyAnswers(tx, fieldwork.organizationId, survey.waveId, of))
      .map((one) => JSON.stringify(one))
      .sort();
  });

/** The same counts, taken from the responses themselves. */
const counted = (officeQuestion: string | null) =>
  fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const { rows } = await sql`
      SELECT answered_on::text AS day, coalesce(answers -> ${officeQuestion}::text -> 'codes' ->> 0, '') AS office,
        answers -> 'overall_satisfaction' -> 'codes' AS codes, count(*)::integer AS count
      FROM collection.response WHERE wave_id = ${survey.waveId} AND answered_on >= ${since}::date
        AND answers -> 'overall_satisfaction' ? 'codes' GROUP BY 1, 2, 3`.execute(tx);
    return rows.map((one) => JSON.stringify(one)).sort();
  });

const mixSome = () =>
  fieldwork.place.database.transact(fieldwork.scope, (tx) => mixSomeArrivals(tx, survey.waveId, 'closed'));
const kept = () =>
  fieldwork.place.database.withOwner(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      `SELECT coalesce(sum(count), 0)::integer AS count FROM collection.watched_count WHERE wave_id = $1`,
      [survey.waveId],
    );
    return rows[0]?.count ?? 0;
  });

test('tallies are those of the responses, whether none, some or all of them were mixed', async () => {
  expect((await counted('region')).length).toBeGreaterThan(100);
  let moved = 1;
  for (let look = 0; look < 6; look++) {
    expect(await told('region')).toEqual(await counted('region'));
    moved = await mixSome();
  }
  expect(moved).toBe(0);
  expect(await kept()).toBeGreaterThan(1000);
});

test('what arrives late, is withdrawn or erased changes them', async () => {
  await arrive(600, 1700);
  while ((await mixSome()) > 0);
  expect(await told('region')).toEqual(await counted('region'));
  await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    for (let n = 1; n <= 40; n++)
      await sql`SELECT collection.withdraw(${survey.waveId}, sha256(${`w${n}`}::bytea), '2026-01-12')`.execute(tx);
    await sql`SELECT collection.erase_due(${survey.waveId}, 'responses', '2026-01-04', '2026-01-12')`.execute(tx);
  });
  expect(await told('region')).toEqual(await counted('region'));
});

test('by another office they are counted anew', async () => {
  expect(await told(null)).toEqual(await counted(null));
  expect(await told('region')).toEqual(await counted('region'));
});

test('they are kept as long as a rule watches the question', async () => {
  const forget = () => fieldwork.place.database.transact(fieldwork.scope, (tx) => forgetWatched(tx, survey.id));
  await raiseDueAlerts(fieldwork.place.database, new Date());
  await forget();
  expect(await kept()).toBeGreaterThan(1000);
  const { rules } = (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/alerts`)).json();
  await fieldwork.alice.send('DELETE', `/api/surveys/${survey.id}/alert-rules/${rules[0].id}`);
  expect(await kept()).toBe(0);
});
