import type { Problem } from '@common-measure/kernel';
import type { AnalysisVariable, CodeOf } from './analysis-variable.ts';
import { tooManyGroups } from './group-limit.ts';
import type { Derivation } from './request.ts';
import { requestProblem } from './request-problem.ts';
import type { VariableLookup } from './variable-lookup.ts';

/** Adds the derived variables of a request, in order: a later one may rest on an earlier one. */
export function deriveVariables(derivations: readonly Derivation[], lookup: VariableLookup, problems: Problem[]): void {
  derivations.forEach((derivation, i) => {
    const place = `derive[${i}]`;
    if (lookup.has(derivation.name)) {
      problems.push(
        requestProblem(
          'name-taken',
          `${place}.name`,
          { en: `"${derivation.name}" exists already`, fr: `«\u00a0${derivation.name}\u00a0» existe déjà` },
          { en: 'Choose another name.', fr: 'Choisissez un autre nom.' },
        ),
      );
      return;
    }
    const variable = Array.isArray(derivation.from)
      ? crossed(derivation.name, derivation.from, `${place}.from`, lookup, problems)
      : recoded(derivation, derivation.from, place, lookup, problems);
    if (variable !== null) lookup.add(variable);
  });
}

function crossed(
  name: string,
  from: readonly string[],
  place: string,
  lookup: VariableLookup,
  problems: Problem[],
): AnalysisVariable | null {
  const parts = from.flatMap((one, i) => lookup.groups(one, `${place}[${i}]`));
  if (parts.length < from.length || tooManyGroups(parts, place, problems)) return null;
  // As in R's interaction(): the first variable runs fastest.
  const codes = parts
    .map((part) => part.codes?.map(({ code }) => code) ?? [])
    .reduce((left, right) => right.flatMap((r) => left.map((l) => `${l}.${r}`)));
  return {
    name,
    source: { form: 'crossed', of: parts },
    codes: codes.map((code) => ({ code, number: null })),
    quantity: false,
    scale: null,
    variable: null,
  };
}

function recoded(
  derivation: Derivation,
  from: string,
  place: string,
  lookup: VariableLookup,
  problems: Problem[],
): AnalysisVariable | null {
  const [of] = lookup.analysed(from, `${place}.from`);
  const cases = derivation.cases ?? [];
  if (cases.length === 0) {
    problems.push(
      requestProblem(
        'recode-unsuitable',
        place,
        { en: 'a recode needs "cases"', fr: 'un recodage demande des «\u00a0cases\u00a0»' },
        { en: 'Say which answers get which value.', fr: 'Dites quelles réponses reçoivent quelle valeur.' },
      ),
    );
    return null;
  }
  if (of === undefined) return null;
  cases.forEach(({ when }, i) => {
    const at = `${place}.cases[${i}].when`;
    if (when.codes !== undefined && of.codes !== null) lookup.codes(of, when.codes, `${at}.codes`);
    if (!of.quantity && (when.atLeast !== undefined || when.atMost !== undefined)) {
      problems.push(
        requestProblem(
          'recode-unsuitable',
          at,
          { en: `"${from}" has no numbers to compare`, fr: `«\u00a0${from}\u00a0» n’a pas de nombres à comparer` },
          { en: 'List its codes instead.', fr: 'Énumérez plutôt ses codes.' },
        ),
      );
    }
  });
  const otherwise = derivation.otherwise ?? null;
  const values = [...new Set([...cases.map(({ value }) => value), ...(otherwise === null ? [] : [otherwise])])];
  const quantity = values.every((value) => typeof value === 'number');
  const codes: CodeOf[] = values.map((value) => ({
    code: String(value),
    number: typeof value === 'number' ? value : null,
  }));
  return {
    name: derivation.name,
    source: {
      form: 'recode',
      of,
      cases: cases.map(({ when, value }) => ({
        when: { codes: when.codes ?? null, atLeast: when.atLeast ?? null, atMost: when.atMost ?? null },
        value: String(value),
      })),
      otherwise: otherwise === null ? null : String(otherwise),
    },
    codes: quantity ? [...codes].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)) : codes,
    quantity,
    scale: null,
    variable: null,
  };
}
