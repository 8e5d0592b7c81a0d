import { type MissingGuess, missingCode, splitCodes } from './missing-guess.ts';
import type { ColumnProfile, ValueCount } from './profile.ts';
import { because } from './reason.ts';

/** A column of whole-number codes, split into answers and likely missing codes. */
export interface CodedColumn {
  readonly profile: ColumnProfile;
  readonly counts: readonly ValueCount[];
  readonly answers: readonly number[];
  readonly missing: readonly MissingGuess[];
}

/** Names of questions about the person or the visit, whose codes are no ratings. */
export const profileName =
  /(age|sex|gender|inc|lang|home|country|county|state|purp|getto|times|long|fly|method|dest|geo|mark|peak|^day|strat|area|term|atype|airline|code|com\d*$|race|educ|marital|child|region|counci|district|quart|ward|live|flag|saq|use|pet|langue|revenu|genre|sexe)/i;

/** Most whole-number codes that still look like a list of answers. */
const codeCap = 60;

/** The columns that hold whole-number codes; `words` are the non-numeric missing codes already explained, by column. */
export function codedColumns(
  columns: readonly ColumnProfile[],
  words: ReadonlyMap<string, readonly MissingGuess[]>,
): ReadonlyMap<string, CodedColumn> {
  const coded = columns.flatMap((profile): CodedColumn[] => {
    const explained = new Set(words.get(profile.column)?.map((guess) => guess.code.code));
    const counts = profile.values.filter((count) => !explained.has(count.value));
    const listed = counts.length > 0 && counts.length <= codeCap && profile.values.length === profile.distinct;
    const whole = counts.every((count) => /^-?(0|[1-9]\d{0,4})$/.test(count.value));
    return listed && whole ? [{ profile, counts, ...splitCodes(counts) }] : [];
  });
  const withSix = markSixes(coded);
  return new Map(withSix.map((column) => [column.profile.column, column]));
}

const timesOf = (column: CodedColumn, code: number) =>
  column.counts.find((count) => count.value === String(code))?.n ?? 0;
const logit = (share: number) => Math.log(share / (1 - share));

/**
 * 6 above 1 to 5 is a sixth answer or "never used". A true point of a scale moves with its neighbour from item to item;
 * "never used" swings by item. So 6 is set aside where, over at least three such columns, the middle half of the log-odds of 6 is more than
 * twice as wide as that of 5.
 */
function markSixes(coded: readonly CodedColumn[]): readonly CodedColumn[] {
  const six = coded.filter(
    ({ answers, profile }) =>
      !profileName.test(profile.column) &&
      answers.length >= 4 &&
      answers.at(-1) === 6 &&
      answers.includes(5) &&
      (answers[0] ?? 9) <= 2,
  );
  const shares = six.map((column) => {
    const five = timesOf(column, 5);
    const below = column.answers.filter((code) => code < 5).reduce((sum, code) => sum + timesOf(column, code), 0);
    const above = timesOf(column, 6);
    return { six: above / (above + five + below), five: five / (five + below) };
  });
  const width = (list: readonly number[]) => middleHalf(list.map(logit));
  const swings = six.length >= 3 && width(shares.map((s) => s.six)) > 2 * width(shares.map((s) => s.five));
  if (!swings) return coded;
  const [low, high] = [Math.min(...shares.map((s) => s.six)), Math.max(...shares.map((s) => s.six))];
  return coded.map((column) => {
    if (!six.includes(column)) return column;
    const reason = because('missing-above-scale', {
      code: 6,
      n: timesOf(column, 6),
      columns: six.length,
      low: Math.round(low * 100),
      high: Math.round(high * 100),
    });
    return {
      ...column,
      answers: column.answers.filter((code) => code !== 6),
      missing: [...column.missing, { code: missingCode('6', 'not-applicable'), reason, certain: false }],
    };
  });
}

/** The width of the middle half of some numbers: what one odd column cannot stretch. */
function middleHalf(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return at(0.75) - at(0.25);
}

export interface ScaleFamily {
  readonly min: number;
  readonly max: number;
  readonly columns: ReadonlySet<string>;
  /** Missing codes that at least a third of its columns use. */
  readonly usual: readonly string[];
}

const scales: readonly (readonly [number, number])[] = [
  [1, 5],
  [0, 10],
  [1, 10],
  [1, 7],
  [1, 6],
  [1, 4],
];

/** The rating scales that several columns of the file share, each with its columns. */
export function scaleFamilies(coded: ReadonlyMap<string, CodedColumn>): readonly ScaleFamily[] {
  return scales.flatMap(([min, max]): ScaleFamily[] => {
    const fitting = [...coded.values()].filter((column) => fits(column.answers, min, max));
    const members = max - min >= 4 ? fitting : fitting.filter((column) => sameStem(column, fitting) >= 3);
    const uses = new Map<string, number>();
    for (const { missing } of members)
      for (const { code } of missing) uses.set(code.code, (uses.get(code.code) ?? 0) + 1);
    const usual = [...uses].filter(([, times]) => times >= members.length / 3).map(([code]) => code);
    return members.length >= 3
      ? [{ min, max, usual, columns: new Set(members.map((column) => column.profile.column)) }]
      : [];
  });
}

/** How many of the columns stand under the same question number: "q26_01", "q26_02". */
function sameStem(column: CodedColumn, others: readonly CodedColumn[]): number {
  const stem = questionStem(column.profile.column);
  return others.filter((other) => questionStem(other.profile.column) === stem).length;
}

/** A header up to the end of its first number: "Q7" of "Q7ART", "q3" of "q3_01". */
export function questionStem(header: string): string {
  return /^[^\d]*\d+/.exec(header)?.[0] ?? '';
}

/** All answers lie on the scale, both ends or nearly all points occur. */
function fits(answers: readonly number[], min: number, max: number): boolean {
  const inside = answers.every((code) => code >= min && code <= max);
  const points = max - min + 1;
  return inside && answers.at(-1) === max && (min > 0 || answers[0] === 0) && answers.length >= Math.max(4, points - 1);
}
