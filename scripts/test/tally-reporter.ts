import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';

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

/** A file that could not be read counts as one failure, and so does every error outside a test. */
function tallyOf(modules: readonly TestModule[], errors: number): TestTally {
  const cases = modules.flatMap((module) => [...module.children.allTests()]);
  const broken = modules.filter(
    (module) => module.state() === 'failed' && [...module.children.allTests('failed')].length === 0,
  );
  const inState = (state: string) => cases.filter((test) => test.result().state === state);
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + inState('pending').length + broken.length + errors,
    skipped: inState('skipped').map((test) => ({
      name: `${test.module.relativeModuleId}: ${test.fullName}`,
      reason: reasonOf(test),
    })),
  };
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' && result.note) || 'what it needs is not on this machine; its file says what';
}
