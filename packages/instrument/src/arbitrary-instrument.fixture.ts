import fc from 'fast-check';
import {
  type Condition,
  collectionModes,
  comparisons,
  type Instrument,
  type Question,
  questionTypes,
} from './instrument.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\u0000', '').toWellFormed()),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '{{q1|your service}}',
    '{{q2}}',
    '{service}',
    "l'été « ça »",
    '</textarea><b>',
  ),
);
const text = fc.record({ en: words, fr: words, iu: words }, { requiredKeys: ['en', 'fr'] });
const questionCodes = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];
const answerCodes = ['a', 'b', 'c', 'd', 'yes', '0', '1', '2'];
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Without the keys whose value is undefined: as a file holds it. */
function asFile<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

const option = fc.record(
  {
    code: fc.constantFrom(...answerCodes),
    label: text,
    exclusive: fc.boolean(),
    specify: fc.boolean(),
    fixed: fc.boolean(),
  },
  { requiredKeys: ['code', 'label'] },
);
const scale = fc.record({
  id: fc.constantFrom('agreement', 'own_1', 'thumbs'),
  version: fc.integer({ min: 1, max: 9 }),
  points: fc
    .array(text, { minLength: 2, maxLength: 11 })
    .map((labels) => labels.map((label, index) => ({ code: String(index), label }))),
  prompt: fc.option(text),
  higher: fc.constantFrom('better' as const, 'worse' as const, 'neutral' as const),
});
const codes = fc.uniqueArray(fc.constantFrom(...answerCodes), { minLength: 1, maxLength: 3 });
const question = fc.constantFrom(...questionCodes, 'removed');
const look = fc.oneof(
  fc.record({ question, answered: codes }),
  fc.record({ question, notAnswered: codes }),
  fc.record({ question, state: fc.constantFrom('answered' as const, 'unanswered' as const) }),
  fc.record({ question, compare: fc.constantFrom(...comparisons), value: fc.integer({ min: -3, max: 12 }) }),
);
const looks = fc.array(look, { minLength: 1, maxLength: 3 });
const aCondition: fc.Arbitrary<Condition> = fc.oneof(look, fc.record({ all: looks }), fc.record({ any: looks }));
const target = fc.oneof(
  fc.record({ question }),
  fc.record({ section: fc.constantFrom('s1', 's2', 's3', 'gone') }),
  fc.constant('end' as const),
);
const arms = fc.uniqueArray(fc.constantFrom('left', 'right', 'middle'), { minLength: 1, maxLength: 2 });
const limit = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyQuestion = (code: string): fc.Arbitrary<Question> =>
  fc
    .record({
      code: fc.constant(code),
      item: fc.option(fc.record({ code: fc.constant('wait'), version: fc.integer({ min: 1, max: 3 }) })),
      type: fc.constantFrom(...questionTypes),
      wording: text,
      hint: fc.option(text),
      scale: fc.option(scale, { freq: 1 }),
      group: some(fc.constantFrom('g1', 'g2')),
      options: fc.uniqueArray(option, { maxLength: 6, selector: (one) => one.code }),
      atMost: some(fc.integer({ min: 1, max: 6 })),
      atLeast: some(fc.integer({ min: 1, max: 3 })),
      order: some(fc.constant('random' as const)),
      min: some(limit),
      max: some(limit),
      decimals: some(fc.integer({ min: 0, max: 6 })),
      earliest: some(day),
      latest: some(day),
      lines: some(fc.integer({ min: 1, max: 20 })),
      doesNotApply: fc.boolean(),
      dontKnow: fc.boolean(),
      preferNotToSay: fc.boolean(),
      required: fc.boolean(),
      softRequired: some(fc.boolean()),
      unit: fc.option(text),
      showIf: fc.option(aCondition),
      skips: some(fc.array(fc.record({ if: aCondition, to: target }), { minLength: 1, maxLength: 3 })),
      arms: some(arms),
      expectation: some(fc.constantFrom(...questionCodes, 'removed')),
      changedFrom: some(fc.record({ code: fc.constant('wait'), version: fc.integer({ min: 1, max: 3 }) })),
      role: fc.constantFrom('overall' as const, 'driver' as const, 'comment' as const, 'profile' as const),
    })
    .map(asFile);

/** Any instrument that the schema takes, sensible or not: each field of the format, routing to questions that are not there included. */
export const anyInstrument: fc.Arbitrary<Instrument> = fc
  .record({
    format: fc.constant('common-measure/instrument' as const),
    version: fc.constant(1 as const),
    title: text,
    languages: fc.constantFrom(['en', 'fr'], ['fr'], ['en', 'fr', 'iu']),
    introduction: text,
    closing: text,
    questions: fc.tuple(...questionCodes.map(anyQuestion)),
    cuts: fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 })),
    titles: fc.tuple(text, text, text),
    conditions: fc.tuple(some(aCondition), some(aCondition), some(aCondition)),
    slots: some(fc.dictionary(fc.constantFrom('service', 'office'), text, { noNullPrototype: true })),
    referencePeriod: some(text),
    modes: some(fc.uniqueArray(fc.constantFrom(...collectionModes), { minLength: 1, maxLength: 3 })),
    pageWords: some(
      fc.dictionary(
        fc.constantFrom('iu', 'ar'),
        fc.dictionary(fc.constantFrom('next', 'month.1', 'refusal.choose', 'unheard'), words, {
          noNullPrototype: true,
        }),
        { noNullPrototype: true },
      ),
    ),
    sectionArms: fc.tuple(some(arms), some(arms), some(arms)),
    paging: fc.tuple(...[0, 1, 2].map(() => some(fc.constant('each' as const)))),
    quotas: some(
      fc.uniqueArray(
        fc.record({
          code: fc.constantFrom('east', 'west', 'young'),
          label: text,
          if: aCondition,
          target: fc.integer({ min: 1, max: 500 }),
          whenFull: fc.constantFrom('end' as const, 'watch' as const),
        }),
        { minLength: 1, maxLength: 3, selector: (quota) => quota.code },
      ),
    ),
    arms: some(
      fc
        .constantFrom(['left', 'right'], ['left', 'right', 'middle'])
        .chain((names) =>
          fc
            .tuple(text, fc.integer({ min: 1, max: 5 }))
            .map(([label, share]) => names.map((code) => ({ code, label, share }))),
        ),
    ),
  })
  .map(({ questions, cuts, titles, conditions, sectionArms, paging, ...rest }) => {
    const [one, two] = cuts.toSorted((a, b) => a - b);
    const parts = [questions.slice(0, one), questions.slice(one, two), questions.slice(two)];
    const sections = parts.map((part, index) => ({
      code: `s${index + 1}`,
      title: titles[index] ?? titles[0],
      questions: part,
      showIf: conditions[index],
      arms: sectionArms[index],
      paging: paging[index],
    }));
    return asFile({ ...rest, sections });
  });

/** Something that somebody may have entered for each question. */
export const anyEntries = fc.dictionary(
  fc.constantFrom(...questionCodes, ...questionCodes.map((code) => `${code}_other`)),
  fc.array(
    fc.oneof(
      fc.constantFrom(...answerCodes, 'a=1', 'b=2', '-dk', '-na', '2027-02-30', '2027-06-01', '7', '1,5', '<b>x</b>'),
      words,
    ),
    { minLength: 1, maxLength: 3 },
  ),
);
