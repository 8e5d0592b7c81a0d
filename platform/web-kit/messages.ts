import type { UiLanguage } from '@common-measure/kernel';

/** A text, a text made from values, or a group of them. What a function returns is up to it: a text, or texts with markup between. */
export type Message =
  | string
  | ((...values: never[]) => unknown)
  | readonly string[]
  | readonly MessageTree[]
  | { readonly [name: string]: Message };
export type MessageTree = { readonly [name: string]: Message };

/** The shape that the other language must have: the same names, the same values to fill in. */
export type Translated<M> = M extends string
  ? string
  : M extends (...values: infer Values) => infer Text
    ? (...values: Values) => Translated<Text>
    : M extends readonly unknown[]
      ? { readonly [Place in keyof M]: Translated<M[Place]> }
      : M extends object
        ? { readonly [Name in keyof M]: Translated<M[Name]> }
        : M;

export type Messages<M extends MessageTree> = Readonly<Record<UiLanguage, Translated<M>>>;

/**
 * The texts of a page in English and French. French must have exactly the names of English:
 * a missing or a surplus one does not compile (`messages.types.ts` proves it).
 */
export function defineMessages<const M extends MessageTree>(messages: {
  readonly en: M;
  readonly fr: NoInfer<Translated<M>>;
}): Messages<M> {
  return messages as Messages<M>;
}
