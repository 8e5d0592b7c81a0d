import type { LocalizedText } from './localized-text.ts';

/** A problem at the edge, in both languages: what happened, where, and what to do. Shown to people and sent by the API (RFC 9457). */
export interface Problem {
  /** Stable, kebab-case; never changes its meaning. */
  readonly code: string;
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** What happened and where. */
  readonly title: LocalizedText;
  /** What to do about it. */
  readonly remedy: LocalizedText;
  /** The facts of this occurrence (row, column, limit). */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Thrown at the edge to end a request; carries the problem that the reader is shown. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title.en}`);
    this.problem = problem;
  }
}
