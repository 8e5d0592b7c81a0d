import { type Codebook, parseCodebook, readDataset, writeCsv } from '@common-measure/dataset';
import { filledInstrument, questionFromItem } from '@common-measure/instrument';
import { starterBank } from '@common-measure/modules/question-bank/server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyInstrument } from '../../packages/instrument/src/arbitrary-instrument.fixture.ts';
import { builtInstrument } from '../../packages/instrument/src/built-instrument.fixture.ts';
import { everyType } from './every-type.fixture.ts';
import { Fieldwork } from './fieldwork.fixture.ts';
import { waveDataset } from './server.ts';

let fieldwork: Fieldwork;
let surveyId = '';
let instrumentId = '';
const send = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: Record<string, unknown>) =>
  (await fieldwork.alice.send(method, path, body)).json();

beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  ({ id: surveyId, instrumentId } = await send('POST', '/api/surveys', {
    name: { en: 'Library', fr: 'Bibliothèque' },
    samplingClass: 'non-probability',
    timeZone: 'America/Halifax',
    packId: null,
  }));
});
afterAll(() => fieldwork?.close());

describe('an instrument', () => {
  test('of any shape that the schema takes survives saving, loading and copying unchanged', async () => {
    let revision = 1;
    // A link to the bank stays only where the bank has that item; that is another story.
    const unlinked = anyInstrument.map((instrument) => ({
      ...instrument,
      sections: instrument.sections.map((section) => ({
        ...section,
        questions: section.questions.map(({ changedFrom: _bank, ...question }) => ({ ...question, item: null })),
      })),
    }));
    await fc.assert(
      fc.asyncProperty(unlinked, async (instrument) => {
        const saved = await send('PUT', `/api/instruments/${instrumentId}`, { revision, instrument });
        revision = saved.revision;
        expect(saved.instrument).toEqual(instrument);
        expect((await send('GET', `/api/instruments/${instrumentId}`)).instrument).toEqual(instrument);
        const copy = await send('POST', `/api/surveys/${surveyId}/copies`);
        expect((await send('GET', `/api/instruments/${copy.instrumentId}`)).instrument).toEqual(instrument);
      }),
      { numRuns: 60 },
    );
  });

  test('that the builder can make survives saving, loading, publishing, revising and copying unchanged', async () => {
    const bank = starterBank();
    const wanted = { name: { en: 'Any', fr: 'Tout' }, samplingClass: 'non-probability', timeZone: 'America/Halifax' };
    const items = bank.items.slice(0, 20).map((item) => questionFromItem(bank, item));
    await fc.assert(
      fc.asyncProperty(builtInstrument(items), async (instrument) => {
        const { id, instrumentId: draftId } = await send('POST', '/api/surveys', { ...wanted, packId: null });
        const address = `/api/instruments/${draftId}`;
        const saved = await send('PUT', address, { revision: 1, instrument });
        expect([saved.instrument, saved.flaws]).toEqual([instrument, []]);
        expect((await send('POST', `/api/surveys/${id}/publish`)).state).toBe('open');
        expect((await send('GET', address)).instrument).toEqual(instrument);
        const version = await send('GET', `${address}/versions/1`);
        expect(version.instrument).toEqual(filledInstrument(instrument));
        const copy = await send('POST', `/api/surveys/${id}/copies`);
        expect((await send('GET', `/api/instruments/${copy.instrumentId}`)).instrument).toEqual(instrument);
        const revised = await send('POST', `${address}/revising`);
        expect([revised.instrument, revised.revises.number]).toEqual([instrument, 1]);
      }),
      { numRuns: 60 },
    );
  });

  test('with one question of each type survives publishing unchanged, and a copy of it is the same draft', async () => {
    const { revision } = await send('GET', `/api/instruments/${instrumentId}`);
    const saved = await send('PUT', `/api/instruments/${instrumentId}`, { revision, instrument: everyType });
    expect(saved.flaws).toEqual([]);
    expect((await send('POST', `/api/surveys/${surveyId}/publish`)).state).toBe('open');
    expect((await send('GET', `/api/instruments/${instrumentId}`)).instrument).toEqual(everyType);
    const copy = await send('POST', `/api/surveys/${surveyId}/copies`);
    const { instrument, published } = await send('GET', `/api/instruments/${copy.instrumentId}`);
    expect([instrument, published]).toEqual([everyType, null]);
  });
});

describe('another client', () => {
  const sending = async (entries: Record<string, readonly string[]>) => {
    const { answerPath } = await send('GET', `/api/surveys/${surveyId}`);
    const token = answerPath.split('/').at(-1);
    return fieldwork.server.inject({
      method: 'PUT',
      url: `/api/collect/${token}/responses/${crypto.randomUUID()}`,
      payload: { language: 'fr', mode: 'phone', entries },
    });
  };
  const entries = {
    answer_arm: ['long'],
    consent: ['yes'],
    likely: ['9'],
    purpose: ['other'],
    purpose_other: ['un film'],
    purpose_order: ['study', 'books', 'other'],
    used: ['desk', 'rooms'],
    order: ['staff=1', 'offer=2'],
    minutes: ['45'],
    day: ['2026-06-01'],
    found_long: ['no'],
    again: ['no'],
  };

  test('sends every type of answer, and each is recorded under the names that the codebook knows', async () => {
    expect((await sending(entries)).statusCode).toBe(200);
    const survey = await send('GET', `/api/surveys/${surveyId}`);
    const [answers] = await fieldwork.answersOf(survey);
    expect(answers).toMatchObject({
      answer_arm: { kind: 'codes', codes: ['long'] },
      purpose_other: { kind: 'text', text: 'un film' },
      purpose_order: { kind: 'codes', codes: ['study', 'books', 'other'] },
      order: { kind: 'codes', codes: ['staff', 'offer'] },
      day: { kind: 'date', date: '2026-06-01' },
      found: { kind: 'missing', missing: 'not-asked' },
      found_long: { kind: 'codes', codes: ['no'] },
      why_not: { kind: 'missing', missing: 'no-answer' },
    });
    expect(Object.keys(answers ?? {})).not.toContain('notice');
  });

  test('finds its answers in a dataset that reads without a fault', async () => {
    const survey = await send('GET', `/api/surveys/${surveyId}`);
    const wave = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      waveDataset(tx, fieldwork.organizationId, survey.waveId),
    );
    if (wave === null) throw new Error('no dataset');
    const row = Object.fromEntries(wave.headers.map((header, at) => [header, wave.rows[0]?.[at]]));
    expect(row).toMatchObject({
      likely: '9',
      'order.staff': '1',
      'order.offer': '2',
      'order.hours': '0',
      'used.rooms': '1',
      purpose_other: 'un film',
      purpose_order: 'study books other',
      day: '2026-06-01',
      found: 'not-asked',
      answer_arm: 'long',
    });
    const variables: Codebook['variables'] = wave.codebook.variables;
    expect(variables.map((variable) => variable.column)).toEqual(wave.headers);
    expect(parseCodebook(JSON.parse(JSON.stringify(wave.codebook))).ok).toBe(true);
    const read = readDataset(new TextEncoder().encode(writeCsv([wave.headers, ...wave.rows])), wave.codebook);
    expect(read.ok ? read.value.rows : read.reasons).toBe(1);
  });

  test.each([
    ['order', { order: ['staff=1', 'offer=1'] }],
    ['minutes', { minutes: ['601'] }],
    ['day', { day: ['2026-02-30'] }],
    ['used', { used: ['none', 'desk'] }],
    ['purpose', { purpose: ['books'] }],
    ['answer_arm', { answer_arm: ['middle'] }],
    ['purpose_order', { purpose_order: ['books'] }],
    ['notice', { notice: ['read'] }],
  ])('is refused with the name of %s, and nothing is recorded', async (code, wrong) => {
    const reply = await sending({ ...entries, ...wrong });
    expect([reply.statusCode, reply.json().code, reply.body]).toEqual([
      422,
      'answers-not-understood',
      expect.stringContaining(code),
    ]);
  });
});
