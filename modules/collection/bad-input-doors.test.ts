import { randomUUID } from 'node:crypto';
import type { Instrument } from '@common-measure/instrument';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAnswerKey } from './answer-key.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';
import { storedStrays } from './stored-strays.fixture.ts';

let fieldwork: Fieldwork;
let instrument: Instrument;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  const survey = await fieldwork.openSurvey();
  const { instrumentId } = (await fieldwork.alice.send('GET', `/api/surveys/${survey.id}`)).json();
  instrument = (await fieldwork.alice.send('GET', `/api/instruments/${instrumentId}`)).json().instrument;
});
afterAll(() => fieldwork?.close());

type Entries = Readonly<Record<string, readonly string[]>>;
interface Attempt {
  readonly entries: Entries;
  readonly language?: string;
  /** In place of the survey's own. */
  readonly token?: string;
  /** In place of a key of ours. */
  readonly key?: string;
}
type Door = (survey: OpenSurvey, attempt: Attempt) => Promise<LightMyRequestResponse>;

const tokenOf = (survey: OpenSurvey, { token }: Attempt) => token ?? survey.answerPath.slice(3);
const at = (survey: OpenSurvey, rest: string) => `/api/surveys/${survey.id}/${rest}`;
const wayOf = (address: string) => new URL(address).searchParams.get('w') ?? '';

/** A form as the pages send it, by a way in. */
const posted =
  (path: string, more: Readonly<Record<string, string>> = {}) =>
  async (survey: OpenSurvey, attempt: Attempt, way: string | null = null): Promise<LightMyRequestResponse> => {
    const form = new URLSearchParams({ lang: attempt.language ?? 'en', key: attempt.key ?? newAnswerKey(), ...more });
    if (way !== null) form.set('way', way);
    form.set('shown', Object.keys(attempt.entries).join(' '));
    for (const [code, values] of Object.entries(attempt.entries))
      for (const value of values) form.append(`q-${code}`, value);
    return fieldwork.server.inject({
      method: 'POST',
      url: `/s/${tokenOf(survey, attempt)}${path}`,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
        'accept-language': 'en-CA',
        cookie: `cm_answers_${tokenOf(survey, attempt)}=${attempt.key ?? 'none'}`,
      },
      payload: form.toString(),
    });
  };
const made = async (survey: OpenSurvey, what: string, body: object) =>
  (await fieldwork.alice.send('POST', at(survey, what), body)).json();

/** Every way in by which somebody's answers come. */
const doors: Readonly<Record<string, Door>> = {
  'a page of the survey': posted('/part/overall', { do: 'next' }),
  'what is typed on a page': posted('/draft', { section: 'overall' }),
  'answers completed without a network': posted('/send'),
  'a link that counts once': async (survey, attempt) => {
    const { links } = await made(survey, 'once-links', { count: 1 });
    await fieldwork.alice.send('PATCH', at(survey, 'once-links'), { onlyWay: false });
    return posted('/send')(survey, attempt, links ? wayOf(links[0]) : 'o-none');
  },
  'a link that answers beforehand': async (survey, attempt) => {
    const link = await made(survey, 'prepared-links', {
      label: { en: 'Counter', fr: 'Comptoir' },
      shown: {},
      hidden: { channel_used: ['counter'] },
    });
    return posted('/send')(survey, attempt, link.address ? wayOf(link.address) : 'p-none');
  },
  'a tablet': async (survey, attempt) => {
    const device = await made(survey, 'kiosks', { name: 'Lobby' });
    return posted('/send')(survey, attempt, device.address ? wayOf(device.address) : 'k-none');
  },
  'a tablet that somebody left': async (survey, attempt) => {
    const device = await made(survey, 'kiosks', { name: 'Lobby' });
    return posted('/kiosk/reset', { do: 'break-off' })(
      survey,
      attempt,
      device.address ? wayOf(device.address) : 'k-none',
    );
  },
  'an invitation of another page': (survey, attempt) => posted('/send')(survey, attempt, 'i'),
  'another program': (survey, attempt) =>
    fieldwork.server.inject({
      method: 'PUT',
      url: `/api/collect/${tokenOf(survey, attempt)}/responses/${randomUUID()}`,
      payload: { language: attempt.language ?? 'en', entries: attempt.entries },
    }),
};

const good: Entries = { overall_satisfaction: ['4'] };
const bad: readonly (readonly [string, Attempt])[] = [
  ['an answer beyond the scale', { entries: { overall_satisfaction: ['9'] } }],
  ['an answer that there is not', { entries: { ...good, channel_used: ['pigeon'] } }],
  ['a question that there is not', { entries: { ...good, colour_of_shoes: ['red'] } }],
  ['several answers where one is asked for', { entries: { overall_satisfaction: ['1', '5'] } }],
  ['names that programs hold dear', { entries: { ...good, __proto__x: ['1'], constructor: ['1'], toString: ['x'] } }],
  ['markup for a code', { entries: { ...good, '"><script>alert(1)</script>': ['<b>'] } }],
  ['a language that is not asked', { entries: good, language: 'de' }],
  ['markup for a language', { entries: good, language: '<script>' }],
];

/** A person is told on a page of hers, a program by a problem in both languages; nobody by a failure of ours. */
function expectTold(reply: LightMyRequestResponse): void {
  expect(reply.statusCode, reply.body.slice(0, 300)).toBeLessThan(500);
  const type = String(reply.headers['content-type'] ?? '');
  if (type.includes('problem+json')) {
    const problem = reply.json();
    for (const language of ['en', 'fr'] as const) {
      expect(problem.title[language].length).toBeGreaterThan(10);
      expect(problem.remedy[language].length).toBeGreaterThan(10);
    }
  } else if (type.includes('text/html')) {
    expect(reply.body).toMatch(/<html lang="(en|fr)/);
    expect(reply.body).not.toContain('<script>alert(1)');
  }
}

describe.each(Object.entries(doors))('%s', (name, door) => {
  let survey: OpenSurvey;
  beforeAll(async () => {
    survey = await fieldwork.openSurvey();
  });
  const stored = () => fieldwork.answersOf(survey);

  test.each(bad)('%s is told, and nothing is stored that the codebook does not know', async (_what, attempt) => {
    const reply = await door(survey, attempt);
    expectTold(reply);
    if (name === 'another program') expect(reply.statusCode).toBe(422);
    expect(await storedStrays(fieldwork, survey, instrument)).toEqual([]);
  });

  test.each(['nowhere', `${'A'.repeat(39)}`, '..%2f..%2fapi', "' OR 1=1 --", '%00', '\u202e'])(
    'the address %j leads to no survey, and stores nothing',
    async (token) => {
      const before = (await stored()).length;
      const reply = await door(survey, { entries: good, token: encodeURIComponent(token).slice(0, 60) });
      expectTold(reply);
      expect([400, 404, 422]).toContain(reply.statusCode);
      expect(await stored()).toHaveLength(before);
    },
  );

  test.each(['short', 'A'.repeat(5000), '<script>', '../../etc'])(
    'a key that is none of ours (%#) is not taken for one',
    async (key) => {
      expectTold(await door(survey, { entries: { overall_satisfaction: ['9'] }, key }));
      expect(await storedStrays(fieldwork, survey, instrument)).toEqual([]);
    },
  );

  test('a survey that has not opened yet says when, and stores nothing', async () => {
    const early = await fieldwork.openSurvey();
    const opensOn = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    expect((await fieldwork.alice.send('PATCH', `/api/surveys/${early.id}`, { opensOn })).statusCode).toBeLessThan(300);
    const reply = await door(early, { entries: good });
    expectTold(reply);
    expect([403, 409]).toContain(reply.statusCode);
    expect(await fieldwork.answersOf(early)).toEqual([]);
    expect((await fieldwork.counts(early)).drafts).toBe(0);
  });

  test('a survey that is closed says so, and stores nothing', async () => {
    const late = await fieldwork.openSurvey();
    await fieldwork.alice.send('POST', at(late, 'close'));
    const reply = await door(late, { entries: good });
    expectTold(reply);
    expect(reply.statusCode).toBe(410);
    expect(await fieldwork.answersOf(late)).toEqual([]);
    expect((await fieldwork.counts(late)).drafts).toBe(0);
  });
});

describe('the pages beside the questions', () => {
  const bads = ['', 'x', '0'.repeat(4000), "' OR 1=1 --", '<script>alert(1)</script>', 'ABCD-EFGH-JKMN-PQR\u0000'];
  test.each(['withdraw', 'resume'])(
    'a code of %s that is none opens and erases nothing, and is shown as it was typed',
    async (page) => {
      const survey = await fieldwork.openSurvey();
      await fieldwork.answered(survey);
      for (const code of bads) {
        const eve = await fieldwork.respondent().open(`${survey.answerPath}/${page}`);
        await eve.press(page === 'withdraw' ? 'withdraw' : 'resume', { code });
        expect(eve.status).toBe(422);
        expect(eve.page).not.toContain('<script>alert(1)');
      }
      expect(await fieldwork.answersOf(survey)).toHaveLength(1);
    },
  );

  test('the form of contact keeps nothing where the survey asks for none, and no more than it says', async () => {
    const survey = await fieldwork.openSurvey();
    const body = (reach: string) => `lang=en&do=contact&name=${'N'.repeat(10_000)}&about=%3Cscript%3E&reach=${reach}`;
    const eve = fieldwork.respondent();
    await eve.post(`${survey.answerPath}/contact`, body('613-555-0111'));
    expect(eve.status).toBe(404);
    const notice = { otherWays: [], purpose: null, keptFor: null, contact: null, contactDays: 30 };
    await fieldwork.alice.send('PUT', at(survey, 'notice'), notice);
    await eve.post(`${survey.answerPath}/contact`, body('6'.repeat(10_000)));
    expect(eve.status).toBe(200);
    const [kept] = (await fieldwork.alice.send('GET', at(survey, 'contact-requests'))).json();
    expect(kept.name.length).toBeLessThan(300);
    expect(kept.reach.length).toBeLessThan(300);
    expect(kept.about).toBe('<script>');
  });

  test('a late file with a wrong cell, column or language is told row by row, and nothing of it is recorded', async () => {
    const survey = await fieldwork.openSurvey();
    for (const content of [
      'overall_satisfaction\n4\n9\n',
      'overall_satisfaction;colour\n4;red\n',
      'overall_satisfaction;langue\n4;de\n',
      'overall_satisfaction;Day\n4;2026-02-30\n',
      '"overall_satisfaction\n4',
      '<script>alert(1)</script>\n=1+1\n',
    ]) {
      const reply = await fieldwork.alice.send('POST', at(survey, 'late-files'), {
        content,
        mode: 'paper',
        language: 'en',
        apply: true,
      });
      expect(reply.statusCode, reply.body).toBeLessThan(500);
      const told = reply.statusCode === 200 ? reply.json().problems : [{ what: reply.json().title }];
      expect(told.length).toBeGreaterThan(0);
      for (const { what } of told) expect([what.en, what.fr].every((text) => text.length > 10)).toBe(true);
    }
    expect(await fieldwork.answersOf(survey)).toEqual([]);
  });

  test('a link that is to answer beforehand takes no question and no answer that there is not', async () => {
    const survey = await fieldwork.openSurvey();
    for (const hidden of [{ colour: ['red'] }, { channel_used: ['pigeon'] }, { overall_satisfaction: ['9'] }]) {
      const label = { en: 'Counter', fr: 'Comptoir' };
      const reply = await fieldwork.alice.send('POST', at(survey, 'prepared-links'), { label, shown: {}, hidden });
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'prepared-answer-unknown']);
    }
  });

  test('a visit that is reported by another page counts only as what it can be', async () => {
    const survey = await fieldwork.openSurvey();
    for (const body of [{ no: '7' }, { no: ['0'] }, 'no', { no: { a: 1 } }]) {
      const reply = await fieldwork.server.inject({
        method: 'POST',
        url: `${survey.answerPath}/intercept/visits`,
        payload: body,
      });
      expect([400, 415, 422]).toContain(reply.statusCode);
    }
  });
});

test('a part of another alphabet, which no questionnaire has, leads on like every part that is not there', async () => {
  const survey = await fieldwork.openSurvey();
  const key = newAnswerKey();
  for (const act of ['fr', 'next', 'back', 'later', 'save', 'start', 'check', 'send', 'discard'])
    for (const cookie of ['', `cm_answers_${survey.answerPath.slice(3)}=${key}`]) {
      const reply = await fieldwork.server.inject({
        method: 'POST',
        url: `${survey.answerPath}/part/${encodeURIComponent('日\u0001/é')}?q=${encodeURIComponent('日')}`,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ do: act, key, lang: 'en', q: '日' }).toString(),
      });
      expect(reply.statusCode, act).toBeLessThan(500);
    }
});
