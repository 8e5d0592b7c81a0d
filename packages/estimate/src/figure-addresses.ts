import type { AnalysisPlan, WhereCondition } from './analysis-plan.ts';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { Domain } from './estimate.ts';
import type { FigureAddress } from './r-script.ts';

/** Every figure of a plan in the order of the result's estimates: entry, variable, group, measure. */
export function figureAddresses(plan: AnalysisPlan): readonly FigureAddress[] {
  return plan.entries.flatMap((entry) =>
    entry.variables.flatMap((variable) =>
      groupDomains(entry.by, whereDomain(entry.where)).flatMap((domain) =>
        entry.measures
          .filter((measure) => measure.variable === variable)
          .map((measure) => ({ entry, measure, domain })),
      ),
    ),
  );
}

/** The domains of a breakdown: every combination of codes, the first variable running fastest (R: svyby). */
export function groupDomains(by: readonly AnalysisVariable[], base: Domain): readonly Domain[] {
  let domains: readonly Domain[] = [base];
  for (const variable of by) {
    domains = (variable.codes ?? []).flatMap(({ code }) =>
      domains.map((domain) => ({ ...domain, [variable.name]: code })),
    );
  }
  return domains;
}

/** The domain that "where" names; several codes of one variable are joined by "|". */
export function whereDomain(where: readonly WhereCondition[]): Domain {
  return Object.fromEntries(where.map(({ variable, codes }) => [variable.name, codes.join('|')]));
}
