import { type Codebook, readDataset, writeCsv } from '@common-measure/dataset';
import { anOwner } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';
import { waveDataset } from './server.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('what stands in the database', () => {
  test('no request can change or delete a response', async () => {
    for (const act of [sql`UPDATE collection.response SET language = 'fr'`, sql`DELETE FROM collection.response`])
      await expect(fieldwork.place.database.transact(fieldwork.scope, (tx) => act.execute(tx))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('neither the key, nor the withdrawal code, nor the receipt, nor a time of day', async () => {
    const survey = await fieldwork.openSurvey();
    const eve = await fieldwork.upToCheck(survey);
    const key = /name="key" value="([^"]*)"/.exec(eve.page)?.[1] ?? '';
    await eve.press('send');
    const dump = await fieldwork.place.database.withOwner(async (client) => {
      const { rows } = await client.query(
        'SELECT row_to_json(r)::text AS row FROM collection.response r UNION ALL SELECT row_to_json(e)::text FROM cm.event e',
      );
      return rows.map((row: { row: string }) => row.row).join('\n');
    });
    const codes = [...eve.page.matchAll(/class="code">([^<]*)</g)].map((match) => match[1] ?? '');
    expect(codes).toHaveLength(2);
    for (const secret of [key, ...codes]) expect(dump).not.toContain(secret);
    const columns = await fieldwork.place.database.withOwner((client) =>
      client.query(
        `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'collection' AND data_type LIKE 'time%'`,
      ),
    );
    // A tablet's last contact, in steps of a quarter of an hour, belongs to no answer.
    expect(columns.rows).toEqual([{ name: 'kiosk_device.seen_at' }]);
  });

  test('another organization sees nothing of it', async () => {
    const otto = await anOwner(fieldwork.server, fieldwork.place.database, 'otto');
    const survey = await fieldwork.openSurvey();
    expect((await otto.send('GET', `/api/surveys/${survey.id}/fieldwork`)).statusCode).toBe(404);
    const foreign = (await otto.send('GET', '/api/session')).json().organization.id;
    const seen = await fieldwork.place.database.transact({ organizationId: foreign, accountId: null }, (tx) =>
      sql<{
        n: number;
      }>`SELECT (SELECT count(*) FROM collection.response) + (SELECT count(*) FROM collection.draft) AS n`.execute(tx),
    );
    expect(Number(seen.rows[0]?.n)).toBe(0);
  });
});

test('a wave hands on its responses as a dataset that reads without a fault', async () => {
  const survey = await fieldwork.openSurvey();
  for (let person = 0; person < 3; person++) {
    const eve = fieldwork.respondent();
    await fieldwork.upToCheck(survey, eve, person === 0 ? 'fr' : 'en');
    await eve.press('send');
  }
  const data = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    waveDataset(tx, fieldwork.organizationId, survey.waveId),
  );
  expect(data?.rows).toHaveLength(3);
  expect(data?.codebook.design.samplingClass).toBe('non-probability');
  const encoded = readDataset(
    new TextEncoder().encode(writeCsv([data?.headers ?? [], ...(data?.rows ?? [])])),
    data?.codebook as Codebook,
  );
  expect(encoded.ok ? encoded.value.rows : encoded.reasons).toBe(3);
});
