import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseCsv } from '@common-measure/dataset';
import type { Entries } from '@common-measure/instrument';
import { tableCell } from '@common-measure/kernel';
import { publishedInstrument } from '@common-measure/modules/instruments/server';
import { readFieldedWave } from '@common-measure/modules/studies/server';
import { aColleague, anOwner, stranger } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { waveDataset } from '../server.ts';
import { responseFile } from './response-file.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
const people: readonly Entries[] = [
  { clear: ['3'], calm: ['-na'], likely: ['10'], helpful: ['1'], purpose: ['books'], used: ['desk', 'rooms'] },
  { purpose: ['other'], purpose_other: ['=1+1'], used: ['none'], order: ['staff', 'hours'], minutes: ['45'] },
  { likely: ['-dk'], day: ['2026-02-03'], comment: ['=HYPERLINK("http://example.ca")'], branch: ['a, "b"\nc'] },
  { minutes: ['-dk'], day: ['-pns'], order: ['-dk'], comment: ['  +1'] },
  {
    comment: ['Call me at 902 555-0199; =cmd|calc'],
    branch: ['\\.'],
    purpose: ['other'],
    purpose_other: ['é, ＝1\t日本\u{1f600}'],
  },
  { comment: ['"\n@one,\r\n-two"'], branch: ['\ta;\r=b'] },
  {},
];
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurveyOf(everyType);
  for (const entries of people) {
    const reply = await stranger(fieldwork.server).send(
      'PUT',
      `/api/collect/${survey.answerPath.slice(3)}/responses/${randomUUID()}`,
      { language: 'fr', mode: 'paper', entries: { answer_arm: ['long'], consent: ['yes'], ...entries } },
    );
    if (reply.statusCode !== 200) throw new Error(reply.body);
  }
});
afterAll(() => fieldwork?.close());

const file = () => fieldwork.alice.send('GET', `/api/surveys/${survey.id}/responses.csv`);

test('single responses are for those declared to read them', async () => {
  expect((await file()).json().code).toBe('responses-not-allowed');
  const victor = await aColleague(fieldwork.server, fieldwork.alice, 'victor', 'viewer');
  expect((await victor.send('GET', `/api/surveys/${survey.id}/responses.csv`)).statusCode).toBe(403);
  const otto = await anOwner(fieldwork.server, fieldwork.place.database, 'otto');
  expect((await otto.send('GET', `/api/surveys/${survey.id}/responses.csv`)).statusCode).toBe(404);
});

test('the file has the cells of the dataset made from the same wave, and nothing that a spreadsheet would run', async () => {
  const members = (await fieldwork.alice.send('GET', '/api/members')).json();
  const me = members.find((one: { readonly isYou: boolean }) => one.isYou);
  await fieldwork.alice.send('PATCH', `/api/members/${me.accountId}`, { mayReadSingleResponses: true });
  const reply = await file();
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  const [header = [], ...rows] = parseCsv(reply.body, ',');
  const dataset = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    waveDataset(tx, fieldwork.organizationId, survey.waveId),
  );
  if (!dataset) throw new Error('no dataset');
  expect(new Set(header)).toEqual(new Set(['response', ...dataset.headers]));
  const told = rows.map((row) => new Map(header.map((name, at) => [name, row[at]])));
  expect(told.map((row) => row.get('response'))).toEqual(dataset.ids.toSorted());
  for (const row of told) {
    const stored = dataset.rows[dataset.ids.indexOf(row.get('response') ?? '')] ?? [];
    for (const [at, name] of dataset.headers.entries()) {
      const cell = stored[at] ?? '';
      expect([name, row.get(name)]).toEqual([name, tableCell(cell)]);
    }
  }
  expect(told.map((row) => row.get('comment'))).toContain(`'+1`);
});

test('parts of any length make the same file, byte for byte', async () => {
  const { organizationId, scope, place } = fieldwork;
  const instrument = await place.database.transact(scope, async (tx) => {
    const wave = await readFieldedWave(tx, organizationId, survey.waveId);
    return publishedInstrument(tx, organizationId, wave?.instrumentVersionId ?? '');
  });
  const of = { organizationId, waveId: survey.waveId, instrument, marks: ['speeding'] as const };
  const whole = (await file()).body;
  expect(whole).toContain('＝1');
  expect(whole).not.toContain('0199');
  for (const lines of [1, 2, people.length, people.length + 1])
    expect(await text(responseFile(place.database, of, lines))).toBe(whole);
});

test('taking the file is in the audit trail, with how many it held', async () => {
  const { rows } = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    sql<{ details: object }>`SELECT details FROM cm.event WHERE name = 'responses.exported'`.execute(tx),
  );
  expect(rows.map(({ details }) => details)).toContainEqual({ format: 'csv', responses: people.length });
});
