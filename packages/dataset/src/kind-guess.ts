import { untranslated } from '@common-measure/kernel';
import type { MissingCode, RatingScale, ValueCode, VariableKind } from './codebook.ts';
import type { MissingGuess } from './missing-guess.ts';
import { personReasons } from './person-guess.ts';
import type { ColumnProfile } from './profile.ts';
import { because, type Reason } from './reason.ts';
import { type CodedColumn, profileName, type ScaleFamily } from './scale-guess.ts';

/** What one column seems to hold, and why. */
export interface KindGuess {
  readonly kind: VariableKind;
  readonly scale: RatingScale | null;
  readonly values: readonly ValueCode[];
  readonly missing: readonly MissingGuess[];
  readonly access: 'open' | 'closed';
  readonly reasons: readonly Reason[];
  readonly accessReasons: readonly Reason[];
  readonly alternatives: readonly VariableKind[];
  /** Nothing about the kind itself is open. */
  readonly certain: boolean;
}

const quantityName = /(minute|duration|dur[ée]e|hours|heures|years|ann[ée]es|amount|montant|distance|score)/i;
const identifierName =
  /(^|[_ .*-])(id|respnum|ccgid|uuid|guid|token|caseid|respondent|serial|num[ée]ro)($|[_ .-])|num$|id$/i;
export const clusterName = /^(\*?)(run|run_?id|run id|cluster|psu|grappe|upe|ea|segment|school|école|flight|vol)$/i;
const datePattern = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{2,4})([ T].*)?$/;
const timePattern = /^\d{1,2}:\d{2}(:\d{2})?( ?[AP]M)?$/i;
const categoryCap = 200;

/** Guesses what a column holds. `families` are the rating scales that the file's columns share. */
export function guessKind(
  column: ColumnProfile,
  words: readonly MissingGuess[],
  coded: CodedColumn | null,
  families: readonly ScaleFamily[],
): KindGuess {
  const base = {
    scale: null,
    values: [],
    missing: words,
    access: 'open',
    accessReasons: [],
    alternatives: [],
    certain: true,
  } as const;
  const absent = new Set(words.map((guess) => guess.code.code));
  const answered = column.rows - column.blank.n;
  const explained = column.words.filter((word) => absent.has(word.value));
  const distinct = column.distinct - explained.length;
  if (answered === 0) return { ...base, kind: 'text', access: 'closed', reasons: [because('column-blank')] };
  const accessReasons = personReasons(column);
  const closed = { access: 'closed', accessReasons } as const;
  const uniqueness = because('unique-values', { distinct, n: answered });
  if (clusterName.test(column.column))
    return { ...base, kind: 'identifier', access: 'closed', reasons: [because('name-of-cluster')] };
  if (accessReasons.length > 0) return { ...base, ...closed, kind: 'identifier', reasons: accessReasons };
  const nearlyUnique = distinct >= 30 && distinct >= answered * 0.95;
  if (nearlyUnique && (column.longest <= 24 || identifierName.test(column.column)) && (column.numeric?.whole ?? true)) {
    return { ...base, kind: 'identifier', access: 'closed', reasons: [uniqueness], accessReasons: [uniqueness] };
  }
  if (coded) return guessCoded(column, coded, words, families);
  const numbers = column.numeric?.n ?? 0;
  if (column.numeric && numbers === answered - explained.reduce((sum, word) => sum + word.n, 0)) {
    return { ...base, ...guessNumber(column, distinct), missing: words };
  }
  const share = (pattern: RegExp) =>
    column.values.filter((count) => pattern.test(count.value)).length /
    Math.max(1, column.values.length - explained.length);
  if (share(datePattern) > 0.95) return { ...base, kind: 'date', reasons: [because('looks-like-dates')] };
  if (share(timePattern) > 0.95 && distinct > 30) {
    return {
      ...base,
      kind: 'text',
      access: 'open',
      reasons: [because('looks-like-times')],
      alternatives: ['category'],
    };
  }
  const once = column.values.filter((count) => count.n === 1 && !absent.has(count.value)).length;
  const writtenOut = column.longest > 40 && once > distinct / 2;
  if (!writtenOut && (distinct <= 60 || (distinct <= categoryCap && distinct <= answered * 0.1))) {
    const doubtful = once >= 5 && once > distinct / 3 && answered > 200;
    return {
      ...base,
      kind: 'category',
      values: listed(column, absent),
      reasons: [
        distinct === 1
          ? because('one-value-only', { value: column.values.find((count) => !absent.has(count.value))?.value ?? '' })
          : because('few-values', { distinct }),
        ...(doubtful ? [because('codes-once-each', { values: once })] : []),
      ],
      certain: !doubtful,
    };
  }
  const reason = because('many-texts', { distinct, n: answered, longest: column.longest });
  return {
    ...base,
    kind: 'text',
    access: 'closed',
    reasons: [reason],
    accessReasons: [because('text-may-name')],
    alternatives: ['category'],
  };
}

function guessNumber(column: ColumnProfile, distinct: number) {
  const { min = 0, max = 0, commas = 0 } = column.numeric ?? {};
  const runnerUp = column.values.reduce(
    (most, count) => (Number(count.value) < max ? Math.max(most, Number(count.value)) : most),
    min,
  );
  const endCode = [99, 999, 9999, 99999].includes(max) && runnerUp < max / 2;
  const n = column.values.find((count) => Number(count.value) === max)?.n ?? 0;
  return {
    kind: 'number',
    reasons: [
      because('many-numbers', { distinct, min, max }),
      ...(commas > 0 ? [because('decimal-comma', { n: commas })] : []),
      ...(endCode ? [because('number-end-code', { code: max, n })] : []),
    ],
    alternatives: ['category'],
    certain: !endCode && (quantityName.test(column.column) || column.numeric?.whole === false),
  } as const satisfies Partial<KindGuess>;
}

function guessCoded(
  column: ColumnProfile,
  coded: CodedColumn,
  words: readonly MissingGuess[],
  families: readonly ScaleFamily[],
): KindGuess {
  const { answers } = coded;
  const [min = 0, max = 0] = [answers[0], answers.at(-1)];
  const missing = [...words, ...coded.missing];
  const base = { missing, access: 'open', accessReasons: [] } as const;
  const run = because('codes-of-a-scale', { min, max });
  const nine = answers.includes(9) && max > 9 ? [because('contiguous-pick', { min, max })] : [];
  const family = families.find((candidate) => candidate.columns.has(column.column));
  const extras = missing.map((guess) => guess.code.code).filter((code) => code !== '');
  const [main] = [...families].sort((a, b) => b.columns.size - a.columns.size);
  const foreign = main && !extras.some((code) => main.usual.includes(code)) ? extras : [];
  const category = (
    reasons: readonly Reason[],
    alternatives: readonly VariableKind[],
    certain: boolean,
  ): KindGuess => ({
    ...base,
    kind: 'category',
    scale: null,
    values: answers.map((code) => valueCode(String(code))),
    reasons: [...reasons, ...nine],
    alternatives,
    certain,
  });
  if (answers.length === 1) return category([because('one-value-only', { value: String(min) })], [], true);
  if (!family) {
    const scaleLike = min <= 1 && [4, 5, 7, 10].includes(max) && answers.length >= 4;
    return category(scaleLike ? [run, because('no-shared-scale')] : [run], scaleLike ? ['rating'] : [], !scaleLike);
  }
  const shared = because('shared-scale', { columns: family.columns.size });
  if (profileName.test(column.column)) return category([run, because('name-suggests-profile')], ['rating'], false);
  if (foreign.length > 0) {
    const differ = because('codes-differ-from-scale', {
      usual: main?.usual.join(', ') || '–',
      codes: foreign.join(', '),
    });
    return category([run, differ], ['rating'], false);
  }
  const points = Array.from({ length: family.max - family.min + 1 }, (_, i) => valueCode(String(family.min + i)));
  return {
    ...base,
    kind: 'rating',
    scale: { min: family.min, max: family.max, higher: 'better', version: `${family.min}-${family.max}` },
    values: points,
    reasons: [because('codes-of-a-scale', { min: family.min, max: family.max }), shared, because('direction-unknown')],
    alternatives: ['category'],
    certain: false,
  };
}

function listed(column: ColumnProfile, absent: ReadonlySet<string>): readonly ValueCode[] {
  return column.values.filter((count) => !absent.has(count.value)).map((count) => valueCode(count.value));
}

function valueCode(code: string): ValueCode {
  return { code, label: untranslated(code) };
}

/** The missing codes of a guess, as a codebook lists them. */
export function missingCodes(guesses: readonly MissingGuess[]): readonly MissingCode[] {
  return guesses.map((guess) => guess.code);
}
