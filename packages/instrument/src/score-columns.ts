import type { PackScore } from './bank.ts';
import type { Answer, Answers, Instrument, Question } from './instrument.ts';

/** The answers to one item of a score, a number per person; NaN for "Does not apply", "I don't know" and what was not answered. */
export interface ScoreColumn {
  readonly values: readonly number[];
  /** Ends of the scale; 0 and 1 for task success. */
  readonly min: number;
  readonly max: number;
  readonly higher: 'better' | 'worse';
}

/**
 * The columns that a score of a pack is computed from, in the order of its items: what `scoreByMethod` takes. Ratings give the code of
 * their point; of task success the answers of `success` give 1, those of `failure` 0 and all others NaN. Throws for a question that
 * the instrument does not hold: whoever removed it has to leave the score out.
 */
export function scoreColumns(
  instrument: Instrument,
  score: PackScore,
  responses: readonly Answers[],
): readonly ScoreColumn[] {
  const questions = instrument.sections.flatMap((section) => section.questions);
  return score.items.map((code) => {
    const question = questions.find((one) => one.code === code);
    if (!question) throw new Error(`the score ${score.id} needs ${code}, which is not asked`);
    const values = responses.map((answers) => numberFor(question, score, answers[code]));
    if (score.method === 'task-success') return { values, min: 0, max: 1, higher: 'better' };
    const points = question.scale?.points.map((point) => Number(point.code)) ?? [];
    const higher = question.scale?.higher === 'worse' ? 'worse' : 'better';
    return { values, min: Math.min(...points), max: Math.max(...points), higher };
  });
}

function numberFor(question: Question, score: PackScore, answer: Answer | undefined): number {
  const code = answer?.kind === 'codes' ? answer.codes[0] : undefined;
  if (code === undefined) return Number.NaN;
  if (score.method !== 'task-success') return question.scale ? Number(code) : Number.NaN;
  if (score.success.includes(code)) return 1;
  return score.failure.includes(code) ? 0 : Number.NaN;
}
