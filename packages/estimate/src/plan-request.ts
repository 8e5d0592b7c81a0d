import type { Codebook } from '@common-measure/dataset';
import { accepted, type Problem, type Result } from '@common-measure/kernel';
import type { AnalysisPlan, PlannedEntry } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';
import { deriveVariables } from './derive.ts';
import { tooManyGroups } from './group-limit.ts';
import { measuresOf, unsuitability } from './measures.ts';
import { planDesign } from './plan-design.ts';
import type { AnalysisRequest, EstimateItem } from './request.ts';
import { requestProblem } from './request-problem.ts';
import { unsuitableStatistic } from './statistic-problem.ts';
import { VariableLookup } from './variable-lookup.ts';

/**
 * Resolves every name and code of a request against its codebook.
 * Refuses with all problems at once, each naming its place and its remedy.
 */
export function planRequest(request: AnalysisRequest, codebook: Codebook): Result<AnalysisPlan, Problem> {
  const problems: Problem[] = [];
  const design = planDesign(codebook, request.design ?? {}, problems);
  const lookup = new VariableLookup(codebook, problems);
  deriveVariables(request.derive ?? [], lookup, problems);
  const entries = request.estimates.map((item, i) => planEntry(item, `estimates[${i}]`, lookup, problems));
  if (problems.length > 0) return { ok: false, reasons: problems };
  return accepted({ design, audience: request.audience ?? 'organization', entries });
}

function planEntry(item: EstimateItem, place: string, lookup: VariableLookup, problems: Problem[]): PlannedEntry {
  const variables = namedVariables(item, place, lookup, problems);
  const statistics = Array.isArray(item.statistic) ? item.statistic : [item.statistic];
  const measures = variables.flatMap((variable) => {
    const values = item.values === undefined ? null : lookup.codes(variable, item.values, `${place}.values`);
    return statistics.flatMap((statistic) => {
      const why = unsuitability(statistic, variable);
      if (why === null) return measuresOf(statistic, variable, values);
      problems.push(unsuitableStatistic(place, statistic, variable.name, why));
      return [];
    });
  });
  const by = (item.by ?? []).flatMap((name, i) => lookup.groups(name, `${place}.by[${i}]`));
  tooManyGroups(by, `${place}.by`, problems);
  return {
    place,
    variables,
    measures,
    by,
    where: Object.entries(item.where ?? {}).flatMap(([name, codes]) => {
      const at = `${place}.where.${name}`;
      return lookup.groups(name, at).map((variable) => ({
        variable,
        codes: lookup.codes(variable, typeof codes === 'string' ? [codes] : codes, at),
      }));
    }),
    versusComplement: item.versus === 'complement',
    yardstick: item.deff ?? 'replace',
    interval: item.interval ?? 'beta',
    level: item.level ?? 0.95,
    listwise: item.missing === 'listwise',
    covariance: item.covariance ?? false,
  };
}

function namedVariables(
  item: EstimateItem,
  place: string,
  lookup: VariableLookup,
  problems: Problem[],
): readonly AnalysisVariable[] {
  if ((item.variable === undefined) === (item.variables === undefined)) {
    problems.push(
      requestProblem(
        'variable-missing',
        place,
        {
          en: 'an entry names either "variable" or "variables"',
          fr: 'une entrée nomme soit «\u00a0variable\u00a0», soit «\u00a0variables\u00a0»',
        },
        { en: 'Keep one of the two.', fr: 'Gardez l’un des deux.' },
      ),
    );
    return [];
  }
  if (item.variable !== undefined) return lookup.analysed(item.variable, `${place}.variable`);
  return (item.variables ?? []).flatMap((name, i) => lookup.analysed(name, `${place}.variables[${i}]`));
}
