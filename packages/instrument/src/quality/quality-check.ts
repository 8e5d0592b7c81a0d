import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import type { Instrument, Question } from '../instrument.ts';

/** `important`: likely to bend the answers. `minor`: worth a second look. Neither stands in the way of publishing. */
export type AdviceWeight = 'important' | 'minor';

/** What a check found in one place. */
export interface Finding {
  /** The very words it objects to, without their context; empty where something is missing. */
  readonly found: readonly string[];
  /** What was found, as a sentence that needs no other. */
  readonly says: LocalizedText;
  /** Where it concerns the words of one language only. */
  readonly language?: UiLanguage;
}

interface Explained {
  /** Its name for programs; kept with what was set aside, so it never changes. */
  readonly code: string;
  readonly weight: AdviceWeight;
  readonly name: LocalizedText;
  /** Why it matters to the answers, with what is known from research. */
  readonly why: LocalizedText;
  readonly remedy: LocalizedText;
}

/** Looks at one question by itself. */
export interface QuestionCheck extends Explained {
  readonly of: 'question';
  find(question: Question): readonly Finding[];
}

/** Looks at the questionnaire; a finding may belong to one of its questions. */
export interface InstrumentCheck extends Explained {
  readonly of: 'instrument';
  find(instrument: Instrument): readonly (Finding & { readonly question: string | null })[];
}

export type QualityCheck = QuestionCheck | InstrumentCheck;
