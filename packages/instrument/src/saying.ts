import type { LocalizedText } from '@common-measure/kernel';

/** Something said to a respondent by the name of a page word, with what stands in its places: so that it can be said in any language. */
export interface Saying {
  readonly word: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

/** A number, a day (ISO), a text of the instrument, or several things in a row. */
export type SaidValue = number | { readonly day: string } | { readonly text: LocalizedText } | readonly SaidPart[];
export type SaidPart = Saying | { readonly text: LocalizedText };

/** A refusal of an answer: in English and French at once, and by its words for any further language. */
export interface Refusal {
  readonly message: LocalizedText;
  readonly says: Saying;
}

/** A text with its places `{name}` filled; a place without a value stays as it is. */
export function fillPlaces(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
