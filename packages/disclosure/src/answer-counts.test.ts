import { missingKinds } from '@common-measure/dataset';
import type { Tally } from '@common-measure/estimate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownCounts } from './answer-counts.ts';
import { policyFor } from './policy.ts';

function tally(valid: number, missing: Tally['missing']): Tally {
  const absent = Object.values(missing).reduce((sum, count) => sum + (count ?? 0), 0);
  return { variable: 'q', domain: {}, n: valid + absent, valid, missing, most: null };
}

const organization = policyFor('organization');

test('kinds of missing answers that reach the threshold are shown', () => {
  const counts = shownCounts(tally(500, { refused: 12, 'not-applicable': 30 }), missingKinds, organization);
  expect(counts.missing).toMatchObject({ refused: 12, 'not-applicable': 30, 'dont-know': 0 });
});

test('a kind below the threshold takes the next smallest with it, so that subtraction gives neither', () => {
  const counts = shownCounts(
    tally(500, { refused: 3, 'not-applicable': 30, 'no-answer': 80 }),
    missingKinds,
    organization,
  );
  expect(counts.missing).toMatchObject({ refused: null, 'not-applicable': null, 'no-answer': 80 });
});

test('where all missing answers are few, no kind is told, those of nobody neither', () => {
  const counts = shownCounts(tally(500, { refused: 3 }), missingKinds, organization);
  expect(Object.values(counts.missing)).toEqual(missingKinds.map(() => null));
});

test('property: what is left of the missing answers after all shown kinds is never a small number that is one kind alone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: missingKinds.length, maxLength: missingKinds.length }),
      fc.constantFrom('public', 'shared', 'organization' as const),
      (numbers, audience) => {
        const policy = policyFor(audience);
        const missing = Object.fromEntries(missingKinds.map((kind, i) => [kind, numbers[i] ?? 0]));
        const counts = shownCounts(tally(200, missing), missingKinds, policy);
        const total = (counts.n ?? 0) - (counts.valid ?? 0);
        const shown = Object.values(counts.missing).filter((count) => count !== null);
        const hidden = Object.values(counts.missing).length - shown.length;
        const left = total - shown.reduce((sum, count) => sum + count, 0);
        expect(shown.every((count) => count === 0 || count >= policy.threshold)).toBe(true);
        if (hidden === 0) expect(left).toBe(0);
        else expect(hidden > 1 && (left >= policy.threshold || hidden === missingKinds.length)).toBe(true);
      },
    ),
  );
});
