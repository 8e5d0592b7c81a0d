import { randomUUID } from 'node:crypto';
import { parseCsv } from '@common-measure/dataset';
import type { Entries } from '@common-measure/instrument';
import { aColleague, anOwner, stranger } from '@common-measure/platform/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { waveDataset } from '../server.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
const people: readonly Entries[] = [
  { clear: ['3'], calm: ['-na'], likely: ['10'], helpful: ['1'], purpose: ['books'], used: ['desk', 'rooms'] },
  { purpose: ['other'], purpose_other: ['=1+1'], used: ['none'], order: ['staff', 'hours'], minutes: ['45'] },
  { likely: ['-dk'], day: ['2026-02-03'], comment: ['=HYPERLINK("http://example.ca")'], branch: ['a, "b"\nc'] },
  { minutes: ['-dk'], day: ['-pns'], order: ['-dk'], comment: ['  +1'] },
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
      expect([name, row.get(name)]).toEqual([name, /^\s*[=+@|-]/.test(cell) ? `'${cell}` : cell]);
    }
  }
  expect(told.map((row) => row.get('comment'))).toContain(`'+1`);
});

test('taking the file is in the audit trail, with how many it held', async () => {
  const { rows } = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    sql<{ details: object }>`SELECT details FROM cm.event WHERE name = 'responses.exported'`.execute(tx),
  );
  expect(rows.map(({ details }) => details)).toContainEqual({ format: 'csv', responses: people.length });
});
