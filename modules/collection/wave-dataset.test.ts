import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fieldwork } from './fieldwork.fixture.ts';
import { waveDataset } from './server.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

test('a wave of more responses than are read at once becomes a dataset of all of them, each once, in the order of their ids', async () => {
  const survey = await fieldwork.openSurvey();
  const eve = fieldwork.respondent();
  await eve.open(survey.answerPath, 'en');
  await eve.press('start');
  await eve.press('next', { overall_satisfaction: '4' });
  for (let part = 0; part < 12 && eve.page.includes('value="next"'); part++) await eve.press('next');
  await eve.press('send');
  const copies = 10_000;
  await fieldwork.place.database.withOwner((client) =>
    client.query(
      `INSERT INTO collection.response SELECT copy.* FROM collection.response r, generate_series(1, $1) AS copied,
         LATERAL jsonb_populate_record(r, jsonb_build_object('id', md5(copied::text), 'withdrawal_hash', NULL)) AS copy
       WHERE r.wave_id = $2`,
      [copies, survey.waveId],
    ),
  );
  const dataset = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    waveDataset(tx, fieldwork.organizationId, survey.waveId),
  );
  if (dataset === null) throw new Error('no dataset');
  const { ids, rows, headers } = dataset;
  expect([ids.length, rows.length, new Set(ids).size]).toEqual([copies + 1, copies + 1, copies + 1]);
  expect(ids).toEqual(ids.toSorted());
  const at = headers.indexOf('overall_satisfaction');
  expect(new Set(rows.map((row) => `${row.length} ${row[at]}`))).toEqual(new Set([`${headers.length} 4`]));
});
