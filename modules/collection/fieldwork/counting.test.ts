import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurvey();
  await store(survey.waveId, 2000);
});
afterAll(() => fieldwork?.close());

/** Responses of ten days that are over, as they stand before anybody has mixed them. */
function store(waveId: string, count: number) {
  return fieldwork.place.database.withOwner((client) =>
    client.query(
      `INSERT INTO collection.response (organization_id, id, wave_id, language, mode, answered_on, answers, content_hash, withdrawal_hash, quotas)
       SELECT $1::uuid, gen_random_uuid(), $2::uuid, CASE WHEN n % 3 = 0 THEN 'fr' ELSE 'en' END, CASE WHEN n % 5 = 0 THEN 'phone' ELSE 'web' END,
         date '2026-01-01' + n % 10, jsonb_build_object('place', jsonb_build_object('kind', 'codes', 'codes', jsonb_build_array('o' || n % 7))),
         sha256(n::text::bytea), sha256(('w' || n)::bytea), CASE WHEN n % 4 = 0 THEN ARRAY[$2::uuid::text || '/q'] ELSE '{}' END
       FROM generate_series(1, $3::int) AS n`,
      [fieldwork.organizationId, waveId, count],
    ),
  );
}

/** The same counts, taken from the responses themselves. */
const counted = (waveId: string) =>
  fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const { rows } = await sql<{ total: number; french: number; phone: number; mixed: number }>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE language = 'fr')::int AS french,
        count(*) FILTER (WHERE mode = 'phone')::int AS phone, count(*) FILTER (WHERE mixed)::int AS mixed
      FROM collection.response WHERE wave_id = ${waveId}`.execute(tx);
    return rows[0];
  });

const counters = (waveId: string) =>
  fieldwork.place.database.withOwner(async (client) => {
    const { rows } = await client.query(
      `SELECT (SELECT sum(count)::int FROM collection.wave_count WHERE wave_id = $1) AS all,
        (SELECT sum(count)::int FROM collection.wave_count WHERE wave_id = $1 AND office = 'o3') AS office,
        (SELECT sum(count)::int FROM collection.quota_count WHERE wave_id = $1) AS quota`,
      [waveId],
    );
    return rows[0];
  });

describe('counts of a wave', () => {
  test('are those of its responses, whether some, none or all of them were mixed', async () => {
    for (let look = 0; look < 5; look++) {
      const told = await fieldwork.counts(survey);
      const stored = await counted(survey.waveId);
      expect(told.total).toBe(stored?.total);
      expect(told.byLanguage).toContainEqual({ key: 'fr', count: stored?.french });
      expect(told.byMode).toContainEqual({ key: 'phone', count: stored?.phone });
      expect(told.byDay).toHaveLength(10);
    }
    expect((await counted(survey.waveId))?.mixed).toBe(2000);
    expect(await counters(survey.waveId)).toEqual({ all: 2000, office: null, quota: 500 });
  });

  test('lose what is withdrawn', async () => {
    await fieldwork.place.database.withOwner((client) =>
      client.query(`DELETE FROM collection.response WHERE withdrawal_hash = sha256('w8')`),
    );
    expect((await fieldwork.counts(survey)).total).toBe(1999);
    expect(await counters(survey.waveId)).toMatchObject({ all: 1999, quota: 499 });
  });

  test('are taken again by office once that question is known, and go on from there', async () => {
    await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      sql`SELECT collection.set_office(${survey.waveId}, 'place')`.execute(tx),
    );
    const before = await counters(survey.waveId);
    expect(before).toEqual({ all: 1999, office: 286, quota: 499 });
    expect((await fieldwork.counts(survey)).total).toBe(1999);
  });

  test('no request changes a counter', async () => {
    for (const table of ['wave_count', 'quota_count'])
      await expect(
        fieldwork.place.database.transact(fieldwork.scope, (tx) =>
          sql`UPDATE ${sql.table(`collection.${table}`)} SET count = 0`.execute(tx),
        ),
      ).rejects.toThrow(/permission denied/);
  });
});
