import { holds } from './condition.ts';
import type { Answers, Instrument, Quota } from './instrument.ts';
import { whichQuestions } from './routing.ts';

/** The quotas that a person with these answers counts in, in their order. Nothing counts of a question that she was not asked. */
export function heldQuotas(instrument: Instrument, answers: Answers): readonly Quota[] {
  if (!instrument.quotas) return [];
  const asked = new Set(whichQuestions(instrument, answers).map((question) => question.code));
  return instrument.quotas.filter((quota) => holds(quota.if, answers, asked));
}

/**
 * The quotas that end the questions once they are full and that a person has just come into: those that hold after her last step and
 * did not before. Whoever was in one already goes on, full or not, so that nobody is sent away after having been let in.
 */
export function enteredQuotas(instrument: Instrument, before: Answers, after: Answers): readonly Quota[] {
  const was = new Set(heldQuotas(instrument, before).map(({ code }) => code));
  return heldQuotas(instrument, after).filter(({ code, whenFull }) => whenFull === 'end' && !was.has(code));
}
