import { allot } from '@common-measure/instrument';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chanceOf, isAnswerKey, newAnswerKey, receiptOf, resumeCodeOf, withdrawalCodeOf } from '../../answer-key.ts';
import { everyType } from '../../every-type.fixture.ts';
import { Fieldwork } from '../../fieldwork.fixture.ts';
import { onePerPage } from '../../paged.fixture.ts';
import type { KeptSurvey, KeptVisit } from './kept-visit.ts';
import * as derived from './key-derivation.ts';
import { answerLocally, type LocalRequest } from './local-answer.ts';
import type { ToldVisit } from './told-visit.ts';

let fieldwork: Fieldwork;
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
});
afterAll(() => fieldwork?.close());

describe('what follows from a key', () => {
  test('is the same on the device as on the server', async () => {
    for (let turn = 0; turn < 50; turn += 1) {
      const key = turn % 2 === 0 ? newAnswerKey() : derived.newAnswerKey();
      expect(isAnswerKey(key)).toBe(true);
      expect(await derived.receiptOf(key)).toBe(receiptOf(key));
      expect(await derived.withdrawalCodeOf(key)).toBe(withdrawalCodeOf(key));
      expect(await derived.resumeCodeOf(key)).toBe(resumeCodeOf(key));
      expect(await derived.allotmentOf(everyType, key, undefined)).toEqual(allot(everyType, chanceOf(key)));
    }
  });

  test('is as long as chance is asked for', async () => {
    const [section] = everyType.sections;
    const shuffled = everyType.sections.flatMap(({ questions }) => questions).find(({ order }) => order === 'random');
    if (!section || !shuffled) throw new Error('nothing is shuffled');
    const options = Array.from({ length: 60 }, (_, at) => ({ code: `o${at}`, label: { en: `${at}`, fr: `${at}` } }));
    const long = { ...everyType, sections: [{ ...section, questions: [{ ...shuffled, options }] }] };
    const key = newAnswerKey();
    expect(await derived.allotmentOf(long, key, undefined)).toEqual(allot(long, chanceOf(key)));
  });
});

/** Answers by turns on the server and on the device, and gives both pages after every step. */
class Twins {
  readonly cookies: string;
  readonly survey: KeptSurvey;
  visit: KeptVisit;

  constructor(survey: KeptSurvey, visit: KeptVisit, cookies: string) {
    this.survey = survey;
    this.visit = visit;
    this.cookies = cookies;
  }

  static async begin(path: string): Promise<Twins> {
    const first = await fieldwork.server.inject({ url: path, headers: { 'accept-language': 'fr' } });
    const cookies = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const reply = await fieldwork.server.inject({ url: `${path}/offline.json?lang=fr`, headers: { cookie: cookies } });
    const told: ToldVisit = reply.json();
    if (!told.survey) throw new Error('no survey was told');
    const { token } = told.survey;
    const state = { token, changed: [], discarded: false, state: 'answering' } as const;
    return new Twins(told.survey, { ...state, ...told.visit }, cookies);
  }

  async here(url: string): Promise<{ readonly server: string; readonly device: string }> {
    const [path = '', query = ''] = url.split('?');
    const reply = await fieldwork.server.inject({ url, headers: { cookie: this.cookies, 'accept-language': 'fr' } });
    const device = await this.onDevice({ path, query: new Map(new URLSearchParams(query)), form: null });
    return { server: reply.body, device: device.page ?? '' };
  }

  async press(url: string, form: URLSearchParams) {
    const headers = {
      cookie: this.cookies,
      'accept-language': 'fr',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const reply = await fieldwork.server.inject({ method: 'POST', url, headers, payload: form.toString() });
    const names = [...new Set(form.keys())];
    const fields = Object.fromEntries(names.map((name) => [name, form.getAll(name)]));
    const device = await this.onDevice({ path: url.split('?')[0] ?? '', query: new Map(), form: fields });
    const server = { page: reply.statusCode === 303 ? null : reply.body, goTo: String(reply.headers.location ?? '') };
    return { server, device };
  }

  private async onDevice(request: LocalRequest) {
    const { key } = this.visit;
    const ofKey = {
      allotment: await derived.allotmentOf(this.survey.instrument, key, this.visit.given),
      receipt: await derived.receiptOf(key),
      withdrawalCode: await derived.withdrawalCodeOf(key),
      resumeCode: await derived.resumeCodeOf(key),
    };
    const answer = answerLocally(this.survey, this.visit, ofKey, request);
    // The server of this test has everything at once.
    this.visit = { ...answer.visit, changed: [], discarded: false };
    return answer;
  }
}

/** The form on a page with a choice of what its fields offer, and the button. */
function filled(html: string, act: string, choose: (most: number) => number): [string, URLSearchParams] {
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.append(name, value);
  for (const [tag] of html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const name = /name="(q-[^"]*)"/.exec(tag)?.[1];
    if (name === undefined || choose(2) === 0) continue;
    const value = /type="(?:radio|checkbox)"/.test(tag)
      ? /value="([^"]*)"/.exec(tag)?.[1]
      : ['3', 'où?', ''][choose(3)];
    form.append(name, value ?? '');
  }
  form.append('do', act);
  return [/<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '', form];
}

/** A page without its style sheet, so that a difference can be read, and without the moment at which the server made it. */
const bodyOf = (page: string | null): string | null =>
  page?.replace(/<style>.*<\/style>|<input type="hidden" name="since"[^>]*>/gs, '') ?? null;

describe('the pages of a device without a network', () => {
  test.each([
    ['every type of question', everyType],
    ['one question at a time', onePerPage],
  ])(
    'are those of the server to the letter, whatever is entered and pressed: %s',
    async (_name, instrument) => {
      const survey = await fieldwork.openSurveyOf(instrument);
      const acts = ['next', 'next', 'next', 'next', 'back', 'save', 'en', 'fr', 'resume', 'start', 'send', 'discard'];
      const choices = fc.noShrink(fc.array(fc.nat(1000), { minLength: 1200, maxLength: 1200 }));
      await fc.assert(
        fc.asyncProperty(choices, async (numbers) => {
          let at = 0;
          const choose = (most: number): number => (numbers[at++ % numbers.length] ?? 0) % most;
          const twins = await Twins.begin(survey.answerPath);
          let url = survey.answerPath;
          for (let steps = 0; steps < 25; steps += 1) {
            const { server, device } = await twins.here(url);
            expect(bodyOf(device)).toBe(bodyOf(server));
            const offered = acts.filter((act) => server.includes(`name="do" value="${act}"`) && act !== 'discard');
            const [action, form] = filled(server, offered[choose(offered.length)] ?? 'next', choose);
            const after = await twins.press(action, form);
            if (twins.visit.state === 'waiting') {
              expect(after.server.page).toContain('class="code"');
              return;
            }
            expect(bodyOf(after.device.page)).toBe(bodyOf(after.server.page));
            if (after.server.page === null)
              expect(after.device.goTo.split('?')[0]).toBe(after.server.goTo.split('?')[0]);
            url = after.server.page === null ? after.server.goTo : action;
          }
        }),
        { numRuns: 5 },
      );
    },
    120_000,
  );
});
