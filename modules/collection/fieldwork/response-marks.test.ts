import { randomUUID } from 'node:crypto';
import { parseCsv } from '@common-measure/dataset';
import { type Instrument, pagesOf } from '@common-measure/instrument';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyType } from '../every-type.fixture.ts';
import { Fieldwork, type OpenSurvey } from '../fieldwork.fixture.ts';
import { Respondent } from '../respondent.fixture.ts';
import { waveDataset } from '../server.ts';
import { leastSeconds } from './page-haste.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;

const [rated] = everyType.sections.flatMap(({ questions }) => questions.filter(({ type }) => type === 'rating'));
if (!rated?.scale) throw new Error('no rating');
const statements = ['one', 'two', 'three', 'four'];
const words = 'which of the many words of this long statement do you think of when you think of the visit';
/** A page of a matrix of four statements, and a page of one question. */
const instrument: Instrument = {
  ...everyType,
  arms: undefined,
  quotas: undefined,
  sections: [
    {
      code: 'matrix',
      title: { en: 'Matrix', fr: 'Matrice' },
      questions: statements.map((code) => ({
        ...rated,
        code,
        wording: { en: `${code}: ${words}`, fr: `${code}: ${words}` },
        hint: null,
        group: 'matrix',
        required: false,
        showIf: null,
      })),
    },
  ],
} as Instrument;

beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurveyOf(instrument);
  const members = (await fieldwork.alice.send('GET', '/api/members')).json();
  const me = members.find((one: { readonly isYou: boolean }) => one.isYou);
  await fieldwork.alice.send('PATCH', `/api/members/${me.accountId}`, { mayReadSingleResponses: true });
});
afterAll(() => fieldwork?.close());

async function send(codes: readonly string[], mode = 'paper'): Promise<string> {
  const id = randomUUID();
  const entries = Object.fromEntries(statements.map((code, at) => [code, codes[at] ? [codes[at]] : []]));
  const reply = await fieldwork.alice.send('PUT', `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`, {
    language: 'en',
    mode,
    entries,
  });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return id;
}

/** Answers on the pages; each page is said to have been made so many seconds ago. */
async function answerAfter(seconds: number, way = ''): Promise<void> {
  const person = await new Respondent(fieldwork.server).open(`${survey.answerPath}${way}`);
  await person.press('start');
  person.page = person.page.replace(
    /(name="since" value=")(\d+)/,
    (_, before: string, since: string) => `${before}${Number(since) - seconds}`,
  );
  await person.press('next', { one: '1', two: '2', three: '1', four: '2' });
  await person.press('send');
  expect(person.code()).not.toBe('');
}

const marks = async () =>
  (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/fieldwork/course`)).json().marks;

test('straight lines are marked as answers arrive, and every answer is kept', async () => {
  await send(['3', '3', '3', '3']);
  await send(['3', '3', '3', '1']);
  await send(['3', '3']);
  expect(await marks()).toMatchObject({ linesTold: 2, straightLined: 1, hasteTold: 0, hasty: 0 });
  expect((await fieldwork.counts(survey)).total).toBe(3);
});

test('haste is marked of who went on sooner than the page can be read, and no time is kept', async () => {
  const [page] = pagesOf(instrument.sections);
  if (!page) throw new Error('no page');
  expect(leastSeconds(page, 'en')).toBeGreaterThan(5);
  await answerAfter(0);
  await answerAfter(90);
  expect(await marks()).toMatchObject({ hasteTold: 2, hasty: 1 });
  const { rows } = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    sql<{ row: object }>`SELECT to_jsonb(r) - 'answers' AS row FROM collection.response r`.execute(tx),
  );
  expect(rows.flatMap(({ row }) => Object.keys(row)).filter((name) => /second|time|look/.test(name))).toEqual([]);
});

test('the dataset and the file of single responses hold the marks in columns of their own', async () => {
  const dataset = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
    waveDataset(tx, fieldwork.organizationId, survey.waveId),
  );
  if (!dataset) throw new Error('no dataset');
  expect(dataset.codebook.variables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['answer_straightlining', 'answer_speeding']),
  );
  expect(dataset.codebook.variables.map(({ column }) => column)).toEqual(dataset.headers);
  const of = (name: string) => dataset.rows.map((row) => row[dataset.headers.indexOf(name)]).toSorted();
  expect(of('answer_straightlining')).toEqual(['0', '0', '0', '1', 'not-told']);
  expect(of('answer_speeding')).toEqual(['0', '1', 'not-told', 'not-told', 'not-told']);
  const [header = [], ...rows] = parseCsv(
    (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/responses.csv`)).body,
    ',',
  );
  for (const name of ['answer_straightlining', 'answer_speeding'])
    expect(rows.map((row) => row[header.indexOf(name)]).toSorted()).toEqual(of(name));
});

test('the rate of an invitation stands with the answers that came by it, and with no others', async () => {
  const dataset = () =>
    fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      waveDataset(tx, fieldwork.organizationId, survey.waveId),
    );
  expect((await dataset())?.headers).not.toContain('answer_invited_every');
  await fieldwork.alice.send('PUT', `/api/surveys/${survey.id}/intercept`, {
    every: 1,
    moment: 'load',
    rememberDays: 30,
    isOn: true,
  });
  for (const no of ['0', '1'])
    await fieldwork.server.inject({
      method: 'POST',
      url: `${survey.answerPath}/intercept/visits`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `no=${no}`,
    });
  await answerAfter(90, '?w=i');
  const made = await dataset();
  const at = made?.headers.indexOf('answer_invited_every') ?? -1;
  expect(made?.rows.map((row) => row[at]).toSorted()).toEqual(['1', ...Array(5).fill('not-invited')]);
  const { body } = await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/responses.csv`);
  const [header = [], ...rows] = parseCsv(body, ',');
  expect(rows.filter((row) => row[header.indexOf('answer_invited_every')] === '1')).toHaveLength(1);
  const { invitations } = (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}/fieldwork/course`)).json();
  expect(invitations).toMatchObject([{ every: 1, visits: 2, drawn: 2, remembered: 1, invited: 1, answered: 1 }]);
});

test('counts hold over the mixing of a day that is over, and a withdrawn answer leaves them', async () => {
  const before = await marks();
  await fieldwork.place.database.withOwner(async (client) => {
    await client.query(`UPDATE collection.response SET answered_on = answered_on - 3 WHERE wave_id = $1`, [
      survey.waveId,
    ]);
  });
  expect(await fieldwork.counts(survey)).toMatchObject({ total: 6 });
  expect(await marks()).toEqual(before);
  await fieldwork.place.database.withOwner(async (client) => {
    const { rows } = await client.query(`SELECT count(*)::int AS mixed FROM collection.response WHERE mixed`);
    expect(rows[0].mixed).toBe(6);
    await client.query('DELETE FROM collection.response WHERE wave_id = $1 AND straight_lined', [survey.waveId]);
  });
  expect(await marks()).toMatchObject({ linesTold: before.linesTold - 1, straightLined: 0 });
});

test('whoever may not read single responses gets the counts in steps of the threshold', async () => {
  const members = (await fieldwork.alice.send('GET', '/api/members')).json();
  const me = members.find((one: { readonly isYou: boolean }) => one.isYou);
  await fieldwork.alice.send('PATCH', `/api/members/${me.accountId}`, { mayReadSingleResponses: false });
  for (let person = 0; person < 12; person++) await send(['2', '2', '2', '2']);
  expect(await marks()).toMatchObject({ linesTold: 10, straightLined: 10, hasty: 0 });
});
