import { type Codebook, profileTable, readTable } from '@common-measure/dataset';
import { expect, test } from 'vitest';
import { plainCodebook } from './plain-codebook.ts';
import { planRequest } from './plan-request.ts';
import { readRequest } from './read-request.ts';
import { type AnalysisRequest, estimateRequestSchema } from './request.ts';

const file = 'region,w,sat,age,comment\nN,1.5,4,34,fine\nS,2,5,51,NA\n';

function codebook(): Codebook {
  const table = readTable(new TextEncoder().encode(file));
  if (!table.ok) throw new Error('not read');
  const plain = plainCodebook(profileTable(table.value.headers, table.value.rows));
  return {
    ...plain,
    variables: plain.variables.map((variable) => {
      if (variable.name === 'age') return { ...variable, access: 'closed', values: [] };
      if (variable.name === 'comment') return { ...variable, kind: 'text', values: [] };
      return variable;
    }),
  };
}

function problems(
  request: AnalysisRequest,
): readonly { readonly place: unknown; readonly code: string; readonly remedy: string }[] {
  const plan = planRequest(request, codebook());
  if (plan.ok) return [];
  return plan.reasons.map(({ code, details, remedy }) => ({ place: details.place, code, remedy: remedy.en }));
}

test('all problems of a request are told at once, each with its place', () => {
  const found = problems({
    design: { weight: 'weight', strata: ['regoin'] },
    estimates: [
      { statistic: 'mean', variable: 'satt' },
      { statistic: 'score', variable: 'sat', by: ['region', 'age'] },
      { statistic: 'proportion', variable: 'region', values: ['N', 'X'], where: { region: 'Y' } },
      { statistic: 'mean', variable: 'comment' },
      { statistic: 'mean', variable: 'region' },
      { statistic: 'mean' },
    ],
  });
  expect(found.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'design.weight unknown-variable',
    'design.strata[0] unknown-variable',
    'estimates[0].variable unknown-variable',
    'estimates[1].statistic statistic-unsuitable',
    'estimates[1].by[1] variable-closed',
    'estimates[2].values unknown-code',
    'estimates[2].where.region unknown-code',
    'estimates[3].variable statistic-unsuitable',
    'estimates[4].statistic statistic-unsuitable',
    'estimates[5] variable-missing',
  ]);
  expect(found[2]?.remedy).toBe('The nearest name is "sat".');
  expect(found[5]?.remedy).toBe('Its codes are N, S.');
});

test('every problem is told in French too', () => {
  const plan = planRequest({ estimates: [{ statistic: 'mean', variable: 'satt' }] }, codebook());
  expect(plan.ok ? [] : plan.reasons.map(({ title }) => title.fr)).toEqual([
    'estimates[0].variable\u00a0: il n’y a pas de variable «\u00a0satt\u00a0»',
  ]);
});

test('a derived variable must be new, and recode what can be compared', () => {
  const found = problems({
    derive: [
      { name: 'sat', from: 'w', cases: [{ when: { atLeast: 1 }, value: 1 }] },
      { name: 'north', from: 'region', cases: [{ when: { atLeast: 1 }, value: 1 }] },
      { name: 'empty', from: 'w' },
    ],
    estimates: [{ statistic: 'mean', variable: 'sat' }],
  });
  expect(found.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'derive[0].name name-taken',
    'derive[1].cases[0].when recode-unsuitable',
    'derive[2] recode-unsuitable',
  ]);
});

test('a request that departs from its schema is refused with every departure, in both languages', () => {
  const read = readRequest({ data: 3, estimates: [{ statistic: 'median', variable: 'x' }] }, estimateRequestSchema);
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.reasons.map(({ details }) => details.place)).toEqual(['estimates[0].statistic', 'data']);
  expect(read.reasons.every(({ title }) => title.en !== '' && title.fr !== '')).toBe(true);
});

test('groups that would fill the memory are refused before they are made', () => {
  const four = (name: string) => [name, name, name, name];
  const found = problems({
    derive: [
      { name: 'some', from: four('region') },
      { name: 'many', from: four('some') },
    ],
    estimates: [{ statistic: 'mean', variable: 'sat', by: four('some') }],
  });
  expect(found.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'derive[1].from breakdown-unsuitable',
    'estimates[0].by breakdown-unsuitable',
  ]);
});
