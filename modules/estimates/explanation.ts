import {
  type AnalysisPlan,
  type AnalysisResult,
  type Comparison,
  type Explanation,
  explainComparison,
  explainFigure,
  type FigureOfFile,
  figureAddresses,
  type TestedComparison,
} from '@common-measure/estimate';
import type { DatasetRecord } from '@common-measure/modules/datasets/server';
import type { z } from 'zod';
import { type AnalysisCall, analyse } from './analyse.ts';
import { isComparable } from './comparable.ts';
import type { explanationQuerySchema } from './contract.ts';
import { earlierWaves } from './earlier-waves.ts';
import { heldTogether } from './families.ts';
import { estimatesProblems } from './problems.ts';
import { comparedWith, shownCodebook } from './results.ts';
import { breakdowns, resultsRequest } from './results-plan.ts';

type Question = z.infer<typeof explanationQuerySchema>;

/** The analysis of one dataset behind the results page. */
interface Measured {
  readonly record: DatasetRecord;
  readonly plan: AnalysisPlan;
  readonly result: AnalysisResult;
}

/**
 * How one figure of the results page was computed, or one difference. Withheld figures are not explained: their facts would
 * tell them.
 */
export async function explanationOf(call: AnalysisCall, question: Question): Promise<Explanation> {
  const by = question.by ?? null;
  const measured = await measure(call, call.record, by);
  if (question.compare === 'complement') return explained(question, measured, null, measured.result.comparisons);
  if (question.compare === 'wave') return explainedChange(call, question, measured);
  const place = placeOf(measured.result, question);
  const figure = measured.result.estimates[place];
  const address = figureAddresses(measured.plan)[place];
  if (figure?.status !== 'shown' || address === undefined) return estimatesProblems.raise('figure-not-there');
  const { plan, result, record } = measured;
  const counts =
    result.counts.find(({ variable, domain }) => variable === figure.estimand.variable && isAsked(domain, question)) ??
    null;
  const { codebook } = record;
  return explainFigure({ plan, codebook, design: result.design, address, figure, counts, fileName: fileOf(record) });
}

async function measure(call: AnalysisCall, record: DatasetRecord, by: string | null): Promise<Measured> {
  const codebook = shownCodebook(record.codebook);
  if (by !== null && !breakdowns(codebook).includes(by)) estimatesProblems.raise('breakdown-not-offered', { by });
  return { record, ...(await analyse({ ...call, record }, resultsRequest(codebook, by))) };
}

/** The change since an earlier wave, with the tests that the page shows beside it. */
async function explainedChange(call: AnalysisCall, question: Question, now: Measured): Promise<Explanation> {
  const earlier = await earlierWaves(call.tx, call.engine, call.organizationId, call.record);
  const before = earlier.find(({ id }) => id === question.against);
  if (before === undefined) return estimatesProblems.raise('wave-not-earlier');
  const by = question.by ?? null;
  const comparisons = await comparedWith(call, now.result, before, by);
  const then = await measure(call, before, by);
  const named = comparisons.filter(isComparable);
  const family =
    question.family === undefined
      ? named
      : heldTogether(question.family, call.record.codebook, now.result, named, (domain) => isAsked(domain, question));
  return explained(question, now, then, family);
}

/** A tested difference among those of its family: all of the same figure, or those that stand together on the page. */
function explained(
  question: Question,
  now: Measured,
  then: Measured | null,
  family: readonly Comparison[],
): Explanation {
  const kind = then === null ? 'complement' : 'wave';
  const tested = family.filter((one): one is TestedComparison => one.status === 'tested' && one.with.kind === kind);
  const comparison = tested.find((one) => isNamed(one.estimand, question) && isAsked(one.domain, question));
  if (comparison === undefined) return estimatesProblems.raise('figure-not-there');
  const together =
    question.family === undefined ? tested.filter(({ estimand }) => isNamed(estimand, question)) : tested;
  return explainComparison({
    now: figureOfFile(now, question),
    earlier: then === null ? null : figureOfFile(then, question),
    comparison,
    others: together.filter((one) => one !== comparison).map(({ p }) => p),
    design: now.result.design,
  });
}

function figureOfFile({ record, plan, result }: Measured, question: Question): FigureOfFile {
  const address = figureAddresses(plan)[placeOf(result, question)];
  if (address === undefined) return estimatesProblems.raise('figure-not-there');
  return { plan, address, codebook: record.codebook, fileName: fileOf(record) };
}

function placeOf(result: AnalysisResult, question: Question): number {
  return result.estimates.findIndex(({ estimand, domain }) => isNamed(estimand, question) && isAsked(domain, question));
}

function isNamed(estimand: Comparison['estimand'], { statistic, variable, value }: Question): boolean {
  return estimand.statistic === statistic && estimand.variable === variable && estimand.value === (value ?? null);
}

function isAsked(domain: Readonly<Record<string, string>>, { by, group }: Question): boolean {
  return by === undefined || group === undefined
    ? Object.keys(domain).length === 0
    : domain[by] === group && Object.keys(domain).length === 1;
}

function fileOf({ codebook }: DatasetRecord): string {
  return codebook.source?.fileName ?? 'data.csv';
}
