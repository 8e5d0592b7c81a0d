import type { BankItem } from '@common-measure/instrument';
import type { ItemDraft } from '../contract.ts';

/** A proposal as it is being written. */
export interface WrittenDraft {
  readonly item: ItemDraft;
  readonly reason: string;
  readonly writtenIn: 'en' | 'fr';
}

const noText = { en: '', fr: '' };

export const emptyDraft: WrittenDraft = {
  item: {
    code: '',
    construct: '',
    element: 'perception',
    channels: ['any'],
    clientTypes: ['individual', 'business', 'internal'],
    core: false,
    benchmarkable: true,
    type: 'rating',
    wording: noText,
    hint: null,
    scale: null,
    options: [],
    atMost: null,
    doesNotApply: true,
    dontKnow: true,
    preferNotToSay: false,
    unit: null,
    pairedWith: null,
    role: 'driver',
  },
  reason: '',
  writtenIn: 'en',
};

/** What a person decides of an item: all but what the bank adds. */
export function draftOf(item: BankItem): ItemDraft {
  const { version: _version, slots: _slots, externalRef: _matches, ...draft } = item;
  return draft;
}

/** The draft answered in another way: what belongs to the former way goes. */
export function answeredBy(draft: ItemDraft, type: ItemDraft['type']): ItemDraft {
  const isChoice = type === 'single' || type === 'multiple';
  const { atLeast, order, min, max, decimals, earliest, latest, lines, ...rest } = draft;
  const options = isChoice && draft.options.length < 2 ? [emptyOption(1), emptyOption(2)] : draft.options;
  return {
    ...rest,
    ...(isChoice && order ? { order } : {}),
    ...(type === 'multiple' && atLeast ? { atLeast } : {}),
    ...(type === 'number' ? { min, max, decimals } : {}),
    ...(type === 'date' ? { earliest, latest } : {}),
    ...(type === 'text' ? { lines } : {}),
    type,
    scale: type === 'rating' ? draft.scale : null,
    options: isChoice ? options : [],
    atMost: type === 'multiple' ? draft.atMost : null,
    unit: type === 'number' ? draft.unit : null,
    role: type === 'text' ? 'comment' : type === 'rating' ? 'driver' : 'other',
  };
}

export function emptyOption(number: number): ItemDraft['options'][number] {
  return { code: String(number), label: noText };
}
