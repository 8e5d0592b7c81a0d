import { type Explanation, explainFigure, figureAddresses } from '@common-measure/estimate';
import type { z } from 'zod';
import { type AnalysisCall, analyse } from './analyse.ts';
import type { explanationQuerySchema } from './contract.ts';
import { estimatesProblems } from './problems.ts';
import { shownCodebook } from './results.ts';
import { breakdowns, resultsRequest } from './results-plan.ts';

/** How one figure of the results page was computed. Withheld figures are not explained: their facts would tell them. */
export async function explanationOf(
  call: AnalysisCall,
  question: z.infer<typeof explanationQuerySchema>,
): Promise<Explanation> {
  const codebook = shownCodebook(call.record.codebook);
  const by = question.by ?? null;
  if (by !== null && !breakdowns(codebook).includes(by)) estimatesProblems.raise('breakdown-not-offered', { by });
  const { plan, result } = await analyse(call, resultsRequest(codebook, by));
  const isAsked = (domain: Readonly<Record<string, string>>) =>
    by === null || question.group === undefined
      ? Object.keys(domain).length === 0
      : domain[by] === question.group && Object.keys(domain).length === 1;
  const place = result.estimates.findIndex(
    ({ estimand, domain }) =>
      estimand.statistic === question.statistic &&
      estimand.variable === question.variable &&
      estimand.value === (question.value ?? null) &&
      isAsked(domain),
  );
  const figure = result.estimates[place];
  const address = figureAddresses(plan)[place];
  if (figure?.status !== 'shown' || address === undefined) return estimatesProblems.raise('figure-not-there');
  const counts =
    result.counts.find(({ variable, domain }) => variable === figure.estimand.variable && isAsked(domain)) ?? null;
  const fileName = call.record.codebook.source?.fileName ?? 'data.csv';
  return explainFigure({
    plan,
    codebook: call.record.codebook,
    design: result.design,
    address,
    figure,
    counts,
    fileName,
  });
}
