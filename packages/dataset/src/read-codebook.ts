import { accepted, jsonFault, type LocalizedText, type Result, refused } from '@common-measure/kernel';
import type { Codebook, Variable, VariableKind } from './codebook.ts';
import {
  type CodebookProblem,
  codebookCodeRepeated,
  codebookInvalid,
  codebookNameRepeated,
  codebookNameUnknown,
  codebookNotJson,
  codebookRoleKind,
  codebookScaleWrong,
} from './codebook-problem.ts';
import { codebookSchema } from './codebook-schema.ts';
import { readNumber } from './number-text.ts';

/** Reads the text of a `codebook.json`; every reason for which it cannot be used, at once. */
export function readCodebook(text: string): Result<Codebook, CodebookProblem> {
  const json = text.replace(/^\ufeff/, '');
  const fault = jsonFault(json);
  return fault === null ? parseCodebook(JSON.parse(json)) : refused(codebookNotJson(fault));
}

/** {@link readCodebook} for a value that is parsed already. */
export function parseCodebook(value: unknown): Result<Codebook, CodebookProblem> {
  const parsed = codebookSchema.safeParse(value);
  if (!parsed.success) {
    return refused(...parsed.error.issues.map((issue) => codebookInvalid(placeOf(issue.path), expectation(issue))));
  }
  const problems = contradictions(parsed.data);
  return problems.length > 0 ? refused(...problems) : accepted(parsed.data);
}

type Issue = NonNullable<ReturnType<typeof codebookSchema.safeParse>['error']>['issues'][number];

function placeOf(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>((place, step) => {
      if (typeof step === 'number') return `${place}[${step}]`;
      return place === '' ? String(step) : `${place}.${String(step)}`;
    }, '') || '(root)'
  );
}

function expectation(issue: Issue): LocalizedText {
  const types: Record<string, LocalizedText> = {
    string: { en: 'a text', fr: 'un texte' },
    number: { en: 'a number', fr: 'un nombre' },
    int: { en: 'a whole number', fr: 'un nombre entier' },
    boolean: { en: 'true or false', fr: 'true ou false' },
    array: { en: 'a list', fr: 'une liste' },
    object: { en: 'an object', fr: 'un objet' },
  };
  if (issue.code === 'invalid_type') return types[issue.expected] ?? { en: issue.expected, fr: issue.expected };
  if (issue.code === 'invalid_value') {
    const list = issue.values.map((value) => JSON.stringify(value)).join(', ');
    return { en: `one of ${list}`, fr: `l’une des valeurs ${list}` };
  }
  if (issue.code === 'unrecognized_keys') {
    const list = issue.keys.join(', ');
    return { en: `no entry named ${list}`, fr: `aucune entrée nommée ${list}` };
  }
  if (issue.code === 'too_small') return { en: 'something that is not empty', fr: 'un contenu non vide' };
  if (issue.code === 'invalid_format') {
    const form = String(issue.format === 'regex' ? issue.pattern : issue.format);
    return { en: `a text of the form ${form}`, fr: `un texte de la forme ${form}` };
  }
  return { en: issue.message, fr: issue.message };
}

/** What the form allows and the field does not: names twice or nowhere, codes that clash, scales that do not hold. */
function contradictions(codebook: Codebook): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  for (const what of ['name', 'column'] as const) {
    const seen = new Set<string>();
    for (const variable of codebook.variables) {
      const key = what === 'name' ? variable.name.toLowerCase() : variable.column;
      if (seen.has(key)) problems.push(codebookNameRepeated(variable[what], what));
      seen.add(key);
    }
  }
  return [...problems, ...codebook.variables.flatMap(variableProblems), ...namesProblems(codebook)];
}

function variableProblems(variable: Variable): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  const seen = new Set<string>();
  for (const { code } of [...variable.values, ...variable.missing]) {
    if (seen.has(code)) problems.push(codebookCodeRepeated(variable.column, code));
    seen.add(code);
  }
  if (variable.kind !== 'rating') return problems;
  const { scale } = variable;
  const why = (en: string, fr: string) => problems.push(codebookScaleWrong(variable.column, { en, fr }));
  if (!scale) why('it has none', 'elle n’en a pas');
  else if (!(scale.min < scale.max))
    why('its lowest point is not below its highest', 'son point le plus bas n’est pas sous le plus haut');
  else {
    for (const { code } of variable.values) {
      const point = readNumber(code);
      if (point === null || point < scale.min || point > scale.max) {
        why(
          `the code ${code} is no point from ${scale.min} to ${scale.max}`,
          `le code ${code} n’est pas un point de ${scale.min} à ${scale.max}`,
        );
      }
    }
  }
  return problems;
}

function namesProblems({ variables, design, roles }: Codebook): CodebookProblem[] {
  const kinds = new Map(variables.map((variable) => [variable.name, variable.kind]));
  const kindNames: Record<VariableKind, LocalizedText> = {
    rating: { en: 'a rating', fr: 'une évaluation' },
    category: { en: 'a category', fr: 'une catégorie' },
    number: { en: 'a number', fr: 'un nombre' },
    text: { en: 'a text', fr: 'un texte' },
    date: { en: 'a date', fr: 'une date' },
    identifier: { en: 'an identifier', fr: 'un identifiant' },
  };
  const check = (role: string, names: readonly (string | null)[], expected: VariableKind | null): CodebookProblem[] =>
    names.flatMap((name) => {
      if (name === null) return [];
      const kind = kinds.get(name);
      if (kind === undefined) return [codebookNameUnknown(role, name)];
      return expected && kind !== expected ? [codebookRoleKind(role, name, kindNames[expected])] : [];
    });
  return [
    ...check('design.weight', [design.weight], 'number'),
    ...check('design.strata', design.strata, null),
    ...check('design.clusters', design.clusters, null),
    ...check('design.fpc', design.fpc, 'number'),
    ...check('roles.overall', [roles.overall], 'rating'),
    ...check('roles.drivers', roles.drivers, 'rating'),
    ...check('roles.channel', [roles.channel], 'category'),
    ...check('roles.region', [roles.region], 'category'),
    ...check('roles.profile', roles.profile, 'category'),
    ...check('roles.comments', roles.comments, 'text'),
  ];
}
