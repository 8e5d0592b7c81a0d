import { readFileSync, writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

export interface SkippedTest {
  readonly name: string;
  /** What the test itself says, from `context.skip(condition, reason)`. */
  readonly reason: string;
}

export interface TestTally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}

/** Counts the tests of a run and leaves the tally in the file that CM_TEST_TALLY names. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env.CM_TEST_TALLY;
    if (file !== undefined) writeFileSync(file, JSON.stringify(tallyOf(modules, errors.length)));
  }
}

/** A file that could not be read counts as one failure, so does every error outside a test, and so does a test that a failed preparation kept from running. */
function tallyOf(modules: readonly TestModule[], errors: number): TestTally {
  const cases = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.filter((module) => module.errors().length > 0 && module.children.size === 0);
  const inState = (state: string) => cases.filter((test) => test.result().state === state);
  const skipped = inState('skipped');
  const prevented = skipped.filter(wasPrevented);
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + inState('pending').length + prevented.length + broken.length + errors,
    skipped: skipped
      .filter((test) => !prevented.includes(test))
      .map((test) => ({ name: `${test.module.relativeModuleId}: ${test.fullName}`, reason: reasonOf(test) })),
  };
}

function wasPrevented(test: TestCase): boolean {
  for (let above: TestSuite | TestModule = test.parent; ; above = above.parent) {
    if (above.errors().length > 0) return true;
    if (above.type === 'module') return false;
  }
}

/** What the test says itself, else what its file needs. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  return readFileSync(test.module.moduleId, 'utf8').includes('CM_REAL_DATA')
    ? 'the real survey files are not on this machine (CM_REAL_DATA names their folder)'
    : 'what it needs is not on this machine; its file says what';
}
