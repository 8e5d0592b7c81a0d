import {
  allot,
  answerCodes,
  beginWalk,
  type Instrument,
  outsideAnswers,
  outsideOf,
  type PreviewWalk,
  type Question,
  questionsOf,
  walkOn,
  walkPage,
  walkTo,
} from '@common-measure/instrument';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chanceOf } from './answer-key.ts';
import { everyType } from './every-type.fixture.ts';
import { Fieldwork, type OpenSurvey } from './fieldwork.fixture.ts';

let fieldwork: Fieldwork;
const surveys: { readonly instrument: Instrument; readonly survey: OpenSurvey }[] = [];
beforeAll(async () => {
  fieldwork = await Fieldwork.begin();
  const paged = { ...everyType, sections: everyType.sections.map((one) => ({ ...one, paging: 'each' as const })) };
  for (const instrument of [everyType, paged])
    surveys.push({ instrument, survey: await fieldwork.openSurveyOf(instrument) });
});
afterAll(() => fieldwork?.close());

/** What stands on a page, without what differs on purpose: addresses, the key, the time of the page, keeping for later, the word that it is a preview. */
function contentOf(html: string): string {
  return (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/\/s\/[A-Za-z0-9]+(?=["/])/g, '')
    .replaceAll(/<input type="hidden" name="(?:key|lang|since)"[^>]*>/g, '')
    .replaceAll(/<button class="t" name="do" value="save"[^>]*>[^<]*<\/button>/g, '')
    .replaceAll(/<div class="w"><div class="n pre"[\s\S]*?<\/div><\/div>/g, '')
    .replaceAll(/<p class="ln"><a href="[^"]*\/(?:withdraw|resume)">[^<]*<\/a><\/p>/g, '');
}

const hiddenOf = (html: string): [string, readonly string[]][] =>
  [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    [value],
  ]);

/** Something that somebody may enter for a question, wrong entries among it. */
function entered(question: Question, chance: number): readonly string[] {
  const offered = [
    ...answerCodes(question).map((code) => (question.type === 'ranking' ? `${code}=1` : code)),
    ...outsideOf(question).map((key): string => outsideAnswers[key]),
    ...(question.type === 'number' ? ['45', '5', 'many'] : []),
    ...(question.type === 'text' ? ['a film'] : []),
    '',
  ];
  const one = offered[chance % offered.length] ?? '';
  const [first = '', second = ''] = answerCodes(question);
  return question.type === 'multiple' && chance % 3 === 0 ? [first, second] : one === '' ? [] : [one];
}

const acts = fc.constantFrom('next', 'next', 'next', 'next', 'back', 'fr', 'en', 'change');
const presses = fc.array(fc.record({ act: acts, chance: fc.nat({ max: 1000 }) }), { minLength: 12, maxLength: 30 });

test('whoever presses whatever, the preview shows the very page that the server sends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(0, 1), presses, async (which, steps) => {
      const found = surveys[which];
      if (!found) throw new Error('no survey');
      const { instrument, survey } = found;
      const questions = new Map(questionsOf(instrument).map((question) => [question.code, question]));
      const eve = fieldwork.respondent();
      await eve.open(survey.answerPath);
      const [key = ''] = eve.cookies.values();
      const frame = {
        organization: (await fieldwork.alice.send('GET', '/api/session')).json().organization.name,
        stylesheet: '/s/respondent.css',
      };
      let walk: PreviewWalk = beginWalk('en', allot(instrument, chanceOf(key)));
      const press = async (act: string, answers: Record<string, readonly string[]> = {}) => {
        const html = walkPage(instrument, walk, frame);
        const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? '';
        const fields = Object.entries(answers).map(([code, values]): [string, readonly string[]] => [
          `q-${code}`,
          values,
        ]);
        walk = walkOn(instrument, walk, action, { ...Object.fromEntries([...hiddenOf(html), ...fields]), do: [act] });
        await eve.press(act, answers);
      };
      const same = () => expect(contentOf(walkPage(instrument, walk, frame))).toBe(contentOf(eve.page));
      await press('start');
      same();
      for (const { act, chance } of steps) {
        const html = walkPage(instrument, walk, frame);
        const links = [...html.matchAll(/<a href="(\/part\/[^"]*)"/g)].map(([, href = '']) => href);
        if (act === 'change' && links.length > 0) {
          const link = (links[chance % links.length] ?? '').replaceAll('&#38;', '&');
          walk = walkTo(walk, link) ?? walk;
          await eve.open(`${survey.answerPath}${link.replace(/#.*/, '')}`);
        } else {
          const shown = new Map(hiddenOf(html)).get('shown')?.[0]?.split(' ') ?? [];
          const answers = shown.flatMap((code, index) => {
            const question = questions.get(code);
            const values = question ? entered(question, chance + index * 7) : [];
            return values.length > 0 ? [[code, values] as const] : [];
          });
          const isOnQuestions = walk.step.kind === 'part';
          const pressed = isOnQuestions
            ? act === 'change'
              ? 'next'
              : act
            : walk.step.kind === 'introduction'
              ? 'start'
              : 'back';
          await press(pressed, Object.fromEntries(answers));
        }
        same();
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);
