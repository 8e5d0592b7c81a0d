import { encodeDataset, profileTable, readTable } from '@common-measure/dataset';
import { expect, test } from 'vitest';
import { computeFromCases } from './compute-from-cases.ts';
import { isUnanimous } from './estimate-figure.ts';
import { plainCodebook } from './plain-codebook.ts';
import { planRequest } from './plan-request.ts';

/** 60 cases in pairs: `same` is 4 for everyone, `even` varies within pairs but not between them. */
const csv = `pair,same,even\n${Array.from({ length: 60 }, (_, i) => `p${i >> 1},4,${(i % 2) + 1}`).join('\n')}\n`;

function figures(request: Parameters<typeof planRequest>[0]) {
  const table = readTable(new TextEncoder().encode(csv));
  if (!table.ok) throw new Error('not read');
  const codebook = plainCodebook(profileTable(table.value.headers, table.value.rows));
  const plan = planRequest(request, codebook);
  if (!plan.ok) throw new Error(JSON.stringify(plan.reasons));
  const dataset = encodeDataset(table.value, { ...codebook, design: plan.value.design });
  if (!dataset.ok) throw new Error(JSON.stringify(dataset.reasons));
  const computed = computeFromCases(plan.value, dataset.value);
  if (!computed.ok) throw new Error(JSON.stringify(computed.reasons));
  return computed.value.breakdowns.flatMap(({ groups }) => groups.flatMap(({ estimates }) => estimates));
}

test('a mean whose cases all gave the same answer has no interval, is flagged and says why', () => {
  const [same] = figures({ estimates: [{ statistic: 'mean', variable: 'same' }] });
  if (same?.status !== 'shown') throw new Error('not shown');
  expect(same).toMatchObject({ value: 4, se: 0, ci: null, deff: null, quality: 'caution', method: 'no-variation' });
  expect(isUnanimous(same)).toBe(true);
});

test('answers that differ, though not between the units drawn, keep the interval that the design gives', () => {
  const [even] = figures({ design: { clusters: ['pair'] }, estimates: [{ statistic: 'mean', variable: 'even' }] });
  if (even?.status !== 'shown') throw new Error('not shown');
  expect(even.se).toBe(0);
  expect(even.ci).not.toBeNull();
  expect(isUnanimous(even)).toBe(false);
});
