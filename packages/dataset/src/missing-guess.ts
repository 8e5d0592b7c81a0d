import { type LocalizedText, untranslated } from '@common-measure/kernel';
import type { MissingCode, MissingKind } from './codebook.ts';
import type { ColumnProfile, ValueCount } from './profile.ts';
import { because, type Reason } from './reason.ts';

export interface MissingGuess {
  readonly code: MissingCode;
  readonly reason: Reason;
  /** True where the code can mean nothing else: an empty cell, "Refused". */
  readonly certain: boolean;
}

export const missingLabels: Readonly<Record<MissingKind, LocalizedText>> = {
  refused: { en: 'Refused', fr: 'Refus' },
  'dont-know': { en: 'Don’t know', fr: 'Ne sait pas' },
  'not-applicable': { en: 'Does not apply', fr: 'Ne s’applique pas' },
  'not-asked': { en: 'Not asked', fr: 'Non posée' },
  breakoff: { en: 'Broke off', fr: 'Abandon' },
  'no-answer': { en: 'No answer', fr: 'Sans réponse' },
};

const words: readonly (readonly [RegExp, MissingKind])[] = [
  [/^(refused|refusal|prefer not to (say|answer)|refus|pr[ée]f[èe]re ne pas r[ée]pondre)\b/i, 'refused'],
  [/^(don.?t know|do not know|dk|unknown|unsure|not sure|ne sait pas|je ne sais pas|nsp|inconnu)\b/i, 'dont-know'],
  [
    /^(n\/a|n\.a\.?|not applicable|does not apply|sans objet|s\.o\.?|s\/o|never used|jamais utilis[ée])$/i,
    'not-applicable',
  ],
  [/^(not asked|skipped|skip|non pos[ée]e|filtr[ée]e?)$/i, 'not-asked'],
  [
    /^(blank|missing|null|none|no answer|no response|sans r[ée]ponse|vide|manquant|nan|\.|-|#n\/a|#null!|\(blank\))$/i,
    'no-answer',
  ],
];

export function missingCode(code: string, kind: MissingKind): MissingCode {
  return { code, kind, label: missingLabels[kind] };
}

/** The empty cell and words for missing answers, in any column. */
export function guessMissingWords(column: ColumnProfile): readonly MissingGuess[] {
  const found: MissingGuess[] = [];
  if (column.blank.n > 0) {
    found.push({
      code: missingCode('', 'no-answer'),
      reason: because('missing-blank', { n: column.blank.n }),
      certain: true,
    });
  }
  const numbers = column.values.filter((count) => /^-?\d+$/.test(count.value));
  const strays =
    numbers.length <= 2 && column.words.length >= 2 && numbers.every((count) => /^(0|-?9+|-1)$/.test(count.value));
  for (const { value, n } of strays ? numbers : []) {
    found.push({
      code: missingCode(value, 'no-answer'),
      reason: because('missing-number-among-words', { code: value, n }),
      certain: false,
    });
  }
  for (const { value, n } of column.words) {
    if (/^na$/i.test(value)) {
      found.push({
        code: missingCode(value, 'no-answer'),
        reason: because('missing-na', { code: value, n }),
        certain: false,
      });
    }
    const kind = words.find(([pattern]) => pattern.test(value))?.[1];
    if (kind) {
      found.push({
        code: { ...missingCode(value, kind), label: value.length > 1 ? untranslated(value) : missingLabels[kind] },
        reason: because('missing-word', { code: value, n }),
        certain: true,
      });
    }
  }
  return found;
}

/** Codes that surveys set aside for missing answers, above any list of answers. */
const setAside = new Set([66, 77, 88, 96, 97, 98, 99, 666, 777, 888, 996, 997, 998, 999]);

/** What a set-aside number usually stands for; `codes` are all codes of the column. */
function kindOfNumber(code: number, codes: ReadonlySet<number>, rating: boolean): MissingKind {
  if (code < 0)
    return code === -7 ? 'refused' : code === -8 ? 'dont-know' : code === -1 ? 'not-applicable' : 'no-answer';
  if (code === 0) return 'no-answer';
  const last = code % 10;
  if (last === 6) return 'not-applicable';
  if (last === 7) return 'refused';
  if (last === 8) return 'dont-know';
  if (codes.has(code - 1)) return 'refused';
  return rating || code === 9 ? 'dont-know' : 'no-answer';
}

/**
 * Splits the whole-number codes of a column into answers and likely missing codes: negative ones, 0 under a list from 1,
 * 7, 8 and 9 behind a gap, and numbers such as 77, 88 or 99 far above the rest. A 9 that continues the run of answers stays an answer.
 */
export function splitCodes(counts: readonly ValueCount[]): {
  readonly answers: readonly number[];
  readonly missing: readonly MissingGuess[];
} {
  const n = new Map(counts.map((count) => [Number(count.value), count]));
  const codes = new Set(n.keys());
  let answers = [...codes].filter((code) => code >= 0).sort((a, b) => a - b);
  const breakAt = answers.findIndex((code, i) => i > 0 && code - (answers[i - 1] ?? 0) > 20);
  const aside = breakAt === -1 ? [] : answers.slice(breakAt).filter((code) => setAside.has(code));
  answers = answers.filter((code) => !aside.includes(code));
  const start = answers[0] === 0 ? 0 : 1;
  let end = start;
  while (answers.includes(end + 1)) end++;
  const behindGap = answers.filter((code) => code > end + 1 && code >= 7 && code <= 9 && answers.every((a) => a <= 9));
  if (end - start >= 1) answers = answers.filter((code) => !behindGap.includes(code));
  else behindGap.length = 0;
  const zero = answers[0] === 0 && answers.at(-1) !== 10 && answers.length > 2 && (answers[1] ?? 9) <= 2;
  if (zero) answers = answers.slice(1);
  const [min = 0, max = 0] = [answers[0], answers.at(-1)];
  const rating = max - min >= 3 && max <= 10;
  const guess = (code: number, reason: Reason): MissingGuess => ({
    code: missingCode(n.get(code)?.value ?? String(code), kindOfNumber(code, codes, rating)),
    reason,
    certain: false,
  });
  const times = (code: number) => n.get(code)?.n ?? 0;
  return {
    answers,
    missing: [
      ...[...codes]
        .filter((code) => code < 0)
        .map((code) => guess(code, because('missing-negative', { code: `−${-code}`, n: times(code) }))),
      ...(zero ? [guess(0, because('missing-zero', { n: times(0) }))] : []),
      ...[...behindGap, ...aside].map((code) =>
        guess(code, because('missing-gap', { code, min, max, n: times(code) })),
      ),
    ],
  };
}
