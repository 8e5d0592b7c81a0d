import type { LocalizedText } from '@common-measure/kernel';
import { type PluralForm, pluralRule } from '../languages/plural.ts';

/** A word of the page in English and French, or, where a number decides its form, its forms for one and for more. */
export type WordTemplate = LocalizedText | { readonly one: LocalizedText; readonly other: LocalizedText };
export type WordTemplates = Readonly<Record<string, WordTemplate>>;

/** One word of the page as a translator meets it: `{name}` marks a place where something is put in. */
export interface PageWord {
  /** "next"; of a word with a number, with its form: "minutes.few". */
  readonly name: string;
  readonly text: LocalizedText;
  readonly form: PluralForm | null;
}

export function isCounted(template: WordTemplate): template is Exclude<WordTemplate, LocalizedText> {
  return typeof template.one === 'object';
}

/** The words of a template that a language needs: one, or one for each of its forms. */
export function wordsOfTemplate(name: string, template: WordTemplate, language: string): readonly PageWord[] {
  if (!isCounted(template)) return [{ name, text: template, form: null }];
  return pluralRule(language).forms.map((form) => ({
    name: `${name}.${form}`,
    text: form === 'one' ? template.one : template.other,
    form,
  }));
}
