import type { Variable } from '@common-measure/dataset';
import type { AnswerCounts, ShownEstimate } from '@common-measure/estimate';
import type { Block, Fact } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { howBlocks } from '../notes.ts';
import { isMissingKind, valueLabel } from '../results.ts';
import { methodWords } from '../words/method-words.ts';

/** "How was this computed?" of the score of one item: its question, who is left out and why, its precision. */
export function computation(context: EditionContext, item: Variable): readonly Block[] {
  const estimate = context.results.estimate(item.name, 'score');
  if (estimate?.status !== 'shown') return [];
  const figure = `${context.text(item.label)}, ${context.format.number(estimate.value)}`;
  return howBlocks(context, figure, ['score', 'change'], facts(context, item, estimate));
}

function facts(context: EditionContext, item: Variable, estimate: ShownEstimate): readonly Fact[] {
  const words = methodWords[context.language];
  const { format } = context;
  const counts = context.results.counts(item.name);
  const all = counts?.n ?? null;
  const rows: Fact[] = [];
  if (item.question) rows.push([words.question, context.text(item.question)]);
  rows.push([words.variable, item.name]);
  const n = format.count(estimate.n);
  rows.push([words.answered, all === null ? n : words.ofAll(n, format.count(all))]);
  const left = counts ? missingParts(context, item, counts) : [];
  if (left.length > 0) rows.push([words.leftOut, left.join(', ')]);
  if (!context.allowsInference) return rows;
  if (estimate.se !== null)
    rows.push([words.se, words.points(format.number(estimate.se, 2), context.language === 'en' || estimate.se >= 2)]);
  if (estimate.deff !== null)
    rows.push([words.deff, words.deffText(format.number(estimate.deff, 2), format.count(estimate.effectiveN))]);
  if (estimate.df !== null) rows.push([words.df, format.count(estimate.df)]);
  return rows;
}

/** "35 does not apply", "133 no answer": who did not answer on the scale, by reason. Zero counts are left out; withheld ones say so. */
function missingParts(context: EditionContext, item: Variable, counts: AnswerCounts): readonly string[] {
  const { words, count } = context.format;
  return Object.entries(counts.missing).flatMap(([key, n]) => {
    if (n === 0) return [];
    return [`${n === null ? words.withheldCounts : count(n)} ${missingLabel(context, item, key)}`];
  });
}

/** Words for one reason of having no answer: its kind, or the label of its code. */
export function missingLabel(context: EditionContext, item: Variable | undefined, key: string): string {
  return isMissingKind(key) ? context.format.words.missing[key] : valueLabel(item ?? null, key, context.language);
}
