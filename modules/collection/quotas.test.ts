import { randomUUID } from 'node:crypto';
import { type Entries, heldQuotas, type Instrument, type Quota, readAnswers } from '@common-measure/instrument';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fieldwork as Progress } from './contract.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { mixArrivals } from './mixing.ts';
import { onePerPage } from './paged.fixture.ts';
import type { Respondent } from './respondent.fixture.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

const waited: Quota = {
  code: 'waited',
  label: { en: 'People who waited', fr: 'Gens qui ont attendu' },
  if: { question: 'waited', answered: ['yes'] },
  target: 2,
  whenFull: 'end',
};
const withQuotas = (...quotas: readonly Quota[]): Instrument => ({ ...onePerPage, quotas });

/** Sends a response through the interface for other clients. */
const send = (survey: OpenSurvey, entries: Entries, id: string = randomUUID(), withdrawalCode: string | null = null) =>
  fieldwork.server.inject({
    method: 'PUT',
    url: `/api/collect/${survey.answerPath.slice(3)}/responses/${id}`,
    payload: { language: 'en', mode: 'web', entries: { solved: ['yes'], ...entries }, withdrawalCode },
  });
const fill = async (survey: OpenSurvey, count: number, entries: Entries = { waited: ['yes'] }) => {
  for (let index = 0; index < count; index += 1) expect((await send(survey, entries)).statusCode).toBe(200);
};
/** The quotas as somebody sees them who may read single responses. */
const exactly = async (survey: OpenSurvey) => {
  const rows = await fieldwork.place.database.withOwner((client) =>
    client.query<{ quota: string; counted: number }>(
      'SELECT key AS quota, count(*)::integer AS counted FROM collection.response, unnest(quotas) AS key WHERE wave_id = $1 GROUP BY key',
      [survey.waveId],
    ),
  );
  return Object.fromEntries(rows.rows.map(({ quota, counted }) => [quota.split('/')[1], counted]));
};
const progress = async (survey: OpenSurvey): Promise<Progress> => fieldwork.counts(survey);
const begun = async (survey: OpenSurvey): Promise<Respondent> => {
  const eve = fieldwork.respondent();
  await eve.open(survey.answerPath);
  return eve.press('start');
};

describe('a full quota', () => {
  test('thanks the person who comes into it before she is asked more, and keeps nothing of hers', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas(waited));
    await fill(survey, 2);
    const eve = await begun(survey);
    await eve.press('next', { waited: 'yes' });
    expect(eve.page).toContain('We have heard from enough people like you');
    expect(eve.page).not.toContain('name="q-');
    expect(eve.cookies.size).toBe(0);
    expect(await progress(survey)).toMatchObject({ total: 2, drafts: 0 });
  });

  test('says so in French', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, target: 1 }));
    await fill(survey, 1);
    const eve = fieldwork.respondent();
    await eve.open(survey.answerPath, 'fr');
    await eve.press('start');
    await eve.press('next', { waited: 'yes' });
    expect(eve.page).toContain('Assez de gens dans votre situation ont répondu');
  });

  test('is no matter for others', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas(waited));
    await fill(survey, 2);
    const eve = await begun(survey);
    await eve.press('next', { waited: 'no' });
    expect(eve.page).toContain('Was it solved?');
  });

  test('lets everybody finish who came into it while there was room', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas(waited));
    const eve = await begun(survey);
    await eve.press('next', { waited: 'yes' });
    await fill(survey, 2);
    for (const answers of [{ told: 'yes' }, { solved: 'yes' }, {}]) await eve.press('next', answers);
    await eve.press('send');
    expect(eve.page).toContain('Your answers have arrived');
    expect(await exactly(survey)).toEqual({ waited: 3 });
  });

  test('that is only watched stops nobody', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, whenFull: 'watch' }));
    await fill(survey, 2);
    const eve = await begun(survey);
    await eve.press('next', { waited: 'yes' });
    expect(eve.page).toContain('Were you told how long?');
  });

  test('has room again after a withdrawal', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, target: 1 }));
    const code = 'ABCD-EFGH-JKMN-PQRS';
    await send(survey, { waited: ['yes'] }, randomUUID(), code);
    expect((await progress(survey)).quotas).toMatchObject([{ isFull: true }]);
    const eve = fieldwork.respondent();
    await eve.open(`${survey.answerPath}/withdraw`);
    await eve.press('withdraw', { code });
    expect((await progress(survey)).quotas).toMatchObject([{ isFull: false, count: 0 }]);
    await begun(survey).then((ann) =>
      ann.press('next', { waited: 'yes' }).then(() => expect(ann.page).toContain('told how long')),
    );
  });
});

describe('counting', () => {
  test('fifty people who send at once for the last place are all received, and all counted', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, target: 10 }));
    await fill(survey, 9);
    const people = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const eve = await begun(survey);
        await eve.press('next', { waited: 'yes' });
        await eve.press('next', { told: 'yes' });
        await eve.press('next', { solved: 'yes' });
        return eve.press('next', {});
      }),
    );
    await Promise.all(people.map((eve) => eve.press('send')));
    for (const eve of people) expect(eve.page).toContain('Your answers have arrived');
    expect(await exactly(survey)).toEqual({ waited: 59 });
    const late = await begun(survey);
    await late.press('next', { waited: 'yes' });
    expect(late.page).toContain('enough people like you');
  });

  test('a response sent fifty times at once counts once', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas(waited));
    const id = randomUUID();
    const replies = await Promise.all(Array.from({ length: 50 }, () => send(survey, { waited: ['yes'] }, id)));
    expect(new Set(replies.map((reply) => reply.statusCode))).toEqual(new Set([200]));
    expect(await exactly(survey)).toEqual({ waited: 1 });
  });

  test('agrees with the conditions, whatever is answered, and stays right when arrivals are mixed', async () => {
    const quotas: readonly Quota[] = [
      waited,
      {
        ...waited,
        code: 'both',
        if: {
          all: [
            { question: 'again', answered: ['yes'] },
            { question: 'other', answered: ['yes'] },
          ],
        },
        target: 3,
      },
      { ...waited, code: 'told', if: { question: 'told', notAnswered: ['yes'] }, whenFull: 'watch' },
    ];
    const instrument = withQuotas(...quotas);
    const choice = fc.constantFrom<readonly string[]>(['yes'], ['no'], []);
    const people = fc.sample(
      fc.record({ waited: choice, told: choice, solved: fc.constant(['yes']), again: choice, other: choice }),
      { numRuns: 150, seed: 11 },
    );
    const survey = await fieldwork.openSurveyOf(instrument);
    await Promise.all(people.map((entries) => send(survey, entries)));
    const questions = instrument.sections.flatMap((section) => section.questions);
    const held = people.flatMap((entries) => heldQuotas(instrument, readAnswers(questions, entries).answers));
    const expected = Object.fromEntries(
      quotas.map(({ code }) => [code, held.filter((quota) => quota.code === code).length]),
    );
    expect(Object.values(expected).every((count) => count > 0)).toBe(true);
    expect(await exactly(survey)).toEqual(expected);
    await fieldwork.place.database.transact(fieldwork.scope, (tx) => mixArrivals(tx, survey.waveId, 'closed'));
    expect(await exactly(survey)).toEqual(expected);
  });
});

describe('the fieldwork page', () => {
  test('tells quotas in steps of ten people, so that nobody shows in a count that moves by one', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, target: 12 }));
    const shown: number[] = [];
    for (let people = 0; people < 12; people += 1) {
      await fill(survey, 1);
      shown.push((await progress(survey)).quotas[0]?.count ?? -1);
    }
    expect([...new Set(shown)]).toEqual([0, 10]);
    expect(await progress(survey)).toMatchObject({
      quotaStep: 10,
      quotas: [{ code: 'waited', target: 12, isFull: true, refused: 0 }],
    });
  });

  test('counts how often people were not asked further, without keeping anything of theirs', async () => {
    const survey = await fieldwork.openSurveyOf(withQuotas({ ...waited, target: 1 }));
    await fill(survey, 1);
    for (let index = 0; index < 10; index += 1) await (await begun(survey)).press('next', { waited: 'yes' });
    expect((await progress(survey)).quotas).toMatchObject([{ refused: 10 }]);
    // Reloading the page that says so only gets it again.
    for (let index = 0; index < 8; index += 1) await (await begun(survey)).press('next', { waited: 'yes' });
    const eve = await begun(survey);
    await eve.press('next', { waited: 'yes' });
    expect(eve.address).toBe(`${survey.answerPath}?from=full&lang=en`);
    await eve.open(eve.address);
    await eve.open(eve.address);
    expect([eve.page.includes('enough people like you'), eve.cookies.size]).toEqual([true, 0]);
    expect((await progress(survey)).quotas).toMatchObject([{ refused: 10 }]);
    const kept = await fieldwork.place.database.transact(fieldwork.scope, (tx) =>
      sql<{
        drafts: number;
      }>`SELECT count(*)::integer AS drafts FROM collection.draft WHERE wave_id = ${survey.waveId}`.execute(tx),
    );
    expect(kept.rows[0]?.drafts).toBe(0);
  });

  test('of a questionnaire without quotas tells none', async () => {
    expect((await progress(await fieldwork.openSurveyOf(onePerPage))).quotas).toEqual([]);
  });
});
