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
  return judgedMatrices(instrument, answers)
    .filter(({ points }) => points.size === 1)
    .map(({ first }) => first);
}

/**
 * Whether a person straight-lined: every matrix that can be judged got one point of the scale throughout. Null where none can be, because
 * she answered fewer than four statements of each.
 */
export function straightLining(instrument: Instrument, answers: Answers): boolean | null {
  const judged = judgedMatrices(instrument, answers);
  return judged.length === 0 ? null : judged.every(({ points }) => points.size === 1);
}

/** Whether a questionnaire has a matrix long enough to tell. */
export function canStraightLine(instrument: Instrument): boolean {
  return matricesOf(instrument).length > 0;
}

/** The matrices of which she answered enough, each with the points that she gave. */
function judgedMatrices(
  instrument: Instrument,
  answers: Answers,
): readonly { readonly first: string; readonly points: ReadonlySet<string> }[] {
  return matricesOf(instrument).flatMap((codes) => {
    const given = codes.flatMap((code) => {
      const answer = answers[code];
      return answer?.kind === 'codes' ? answer.codes.slice(0, 1) : [];
    });
    return given.length < fewest ? [] : [{ first: codes[0] ?? '', points: new Set(given) }];
  });
}

const known = new WeakMap<Instrument, readonly (readonly string[])[]>();

/** The codes of the statements of each matrix that is long enough: the same for everybody, so found once for each questionnaire. */
function matricesOf(instrument: Instrument): readonly (readonly string[])[] {
  const before = known.get(instrument);
  if (before) return before;
  const matrices = instrument.sections
    .flatMap(({ questions }) => questionGroups(questions))
    .map((group) => group.filter(({ type }) => type === 'rating').map(({ code }) => code))
    .filter((codes) => codes.length >= fewest);
  known.set(instrument, matrices);
  return matrices;
}
