/** One thing in an instrument that a person changes at a time. */
export interface InstrumentPlace {
  /** The section that holds it, by its code; null for the whole instrument and for questions, which may move. */
  readonly section: string | null;
  readonly question: string | null;
  /**
   * The field of the instrument, section or question; `whole`: it is there or not; `home`: the section of a question;
   * `order`: in which order sections or the questions of a section stand; `options-order` and the like: the entries of a list.
   */
  readonly field: string;
  /** The entry of a list (an option, a quota, an arm, a slot), by its code. */
  readonly part: string | null;
  readonly language: string | null;
}

export const instrumentAsPlace: InstrumentPlace = {
  section: null,
  question: null,
  field: 'whole',
  part: null,
  language: null,
};

/** A name for a place, the same for equal places. */
export function placeKey({ section, question, field, part, language }: InstrumentPlace): string {
  return [question === null ? (section ?? '') : '', question ?? '', field, part ?? '', language ?? ''].join('/');
}
