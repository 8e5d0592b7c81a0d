import { expect, test } from 'vitest';
import { counterSurvey } from '../testing/counter-survey.ts';
import { earlierWavePlan, reportPlan } from './report-plan.ts';

const { codebook } = counterSurvey();
const named = (change: Partial<(typeof codebook.variables)[number]>, name: string) =>
  codebook.variables.map((variable) => (variable.name === name ? { ...variable, ...change } : variable));

test('a report asks for every item, for the groups of the overall item, for shares and for means', () => {
  const { audience, estimates } = reportPlan(codebook, 'public');
  expect(audience).toBe('public');
  expect(estimates.map(({ variable, variables, by }) => [variable ?? variables, by])).toEqual([
    [['overall', 'ease', 'staff', 'shops', 'wait', 'letter'], undefined],
    [['overall', 'ease', 'staff', 'shops', 'wait', 'letter'], ['area']],
    [['area'], undefined],
    [['minutes'], undefined],
  ]);
});

test('closed and undecided variables and columns of the design stay out', () => {
  const closed = { ...codebook, variables: named({ access: 'closed' }, 'minutes') };
  expect(JSON.stringify(reportPlan(closed, 'public'))).not.toContain('minutes');
  const waiting = { ...codebook, variables: named({ decided: false }, 'shops') };
  expect(JSON.stringify(reportPlan(waiting, 'public'))).not.toContain('shops');
  const design = { ...codebook.design, strata: ['area'] };
  const roles = { ...codebook.roles, profile: [] };
  expect(JSON.stringify(reportPlan({ ...codebook, design, roles }, 'public'))).not.toContain('area');
});

test('of an earlier wave only scores for everyone are asked', () => {
  expect(earlierWavePlan(codebook, 'shared').estimates).toEqual([
    { statistic: 'score', variables: ['overall', 'ease', 'staff', 'shops', 'wait', 'letter'] },
  ]);
});

test('items are broken down by the chosen variables only, and by none where none is chosen', () => {
  const by = (breakdowns: readonly string[] | null) =>
    reportPlan(codebook, 'public', breakdowns).estimates.flatMap((entry) => entry.by ?? []);
  expect(by(null)).toEqual(['area']);
  expect(by(['area'])).toEqual(['area']);
  expect(by([])).toEqual([]);
  expect(by(['minutes'])).toEqual([]);
});
