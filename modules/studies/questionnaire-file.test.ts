import { formatInstrument } from '@common-measure/instrument';
import { accountsRoutes, authenticate } from '@common-measure/modules/accounts/server';
import { instrumentRoutes } from '@common-measure/modules/instruments/server';
import { anOwner, aServerOf, type Person, type TestServer } from '@common-measure/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyRoutes } from './server.ts';

let place: TestServer;
let alice: Person;
beforeAll(async () => {
  place = await aServerOf([...accountsRoutes, ...instrumentRoutes, ...surveyRoutes], authenticate);
  alice = await anOwner(place.server, place.database, 'alice');
});
afterAll(() => place?.close());

const wanted = {
  name: { en: 'Counter visits', fr: 'Visites au comptoir' },
  samplingClass: 'non-probability',
  timeZone: 'America/Halifax',
  packId: null,
};
const create = (instrument: unknown) => alice.send('POST', '/api/surveys', { ...wanted, instrument });
const surveys = async () => (await alice.send('GET', '/api/surveys')).json().length;
const instrumentOf = async (survey: { instrumentId: string }) =>
  (await alice.send('GET', `/api/instruments/${survey.instrumentId}`)).json().instrument;

test('a survey starts from the file of another one, word by word, with its links to the bank', async () => {
  const first = (await alice.send('POST', '/api/surveys', { ...wanted, packId: 'client_satisfaction_core' })).json();
  const original = await instrumentOf(first);
  const again = await create(JSON.parse(formatInstrument(original)));
  expect(again.statusCode).toBe(200);
  expect(await instrumentOf(again.json())).toEqual(original);
  expect(original.sections[0].questions[0].item).not.toBeNull();
});

test('a document with an unknown field or a code twice is refused with place and remedy, and no survey is made', async () => {
  const first = (await alice.send('POST', '/api/surveys', { ...wanted, packId: 'client_satisfaction_core' })).json();
  const original = await instrumentOf(first);
  const before = await surveys();
  const unknown = await create({ ...original, colour: 'red' });
  expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'questionnaire-file-refused']);
  expect(unknown.json().title.en).toContain('"colour" is not a field of an instrument file. Remove it');
  const [section] = original.sections;
  const twice = { ...section, questions: [section.questions[0], section.questions[0]] };
  const refused = await create({ ...original, sections: [twice] });
  expect(refused.json().title.fr).toContain('La question 2\u00a0: une question précédente porte aussi le code');
  expect((await create('a text')).statusCode).toBe(422);
  expect(await surveys()).toBe(before);
});

test('markup and script in a file are kept as characters', async () => {
  const pasted = '<script>alert(1)</script><b>Bold</b>';
  const first = (await alice.send('POST', '/api/surveys', wanted)).json();
  const made = await create({ ...(await instrumentOf(first)), introduction: { en: pasted, fr: pasted } });
  expect((await instrumentOf(made.json())).introduction.en).toBe(pasted);
});
