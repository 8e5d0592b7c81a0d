import type { Codebook } from '@common-measure/dataset';
import type { Problem } from '@common-measure/kernel';
import { type AnalysisVariable, analysisVariable } from './analysis-variable.ts';
import { nearestName, requestProblem } from './request-problem.ts';

/** The variables that a request may name. A name that does not resolve adds its problem and yields an empty list. */
export class VariableLookup {
  private readonly known = new Map<string, AnalysisVariable>();
  private readonly problems: Problem[];

  constructor(codebook: Codebook, problems: Problem[]) {
    this.problems = problems;
    for (const variable of codebook.variables) this.known.set(variable.name, analysisVariable(variable));
  }

  add(variable: AnalysisVariable): void {
    this.known.set(variable.name, variable);
  }

  has(name: string): boolean {
    return this.known.has(name);
  }

  /** A variable whose values are estimated. */
  analysed(name: string, place: string): readonly AnalysisVariable[] {
    const variable = this.named(name, place);
    if (variable === null) return [];
    const kind = variable.variable?.kind;
    if (kind === 'text' || kind === 'date' || kind === 'identifier') {
      this.problems.push(
        requestProblem(
          'statistic-unsuitable',
          place,
          {
            en: `"${name}" holds ${kindsEn[kind]}, which cannot be estimated`,
            fr: `«\u00a0${name}\u00a0» contient ${kindsFr[kind]}, ce qui ne s’estime pas`,
          },
          {
            en: 'Name a rating, a category or a number.',
            fr: 'Nommez une évaluation, une catégorie ou un nombre.',
          },
        ),
      );
      return [];
    }
    return [variable];
  }

  /** A variable whose codes make groups. */
  groups(name: string, place: string): readonly AnalysisVariable[] {
    const variable = this.named(name, place);
    if (variable === null) return [];
    if (variable.codes !== null) return [variable];
    this.problems.push(
      requestProblem(
        'breakdown-unsuitable',
        place,
        {
          en: `"${name}" has no list of codes to group by`,
          fr: `«\u00a0${name}\u00a0» n’a pas de liste de codes pour former des groupes`,
        },
        {
          en: 'Name a category or a rating, or make groups of it under "derive".',
          fr: 'Nommez une catégorie ou une échelle, ou formez-en des groupes sous «\u00a0derive\u00a0».',
        },
      ),
    );
    return [];
  }

  /** The asked codes that the variable has; each other one adds its problem. */
  codes(variable: AnalysisVariable, asked: readonly string[], place: string): readonly string[] {
    const known = variable.codes?.map(({ code }) => code) ?? [];
    for (const code of asked.filter((one) => !known.includes(one))) {
      this.problems.push(
        requestProblem(
          'unknown-code',
          place,
          {
            en: `"${variable.name}" has no code "${code}"`,
            fr: `«\u00a0${variable.name}\u00a0» n’a pas de code «\u00a0${code}\u00a0»`,
          },
          { en: `Its codes are ${listed(known)}.`, fr: `Ses codes sont ${listed(known)}.` },
        ),
      );
    }
    return asked.filter((code) => known.includes(code));
  }

  named(name: string, place: string): AnalysisVariable | null {
    const variable = this.known.get(name);
    if (variable === undefined) {
      this.problems.push(unknownVariable(name, place, [...this.known.keys()]));
      return null;
    }
    if (variable.variable?.access === 'closed') {
      this.problems.push(
        requestProblem(
          'variable-closed',
          place,
          {
            en: `"${name}" is closed because it may point to a person`,
            fr: `«\u00a0${name}\u00a0» est fermée, car elle peut désigner une personne`,
          },
          {
            en: 'Leave it out, or open it in the codebook.',
            fr: 'Retirez-la, ou ouvrez-la dans le dictionnaire de variables.',
          },
        ),
      );
      return null;
    }
    if (variable.variable?.decided === false) {
      this.problems.push(
        requestProblem(
          'variable-undecided',
          place,
          {
            en: `nobody has confirmed yet what "${name}" holds`,
            fr: `personne n’a encore confirmé ce que contient «\u00a0${name}\u00a0»`,
          },
          {
            en: 'Decide it in the codebook ("decided": true).',
            fr: 'Décidez-le dans le dictionnaire de variables («\u00a0decided\u00a0»\u00a0: true).',
          },
        ),
      );
      return null;
    }
    return variable;
  }
}

const kindsEn = { text: 'text', date: 'dates', identifier: 'identifiers' } as const;
const kindsFr = { text: 'du texte', date: 'des dates', identifier: 'des identifiants' } as const;

export function unknownVariable(name: string, place: string, known: readonly string[]): Problem {
  const near = nearestName(name, known);
  return requestProblem(
    'unknown-variable',
    place,
    { en: `there is no variable "${name}"`, fr: `il n’y a pas de variable «\u00a0${name}\u00a0»` },
    near === null
      ? {
          en: 'Use the names of the codebook (variables[].name).',
          fr: 'Employez les noms du dictionnaire de variables (variables[].name).',
        }
      : { en: `The nearest name is "${near}".`, fr: `Le nom le plus proche est «\u00a0${near}\u00a0».` },
  );
}

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, 12).map((code) => (code === '' ? '""' : code));
  return shown.join(', ') + (codes.length > shown.length ? ', …' : '');
}
