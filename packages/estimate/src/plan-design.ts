import type { Codebook, DesignDeclaration } from '@common-measure/dataset';
import type { Problem } from '@common-measure/kernel';
import type { DesignOverride } from './request.ts';
import { requestProblem } from './request-problem.ts';
import { unknownVariable } from './variable-lookup.ts';

/** The design of the codebook with what the request states instead; columns may be named by variable name or by header. */
export function planDesign(codebook: Codebook, override: DesignOverride, problems: Problem[]): DesignDeclaration {
  const base = codebook.design;
  const resolve = (name: string, place: string, numeric: boolean): string => {
    const variable =
      codebook.variables.find((one) => one.name === name) ?? codebook.variables.find((one) => one.column === name);
    if (variable === undefined) {
      problems.push(
        unknownVariable(
          name,
          place,
          codebook.variables.map((one) => one.name),
        ),
      );
      return name;
    }
    if (numeric && variable.kind !== 'number' && variable.kind !== 'rating') {
      problems.push(
        requestProblem(
          'design-variable-unsuitable',
          place,
          { en: `"${name}" is not declared as a number`, fr: `«\u00a0${name}\u00a0» n’est pas déclarée comme nombre` },
          {
            en: 'Weights and population sizes are numbers: correct its kind in the codebook or name another column.',
            fr: 'Les poids et les effectifs de population sont des nombres\u00a0: corrigez son type dans le dictionnaire de variables ou nommez une autre colonne.',
          },
        ),
      );
    }
    return variable.name;
  };
  const list = (key: 'strata' | 'clusters' | 'fpc') =>
    (override[key] ?? base[key]).map((name, i) => resolve(name, `design.${key}[${i}]`, key === 'fpc'));
  const weight = override.weight === undefined ? base.weight : override.weight;
  return {
    samplingClass: override.samplingClass ?? base.samplingClass,
    weight: weight === null ? null : resolve(weight, 'design.weight', true),
    strata: list('strata'),
    clusters: list('clusters'),
    fpc: list('fpc'),
    nest: override.nest ?? base.nest,
    lonelyPsu: override.lonelyPsu ?? base.lonelyPsu,
  };
}
