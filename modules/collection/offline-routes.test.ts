import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAnswerKey, receiptOf, withdrawalCodeOf } from './answer-key.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { onePerPage } from './paged.fixture.ts';
import { mostDiffering } from './ways-in/conflict-store.ts';

let fieldwork: Fieldwork;
let survey: OpenSurvey;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  survey = await fieldwork.openSurveyOf(onePerPage);
});
afterAll(() => fieldwork?.close());

function post(path: string, key: string, fields: Readonly<Record<string, string>>, at = survey) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: `cm_answers_${tokenOf(at)}=${key}` };
  const payload = new URLSearchParams({ key, lang: 'en', ...fields }).toString();
  return fieldwork.server.inject({ method: 'POST', url: `${at.answerPath}${path}`, headers, payload });
}
const tokenOf = ({ answerPath }: OpenSurvey): string => answerPath.replace('/s/', '');
const told = async (key: string, at = survey) => {
  const headers = { cookie: `cm_answers_${tokenOf(at)}=${key}` };
  return (await fieldwork.server.inject({ url: `${at.answerPath}/offline.json`, headers })).json();
};
const whole = { shown: 'waited told solved again other', 'q-waited': 'yes', 'q-solved': 'no' };

describe('what a device tells the server in the background', () => {
  test('is kept as a draft at its place, and what other questions say stays', async () => {
    const key = newAnswerKey();
    expect((await post('/draft', key, { shown: 'waited', 'q-waited': 'yes', section: 'call' })).statusCode).toBe(204);
    const again = { shown: 'solved again', 'q-solved': 'no', section: 'end' };
    expect((await post('/draft', key, again)).statusCode).toBe(204);
    expect((await told(key)).visit).toMatchObject({
      key,
      draft: { entries: { waited: ['yes'], solved: ['no'] }, section: 'end' },
    });
    await post('/draft', key, { shown: 'solved nothing-like-it', 'q-other': 'yes' });
    expect((await told(key)).visit.draft).toMatchObject({ entries: { waited: ['yes'] }, section: 'end' });
  });

  test('comes too late once the answers are sent', async () => {
    const key = newAnswerKey();
    expect((await post('/send', key, whole)).statusCode).toBe(200);
    expect((await post('/draft', key, { shown: 'waited', 'q-waited': 'no' })).statusCode).toBe(409);
    expect((await told(key)).visit.draft).toBeNull();
  });

  test('does not slip past a full quota: what comes into one is decided where the person goes on', async () => {
    const quota = {
      code: 'waiters',
      label: { en: 'People who waited', fr: 'Gens qui ont attendu' },
      target: 1,
      whenFull: 'end' as const,
      if: { question: 'waited', answered: ['yes'] },
    };
    const limited = await fieldwork.openSurveyOf({ ...onePerPage, quotas: [quota] });
    const key = newAnswerKey();
    const entering = { shown: 'waited', 'q-waited': 'yes', section: 'call' };
    expect((await post('/draft', key, entering, limited)).statusCode).toBe(202);
    expect((await told(key, limited)).visit.draft).toBeNull();
    expect((await post('/draft', key, { ...entering, 'q-waited': 'no' }, limited)).statusCode).toBe(204);
  });
});

describe('answers completed without a network', () => {
  test('are recorded once however often and at once they are sent, with one receipt', async () => {
    const key = newAnswerKey();
    const before = (await fieldwork.answersOf(survey)).length;
    await post('/draft', key, { shown: 'waited', 'q-waited': 'no' });
    const replies = await Promise.all(Array.from({ length: 12 }, () => post('/send', key, whole)));
    for (const reply of replies) {
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain(receiptOf(key));
      expect(reply.body).toContain(withdrawalCodeOf(key));
    }
    expect(await fieldwork.answersOf(survey)).toHaveLength(before + 1);
    expect((await told(key)).visit.draft).toBeNull();
  });

  test('are a conflict with other content, and the first stand', async () => {
    const key = newAnswerKey();
    expect((await post('/send', key, whole)).statusCode).toBe(200);
    expect((await post('/send', key, { ...whole, 'q-solved': 'yes' })).statusCode).toBe(409);
  });

  test('that lack what is required, or hold nothing, are refused and not recorded', async () => {
    const before = (await fieldwork.answersOf(survey)).length;
    expect((await post('/send', newAnswerKey(), { shown: 'waited solved', 'q-waited': 'yes' })).statusCode).toBe(422);
    expect((await post('/send', newAnswerKey(), { shown: '' })).statusCode).toBe(422);
    expect(await fieldwork.answersOf(survey)).toHaveLength(before);
  });
});

test('a device is told the questionnaire unless it has it', async () => {
  const key = newAnswerKey();
  const first = await told(key);
  expect(first.survey.instrument.sections).toHaveLength(2);
  expect(first.survey.policy).toContain(`script-src 'self'`);
  expect(first.survey.policy).not.toContain('unsafe');
  const headers = { cookie: `cm_answers_${tokenOf(survey)}=${key}` };
  const url = `${survey.answerPath}/offline.json?have=${first.survey.version}`;
  expect((await fieldwork.server.inject({ url, headers })).json().survey).toBeNull();
});

describe('answers that were completed without a network by a way of their own', () => {
  const codesFor = async (at: OpenSurvey, count: number): Promise<string[]> =>
    (await fieldwork.alice.send('POST', `/api/surveys/${at.id}/once-links`, { count })).body.match(/o-[0-9a-z]+/g) ??
    [];
  const conflicts = async (at: OpenSurvey) =>
    (await fieldwork.alice.send('GET', `/api/surveys/${at.id}/conflicting-responses`)).json();

  test('by a link that counts once count once; by one that was used meanwhile they are told so and kept', async () => {
    const own = await fieldwork.openSurveyOf(onePerPage);
    const [way = ''] = await codesFor(own, 30);
    const [mine, theirs] = [newAnswerKey(), newAnswerKey()];
    expect((await post('/send', theirs, { ...whole, way }, own)).statusCode).toBe(200);
    expect((await post('/send', theirs, { ...whole, way }, own)).statusCode).toBe(200);
    for (let turn = 0; turn < 2; turn += 1) {
      const late = await post('/send', mine, { ...whole, 'q-solved': 'yes', way }, own);
      expect([late.statusCode, late.headers['x-refusal']]).toEqual([410, 'link-used']);
    }
    expect((await fieldwork.counts(own)).total).toBe(1);
    expect((await conflicts(own)).count).toBe(1);
  });

  test('by one used link are kept up to five times in different words, whoever sends them; further ones are told that they were not', async () => {
    const own = await fieldwork.openSurvey();
    const [way = ''] = await codesFor(own, 30);
    const first = { shown: 'overall_satisfaction comment_improve', 'q-overall_satisfaction': '4', way };
    expect((await post('/send', newAnswerKey(), first, own)).statusCode).toBe(200);
    const other = (turn: number) => ({ ...first, 'q-comment_improve': `In words ${'abcdefghijkl'[turn % 12]}` });
    const keys = Array.from({ length: 40 }, newAnswerKey);
    const told = [];
    for (const [turn, key] of keys.entries()) {
      const late = await post('/send', key, other(turn), own);
      expect(late.statusCode).toBe(410);
      told.push(late.headers['x-refusal']);
    }
    // Every twelfth says what an earlier one said.
    const isKept = (turn: number) => turn % 12 < mostDiffering;
    expect(told).toEqual(keys.map((_, turn) => (isKept(turn) ? 'link-used' : 'link-used-often')));
    const refused = keys.filter((_, turn) => !isKept(turn)).length;
    expect(await conflicts(own)).toMatchObject({ count: mostDiffering, accepted: 0, refused });
    // Who was told that hers are handed on is told so again.
    expect((await post('/send', keys[0]!, other(0), own)).headers['x-refusal']).toBe('link-used');
    expect(await conflicts(own)).toMatchObject({ count: mostDiffering, refused });
  });

  test('by a link that answers beforehand hold what it answers', async () => {
    const own = await fieldwork.openSurveyOf(onePerPage);
    const label = { en: 'Poster', fr: 'Affiche' };
    const made = await fieldwork.alice.send('POST', `/api/surveys/${own.id}/prepared-links`, {
      ...{ label, shown: {} },
      hidden: { waited: ['no'] },
    });
    const key = newAnswerKey();
    const fields = { shown: 'solved again', 'q-solved': 'no', 'q-again': 'yes', way: `p-${made.json().code}` };
    expect((await post('/send', key, fields, own)).statusCode).toBe(200);
    expect((await post('/send', key, fields, own)).statusCode).toBe(200);
    expect(await fieldwork.answersOf(own)).toMatchObject([{ waited: { codes: ['no'] }, solved: { codes: ['no'] } }]);
  });

  test('a link that was used says so in either language, however often that is switched', async () => {
    const own = await fieldwork.openSurveyOf(onePerPage);
    const [way = ''] = await codesFor(own, 30);
    await post('/send', newAnswerKey(), { ...whole, way }, own);
    const eve = await fieldwork.respondent().open(`${own.answerPath}?w=${way}&lang=en`);
    expect(eve.page).toContain('This link has been used');
    const other = /href="(\?[^"]*lang=fr)"/.exec(eve.page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    await eve.open(`${own.answerPath}${other}`);
    expect([eve.status, eve.page.includes('Ce lien a servi')]).toEqual([410, true]);
  });
});
