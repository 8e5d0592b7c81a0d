import type { Answers, Instrument } from './instrument.ts';
import { questionGroups } from './question-groups.ts';

/** Fewer statements than this in the same words happen by honest agreement. */
const fewest = 4;

/**
 * The matrices in which a person gave every statement she answered the same point of the scale (simple non-differentiation): the code of
 * the first statement of each. Only matrices in which she answered at least four statements count. A flag to look at, never a reason to
 * leave a response out: a person can mean it.
 *
 * Kim, Dykema, Stevenson, Black and Moberg (2019), Straightlining: Overview of Measurement, Comparison of Indicators, and Effects in
 * Mail-Web Mixed-Mode Surveys, Social Science Computer Review 37(2), 214-233.
 */
export function straightLines(instrument: Instrument, answers: Answers): readonly string[] {
  return instrument.sections
    .flatMap(({ questions }) => questionGroups(questions))
    .filter((group) => {
      const given = group.flatMap(({ code, type }) => {
        const answer = answers[code];
        return type === 'rating' && answer?.kind === 'codes' ? answer.codes.slice(0, 1) : [];
      });
      return given.length >= fewest && new Set(given).size === 1;
    })
    .flatMap(([first]) => (first ? [first.code] : []));
}
