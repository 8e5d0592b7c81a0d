import type { Problem } from '@common-measure/kernel';
import type { AnalysisVariable } from './analysis-variable.ts';
import { requestProblem } from './request-problem.ts';

/** Most groups that variables may make when they are crossed: more would fill the memory, and no survey is large enough for them. */
const mostGroups = 10_000;

/** Adds a problem, and says so, where crossing these variables makes more groups than can be worked with. */
export function tooManyGroups(variables: readonly AnalysisVariable[], place: string, problems: Problem[]): boolean {
  const groups = variables.reduce((product, { codes }) => product * (codes?.length ?? 1), 1);
  if (groups <= mostGroups) return false;
  problems.push(
    requestProblem(
      'breakdown-unsuitable',
      place,
      {
        en: `this makes ${groups} groups, and ${mostGroups} are the most`,
        fr: `cela fait ${groups} groupes, et ${mostGroups} sont le maximum`,
      },
      {
        en: 'Cross fewer variables, or variables with fewer codes.',
        fr: 'Croisez moins de variables, ou des variables qui ont moins de codes.',
      },
    ),
  );
  return true;
}
