import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAnswers } from './canonical-answers.ts';
import type { Answer } from './instrument.ts';

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ kind: fc.constant('codes' as const), codes: fc.array(fc.string()) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
  fc.record({ kind: fc.constant('date' as const), date: fc.string() }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ unit: 'binary' }) }),
  fc.record({
    kind: fc.constant('missing' as const),
    missing: fc.constantFrom('not-asked' as const, 'no-answer' as const, 'refused' as const),
  }),
);

/** The text that checksums of stored responses were taken of so far. */
function asBefore(answers: Readonly<Record<string, Answer>>): string {
  const parts = (one: Answer): readonly unknown[] => {
    const { kind, ...rest } = one;
    return [kind, ...Object.values(rest).flat()];
  };
  return JSON.stringify(
    Object.entries(answers)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([code, one]) => [code, parts(one)]),
  );
}

test('the text is JSON of the sorted answers, whatever their codes and contents: stored checksums stay right', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), answer), (answers) => {
      expect(canonicalAnswers(answers)).toBe(asBefore(answers));
    }),
    { seed: 7 },
  );
});

test('the order of the keys makes no difference', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), answer), { selector: ([code]) => code }), (entries) => {
      const backwards = Object.fromEntries(entries.toReversed());
      expect(canonicalAnswers(backwards)).toBe(canonicalAnswers(Object.fromEntries(entries)));
    }),
    { seed: 7 },
  );
});
