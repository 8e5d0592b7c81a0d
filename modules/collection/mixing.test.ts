import { randomUUID } from 'node:crypto';
import { readFieldedWave } from '@common-measure/modules/studies/server';
import type { Tx } from '@common-measure/platform/database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { mixArrivals } from './mixing.ts';
import { recordResponse, withdrawResponse } from './response-store.ts';
import { waveDataset } from './wave-dataset.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const people = 200;
const codeOf = (id: string) => id.replaceAll('-', '').slice(0, 16);

/** Records people one after another, each in a transaction of her own, on the day of `now`; gives their ids in order of arrival. */
async function arrivals(survey: OpenSurvey, now: Date, count = people): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids)
    await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
      const wave = (await readFieldedWave(tx, fieldwork.organizationId, survey.waveId))!;
      const answers = { overall_satisfaction: { kind: 'codes', codes: ['4'] } } as const;
      const sent = { id, language: 'en', mode: 'web', answers, withdrawalCode: codeOf(id) } as const;
      expect(await recordResponse(tx, wave, sent, now)).toBe('recorded');
    });
  return ids;
}

/** What somebody who reads the database's own notes sees: the ids in the order of the table, and the transactions that wrote them. */
async function notes(survey: OpenSurvey) {
  const rows = await fieldwork.place.database.withOwner(async (client) => {
    const found = await client.query<{ id: string; written: string; mixed: boolean }>(
      'SELECT id, xmin::text AS written, mixed FROM collection.response WHERE wave_id = $1 ORDER BY ctid',
      [survey.waveId],
    );
    return found.rows;
  });
  return { order: rows.map((row) => row.id), written: new Set(rows.map((row) => row.written)), rows };
}

/** Correlation of two orders of the same ids, -1 to 1 (Spearman). */
function rankCorrelation(one: readonly string[], other: readonly string[]): number {
  const place = new Map(other.map((id, rank) => [id, rank]));
  const squares = one.reduce((sum, id, rank) => sum + (rank - (place.get(id) ?? Number.NaN)) ** 2, 0);
  return 1 - (6 * squares) / (one.length * (one.length ** 2 - 1));
}

const yesterday = () => new Date(Date.now() - 26 * 3_600_000);
const inOrganization = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  fieldwork.place.database.transact(fieldwork.scope, work);

describe('the order of the table and of its transactions', () => {
  test('tells nothing of who came before whom once the day is over and the next person answers', async () => {
    const survey = await fieldwork.openSurvey();
    const arrived = await arrivals(survey, yesterday());
    const before = await notes(survey);
    // The measure sees an order where there is one.
    expect(rankCorrelation(before.order, arrived)).toBe(1);
    expect(before.written.size).toBe(people);

    await arrivals(survey, new Date(), 1);
    const after = await notes(survey);
    const mixed = after.rows.filter((row) => row.mixed);
    expect(mixed.map((row) => row.id).toSorted()).toEqual([...arrived].toSorted());
    expect(new Set(mixed.map((row) => row.written)).size).toBe(1);
    // Five standard errors of the correlation of 200 in random order.
    expect(
      Math.abs(
        rankCorrelation(
          mixed.map((row) => row.id),
          arrived,
        ),
      ),
    ).toBeLessThan(5 / Math.sqrt(people - 1));
  });

  test('is mixed for the last day, too, once the survey is closed and its answers are read', async () => {
    const survey = await fieldwork.openSurvey();
    await arrivals(survey, new Date(), 20);
    await fieldwork.alice.send('POST', `/api/surveys/${survey.id}/close`);
    await inOrganization((tx) => waveDataset(tx, fieldwork.organizationId, survey.waveId));
    const after = await notes(survey);
    expect(after.rows).toHaveLength(20);
    expect(after.rows.every((row) => row.mixed)).toBe(true);
    expect(after.written.size).toBe(1);
  });
});

describe('mixing', () => {
  test('changes no answer, no day and no receipt', async () => {
    const survey = await fieldwork.openSurvey();
    const ids = await arrivals(survey, yesterday(), 30);
    const content = () =>
      inOrganization(async (tx) => {
        const { rows } = await sql`
          SELECT id, language, mode, answered_on::text, answers, encode(content_hash, 'hex') AS hash,
            encode(withdrawal_hash, 'hex') AS code
          FROM collection.response WHERE wave_id = ${survey.waveId} ORDER BY id`.execute(tx);
        return rows;
      });
    const before = await content();
    expect(await inOrganization((tx) => mixArrivals(tx, survey.waveId, 'closed'))).toBe(ids.length);
    expect(await content()).toEqual(before);
    expect(await inOrganization((tx) => mixArrivals(tx, survey.waveId, 'closed'))).toBe(0);
  });

  test('loses no withdrawal that comes meanwhile', async () => {
    const survey = await fieldwork.openSurvey();
    const ids = await arrivals(survey, yesterday(), 30);
    const wave = await inOrganization((tx) => readFieldedWave(tx, fieldwork.organizationId, survey.waveId));
    const done = await Promise.all([
      inOrganization(async (tx) => {
        await mixArrivals(tx, survey.waveId, 'closed');
        await sql`SELECT pg_sleep(0.2)`.execute(tx);
        return true;
      }),
      ...ids.slice(3, 6).map(async (id) => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return inOrganization((tx) => withdrawResponse(tx, wave!, codeOf(id), new Date()));
      }),
    ]);
    expect(done).toEqual([true, true, true, true]);
    expect((await notes(survey)).rows).toHaveLength(27);
  });

  test('reaches no other organization', async () => {
    const survey = await fieldwork.openSurvey();
    await arrivals(survey, yesterday(), 3);
    const foreign = { organizationId: randomUUID(), accountId: null };
    const moved = await fieldwork.place.database.transact(foreign, (tx) => mixArrivals(tx, survey.waveId, 'closed'));
    expect(moved).toBe(0);
  });
});
