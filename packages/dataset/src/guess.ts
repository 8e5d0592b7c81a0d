import type { Codebook } from './codebook.ts';
import type { Reason } from './reason.ts';

/** What a guess is about. */
export const guessAspects = [
  'kind',
  'scale',
  'missing',
  'access',
  'weight',
  'stratum',
  'cluster',
  'sampling-class',
  'overall',
  'drivers',
  'channel',
  'region',
] as const;
export type GuessAspect = (typeof guessAspects)[number];

/** One choice that the proposal makes for a person, with its evidence. */
export interface Guess {
  /** Name of the variable; null where the choice is about the whole file. */
  readonly variable: string | null;
  readonly aspect: GuessAspect;
  /** What is proposed: a kind, "1–5", "6 = not-applicable", a role. */
  readonly choice: string;
  readonly reasons: readonly Reason[];
  /** Other choices that the evidence leaves open. */
  readonly alternatives: readonly string[];
  /** False where a person must decide. */
  readonly decided: boolean;
}

/** A codebook as a file suggests it, and the evidence for each choice in it. */
export interface Proposal {
  readonly codebook: Codebook;
  readonly guesses: readonly Guess[];
}
