import type { CheckStep, StepOutcome } from './step.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs every step, two at a time, whatever the others find, and prints each with its time as it ends. */
export async function runSteps(root: string, steps: readonly CheckStep[]): Promise<Tally> {
  const waiting = [...steps];
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const { findings, notes } = await outcomeOf(step, root);
      if (findings.length > 0) failed += 1;
      printStep(step.name, performance.now() - started, findings, notes);
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: steps.length - failed, failed };
}

/** A step that breaks has found something: that it could not look. */
async function outcomeOf(step: CheckStep, root: string): Promise<StepOutcome> {
  try {
    return await step.run(root);
  } catch (error) {
    return { findings: [`the step itself broke: ${error instanceof Error ? error.stack : String(error)}`], notes: [] };
  }
}

function printStep(name: string, ms: number, findings: readonly string[], notes: readonly string[]): void {
  const seconds = (ms / 1000).toFixed(1).padStart(5);
  console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${seconds} s   ${notes[0] ?? ''}`);
  for (const note of notes.slice(1)) console.log(`       ${note}`);
  for (const finding of findings) console.log(`     - ${finding}`);
}
