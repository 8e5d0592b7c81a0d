import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { headlines } from './lint.ts';
import { runSteps } from './run-steps.ts';
import { type CheckStep, outcome } from './step.ts';

let printed: string[];
beforeEach(() => {
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => vi.restoreAllMocks());

const step = (name: string, run: CheckStep['run']): CheckStep => ({ name, run });

test('a step that finds something or breaks does not keep the others from running', async () => {
  const tally = await runSteps('.', [
    step('first', async () => outcome(['a.ts: is crooked'])),
    step('second', () => Promise.reject(new Error('no such tool'))),
    step('third', async () => outcome([], '3 files')),
  ]);
  expect(tally).toEqual({ passed: 1, failed: 2 });
  const report = printed.join('\n');
  expect(report).toMatch(/FAIL first[\s\S]*a\.ts: is crooked/);
  expect(report).toMatch(/FAIL second[\s\S]*no such tool/);
  expect(report).toMatch(/ok {3}third .*3 files/);
});

test('a lint finding is told in one line', () => {
  const output = ['a.ts:3:1 lint/style/noEnum ━━━━━━━━━━', '', '  × No enums here.', '    1 │ enum A {}'].filter(
    Boolean,
  );
  expect(headlines(output)).toEqual(['a.ts:3:1 lint/style/noEnum: No enums here.']);
});
