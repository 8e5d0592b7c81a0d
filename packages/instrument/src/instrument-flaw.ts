import type { LocalizedText } from '@common-measure/kernel';

/** Where in an instrument something is wrong. Numbers count from 1, as a person reads them on the page. */
export interface FlawPlace {
  readonly section: string | null;
  readonly question: string | null;
  /** Of a quota: its code. */
  readonly quota?: string | undefined;
  /** What the person sees: "Question 3". */
  readonly label: LocalizedText;
}

export const instrumentFlawCodes = [
  'malformed',
  'no-questions',
  'language-missing',
  'language-malformed',
  'text-missing',
  'code-malformed',
  'code-reserved',
  'code-duplicate',
  'scale-missing',
  'scale-uneven',
  'options-missing',
  'option-duplicate',
  'routing-unknown',
  'routing-later',
  'routing-unanswerable',
  'routing-incomparable',
  'routing-backward',
  'routing-unreachable',
  'arm-unknown',
  'arm-duplicate',
  'group-mixed',
  'limits-crossed',
  'consent-options',
  'specify-twice',
  'pipe-unknown',
  'pipe-later',
  'pipe-same-part',
  'pipe-fallback',
  'text-long',
  'role-duplicate',
  'slot-unfilled',
  'expectation-unknown',
  'expectation-later',
  'expectation-unlike',
] as const;
export type InstrumentFlawCode = (typeof instrumentFlawCodes)[number];

/** One reason why an instrument cannot be published, with its place and the remedy in both languages. */
export interface InstrumentFlaw extends FlawPlace {
  readonly code: InstrumentFlawCode;
  /** Of missing texts: the language to write. */
  readonly language: string | null;
  readonly message: LocalizedText;
}

export const wholeInstrument: FlawPlace = {
  section: null,
  question: null,
  label: { en: 'The questionnaire', fr: 'Le questionnaire' },
};

export function sectionPlace(code: string, number: number): FlawPlace {
  return { section: code, question: null, label: { en: `Part ${number}`, fr: `La partie ${number}` } };
}

export function questionPlace(section: string, code: string, number: number): FlawPlace {
  return {
    section,
    question: code,
    label: { en: `Question ${number}`, fr: `La question ${number}` },
  };
}

/** A flaw at `place`: the message begins with the place and ends with what to do. */
export function flawAt(
  place: FlawPlace,
  code: InstrumentFlawCode,
  says: LocalizedText,
  language: string | null = null,
): InstrumentFlaw {
  return {
    ...place,
    code,
    language,
    message: { en: `${place.label.en}: ${says.en}`, fr: `${place.label.fr}\u00a0: ${says.fr}` },
  };
}
