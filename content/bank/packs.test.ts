import { readdirSync, readFileSync } from 'node:fs';
import {
  type Answers,
  checkInstrument,
  instrumentFromPack,
  itemClientTypes,
  narrowPack,
  type PackScore,
  type Question,
  readBank,
  scoreColumns,
} from '@common-measure/instrument';
import { scoreByMethod } from '@common-measure/survey-statistics';
import { describe, expect, test } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = readBank(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) })),
);
if (!read.ok) throw new Error(read.reasons.join('\n'));
const bank = read.value;
const scores = bank.packs.flatMap((pack) => {
  const instrument = instrumentFromPack(bank, pack);
  const questions = instrument.sections.flatMap((section) => section.questions);
  return pack.scores.map((score) => ({ name: `${pack.id} ${score.id}`, score, instrument, questions }));
});

/** Three people: one with the best answer to everything, one with the worst, one with no answer on any scale. */
function threePeople(score: PackScore, questions: readonly Question[]): readonly Answers[] {
  const answersOf = (pick: (codes: readonly string[]) => string | undefined): Answers =>
    Object.fromEntries(
      questions.map(({ code, scale }) => {
        const points = scale?.points.map((point) => point.code) ?? [...score.failure, ...score.success];
        const picked = pick(scale?.higher === 'worse' ? points.toReversed() : points);
        return [code, { kind: 'codes', codes: picked === undefined ? [] : [picked] }] as const;
      }),
    );
  const none = Object.fromEntries(
    questions.map(({ code }) => [code, { kind: 'missing', missing: 'dont-know' }] as const),
  );
  return [answersOf((codes) => codes.at(-1)), answersOf((codes) => codes[0]), none];
}

describe('the packs', () => {
  test('cover the purposes of the field, those used most first', () => {
    expect(bank.packs.map((pack) => pack.id)).toEqual([
      'client_satisfaction_core',
      'client_satisfaction_channels',
      'client_satisfaction_enhanced',
      'municipal',
      'business',
      'citizens_study',
      'website_task_success',
      'trust_public_services',
      'service_standards',
      'employee_engagement',
      'internal_services',
      'learning_evaluation',
      'usability_sus',
      'relationship',
      'us_a11_v2',
      'uk_four_kpis',
      'nz_style',
    ]);
  });

  test('each have a score, and each score says what becomes of answers outside the scale', () => {
    expect(bank.packs.filter((pack) => pack.scores.length === 0).map((pack) => pack.id)).toEqual([]);
    const silent = scores.filter(
      ({ score }) =>
        !score.note.en.includes('“I don’t know”') || !score.note.fr.includes('«\u00a0Je ne sais pas\u00a0»'),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test.each(scores)(
    '$name is highest for the best answers, lowest for the worst, and none outside the scale',
    ({ score, instrument, questions }) => {
      const columns = scoreColumns(instrument, score, threePeople(score, questions));
      const made = scoreByMethod(score.method, columns);
      if (!made.ok) throw new Error(made.reasons[0]?.message);
      const { values, uses } = made.value;
      const signed = ['net', 'nps', 'ces-net'].includes(score.method);
      expect([...values]).toEqual(score.method === 'ces' ? [7, 1, Number.NaN] : [100, signed ? -100 : 0, Number.NaN]);
      expect(uses[2]).toBe(0);
    },
  );

  test('ask nobody about a municipal service that they did not use', () => {
    const pack = bank.packs.find(({ id }) => id === 'municipal');
    const rated = pack?.sections.flatMap((section) => section.items).filter(({ code }) => code === 'municipal_rating');
    const areas = bank.items.find(({ code }) => code === 'municipal_used')?.options.filter((area) => !area.exclusive);
    expect(rated?.map((entry) => entry.showIf)).toEqual(
      areas?.map(({ code }) => ({ question: 'municipal_used', answered: [code] })),
    );
  });
});

test('no French slot stands after a word that merges with an article: « de le service » is no French', () => {
  const merging = /(?<!\p{L})(?:de |à |du |au |des |aux |d’|l’|qu’)\{/iu;
  expect(bank.items.filter(({ wording }) => merging.test(wording.fr)).map(({ code }) => code)).toEqual([]);
  expect(merging.test('Que pensez-vous de {service}?')).toBe(true);
});

describe('the municipal pack', () => {
  const pack = bank.packs.find(({ id }) => id === 'municipal');
  if (!pack) throw new Error('no pack');
  const optionsOf = (code: string) =>
    bank.items.find((item) => item.code === code)?.options.filter((option) => !option.exclusive) ?? [];
  const areas = optionsOf('municipal_used').map(({ code }) => code);
  const channels = optionsOf('channel_used').map(({ code }) => code);
  const codesOf = (narrowed: typeof pack) =>
    narrowed.sections.flatMap((section) => section.items.map((entry) => entry.as ?? entry.code));

  test('makes a questionnaire for every service area, way of service and kind of client', () => {
    const flaws = areas.flatMap((area) =>
      channels.flatMap((channel) =>
        itemClientTypes.flatMap((type) => {
          const choice = { answers: { municipal_used: [area], channel_used: [channel] }, clientTypes: [type] };
          return checkInstrument(instrumentFromPack(bank, narrowPack(bank, pack, choice)));
        }),
      ),
    );
    expect(flaws).toEqual([]);
  });

  test('of one area and one channel asks about these alone, of everyone', () => {
    const answers = { municipal_used: ['library'], channel_used: ['phone'] };
    const narrowed = narrowPack(bank, pack, { answers, clientTypes: ['individual'] });
    const codes = codesOf(narrowed);
    expect(codes.filter((code) => code.startsWith('municipal_rating'))).toEqual(['municipal_rating_library']);
    expect(codes.filter((code) => /^(phone|counter|online|mail)_/.test(code))).toEqual([
      'phone_reach',
      'phone_menu',
      'phone_right_person',
    ]);
    expect(codes).not.toContain('municipal_used');
    expect(narrowed.sections.flatMap((section) => section.items).some((entry) => entry.showIf !== null)).toBe(false);
    expect(narrowed.scores.map(({ items }) => items)).toEqual([['municipal_overall'], ['municipal_rating_library']]);
  });

  test('of two areas offers these two, and the answer that stands alone', () => {
    const narrowed = narrowPack(bank, pack, { answers: { municipal_used: ['roads', 'transit'] } });
    const questions = instrumentFromPack(bank, narrowed).sections.flatMap((section) => section.questions);
    const used = questions.find(({ code }) => code === 'municipal_used');
    expect(used?.options.map(({ code }) => code)).toEqual(['roads', 'transit', 'none']);
    expect(questions.filter(({ code }) => code.startsWith('municipal_rating')).map(({ showIf }) => showIf)).toEqual([
      { question: 'municipal_used', answered: ['roads'] },
      { question: 'municipal_used', answered: ['transit'] },
    ]);
  });

  test('leaves out what is for other clients', () => {
    expect(codesOf(narrowPack(bank, pack, { clientTypes: ['business'] }))).not.toContain('municipal_home');
    expect(codesOf(narrowPack(bank, pack, { clientTypes: ['individual'] }))).toContain('municipal_home');
  });
});
