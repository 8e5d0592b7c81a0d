import type { LocalizedText } from '@common-measure/kernel';
import type { Bank } from './bank.ts';
import { questionFromItem } from './build-instrument.ts';
import type { ItemRef, Question } from './instrument.ts';

/** A version of a bank item with the question that it becomes. */
export interface BankOriginal extends ItemRef {
  readonly core: boolean;
  readonly question: Question;
}

/** The originals of every item of a bank, in its order. */
export function originalsOf(bank: Pick<Bank, 'items' | 'scales'>): readonly BankOriginal[] {
  return bank.items.map((item) => ({
    code: item.code,
    version: item.version,
    core: item.core,
    question: questionFromItem(bank, item),
  }));
}

/** What a question has that its original has not: other words, another scale, other answers, another hint. */
export const bankChanges = ['wording', 'scale', 'answers', 'hint'] as const;
export type BankChange = (typeof bankChanges)[number];

/**
 * What was changed of a question of the bank; empty where it is asked as it is there. Words in the place of a slot change nothing, nor
 * does a further language. A scale is changed by its points, and by another type of answer.
 */
export function changesOf(original: Question, question: Question): readonly BankChange[] {
  const isScaleKept = keepsAll([original.type, original.scale], [question.type, question.scale]);
  const isHintKept =
    original.hint === null || question.hint === null
      ? original.hint === question.hint
      : isWordingOf(original.hint, question.hint);
  return [
    ...(isWordingOf(original.wording, question.wording) ? [] : (['wording'] as const)),
    ...(isScaleKept ? [] : (['scale'] as const)),
    ...(keepsAll(original.options, question.options) ? [] : (['answers'] as const)),
    ...(isHintKept ? [] : (['hint'] as const)),
  ];
}

/** Whether results can still be put beside others: wording, scale and answers are those of the bank. */
export function keepsBankLink(changes: readonly BankChange[]): boolean {
  return changes.every((change) => change === 'hint');
}

/** The same words in every language of the original; words may stand in the place of a slot. */
function isWordingOf(original: LocalizedText, wording: LocalizedText): boolean {
  return Object.entries(original).every(([language, text = '']) => {
    const here = wording[language] ?? '';
    if (here === text) return true;
    const pattern = text
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^{}\\n]{1,200}');
    return new RegExp(`^${pattern}$`).test(here);
  });
}

/** The same, further languages of texts aside: what an item does not say, a questionnaire may add in another language. */
function keepsAll(original: unknown, here: unknown): boolean {
  return same(original, JSON.parse(JSON.stringify(here ?? null), officialOnly));
}

function officialOnly(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('en' in value) || !('fr' in value)) return value;
  return { en: value.en, fr: value.fr };
}

function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
