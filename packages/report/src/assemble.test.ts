import { expect, test } from 'vitest';
import { counterSurvey, measuredCounter } from '../testing/counter-survey.ts';
import { assembleReport } from './assemble.ts';

const { title, organization, edition, madeOn, fieldwork } = counterSurvey();
const said = { title, organization, edition, madeOn, fieldwork };

test('changes since the last wave are adjusted together over all items', () => {
  const source = assembleReport({ ...said, ...measuredCounter() });
  const changes = source.differences.filter((difference) => difference.against.kind === 'wave');
  expect(changes.map((change) => change.variable)).toContain('overall');
  expect(new Set(changes.map((change) => change.tests))).toEqual(new Set([changes.length]));
  expect(changes.every((change) => change.against.kind === 'wave' && change.against.label === '2025')).toBe(true);
});

test('a wave that was not weighted is kept, named, and no change is counted from it', () => {
  const parts = measuredCounter();
  const earlier = parts.earlier.map((wave) => ({
    ...wave,
    result: { ...wave.result, design: { ...wave.result.design, weights: null } },
  }));
  const source = assembleReport({ ...said, ...parts, earlier });
  expect(source.earlier.map((wave) => wave.notComparable?.en)).toEqual(['not weighted alike', 'not weighted alike']);
  expect(source.differences).toEqual([]);
});

test('a change of a non-probability sample is never tested', () => {
  const source = assembleReport({ ...said, ...measuredCounter('non-probability') });
  expect(source.differences).toEqual([]);
});

test('an item left out as a copy says of which item', () => {
  const drivers = {
    outcome: 'overall',
    missing: 'pairwise' as const,
    cases: 1240,
    n: 980,
    r2: 0.5,
    r2Interval: null,
    replicates: 0,
    drivers: [],
    leftOut: [{ variable: 'shops', reason: 'copy' as const, of: 'ease', n: 900 }],
  };
  const source = assembleReport({ ...said, ...measuredCounter(), drivers });
  const ease = source.codebook.variables.find(({ name }) => name === 'ease')?.label;
  expect(source.drivers?.leftOut[0]?.reason.en).toContain(`“${ease?.en}”`);
  expect(source.drivers?.leftOut[0]?.reason.fr).toContain(`«\u00a0${ease?.fr}\u00a0»`);
});
