import { type LocalizedText, untranslated } from '@common-measure/kernel';
import type { Codebook, SourceFile, Variable } from './codebook.ts';
import { guessDesign, isNamedWeight, type NestingFact } from './design-guess.ts';
import type { Guess, Proposal } from './guess.ts';
import { variableNames } from './header.ts';
import { guessKind, type KindGuess, missingCodes } from './kind-guess.ts';
import { guessMissingWords } from './missing-guess.ts';
import type { ColumnProfile, FileProfile } from './profile.ts';
import { because } from './reason.ts';
import { guessRoles } from './role-guess.ts';
import { codedColumns, scaleFamilies } from './scale-guess.ts';

/** What is known of a file before a person has said anything. */
export interface FileFacts {
  readonly title: LocalizedText;
  readonly source: SourceFile | null;
  readonly profile: FileProfile;
  /** Answers to `nestingQuestions`, in its order. */
  readonly nesting: readonly NestingFact[];
}

/**
 * Proposes a codebook for a file: kind, scale, missing codes and access of each column, and what the columns are for. Every guess carries
 * its evidence; a variable is decided only where nothing about it is open, and stays out of results until it is.
 */
export function proposeCodebook({ title, source, profile, nesting }: FileFacts): Proposal {
  const words = new Map(profile.columns.map((column) => [column.column, guessMissingWords(column)]));
  const coded = codedColumns(profile.columns, words);
  const families = scaleFamilies(coded);
  const names = variableNames(profile.columns.map((column) => column.column));
  const kinds = profile.columns.map((column) =>
    isNamedWeight(column.column) && column.numeric
      ? weightKind(column)
      : guessKind(column, words.get(column.column) ?? [], coded.get(column.column) ?? null, families),
  );
  const variables = profile.columns.map((column, i) => variableOf(column, names[i] as string, kinds[i] as KindGuess));
  const design = guessDesign(profile, variables, nesting);
  const used = new Set([design.design.weight, ...design.design.strata, ...design.design.clusters]);
  const mostlyBlank = new Set(profile.columns.filter((c) => c.blank.n > c.rows / 2).map((c) => c.column));
  const roles = guessRoles(
    variables.filter((variable) => !used.has(variable.name)),
    mostlyBlank,
  );
  const codebook: Codebook = {
    format: 'common-measure/codebook',
    version: 1,
    title,
    population: null,
    wave: null,
    synthetic: false,
    source,
    design: design.design,
    roles: roles.roles,
    variables,
  };
  return {
    codebook,
    guesses: [...variables.flatMap((v, i) => guessesOf(v, kinds[i] as KindGuess)), ...design.guesses, ...roles.guesses],
  };
}

function variableOf(column: ColumnProfile, name: string, kind: KindGuess): Variable {
  return {
    name,
    column: column.column,
    label: untranslated(column.column.replace(/^\*/, '')),
    question: null,
    kind: kind.kind,
    scale: kind.scale,
    values: kind.values,
    missing: missingCodes(kind.missing),
    unit: null,
    access: kind.access,
    decided: kind.certain && kind.missing.every((guess) => guess.certain),
  };
}

function guessesOf(variable: Variable, kind: KindGuess): readonly Guess[] {
  const about = (
    aspect: Guess['aspect'],
    choice: string,
    rest: Pick<Guess, 'reasons' | 'alternatives' | 'decided'>,
  ): Guess => ({
    variable: variable.name,
    aspect,
    choice,
    ...rest,
  });
  return [
    about('kind', variable.kind, { reasons: kind.reasons, alternatives: kind.alternatives, decided: kind.certain }),
    ...(variable.scale
      ? [
          about('scale', `${variable.scale.min}–${variable.scale.max}`, {
            reasons: [because('codes-of-a-scale', { min: variable.scale.min, max: variable.scale.max })],
            alternatives: [],
            decided: false,
          }),
        ]
      : []),
    ...kind.missing.map((guess) =>
      about('missing', `${guess.code.code} = ${guess.code.kind}`, {
        reasons: [guess.reason],
        alternatives: ['answer', 'no-answer', 'dont-know', 'refused', 'not-applicable', 'not-asked'],
        decided: guess.certain,
      }),
    ),
    ...(kind.access === 'closed' && kind.accessReasons.length > 0
      ? [about('access', 'closed', { reasons: kind.accessReasons, alternatives: ['open'], decided: true })]
      : []),
  ];
}

function weightKind(column: ColumnProfile): KindGuess {
  const { min = 0, max = 0 } = column.numeric ?? {};
  return {
    kind: 'number',
    scale: null,
    values: [],
    missing: [],
    access: 'open',
    reasons: [because('name-of-weight'), because('many-numbers', { distinct: column.distinct, min, max })],
    accessReasons: [],
    alternatives: [],
    certain: true,
  };
}
