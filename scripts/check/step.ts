/** One step of the check: what it holds equal or keeps out, and every finding as a sentence that says where and what to do. */
export interface CheckStep {
  readonly name: string;
  /** Every finding; empty where all is well. `notes` are shown and fail nothing. */
  readonly run: (root: string) => Promise<StepOutcome>;
}

export interface StepOutcome {
  readonly findings: readonly string[];
  readonly notes: readonly string[];
}

/** All is well, with what was looked at: a step that looked at nothing must not pass. */
export function outcome(findings: readonly string[], ...notes: readonly string[]): StepOutcome {
  return { findings, notes };
}
