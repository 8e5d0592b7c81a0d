import type { LocalizedText } from '@common-measure/kernel';
import type { Question } from './instrument.ts';

/**
 * A question from nobody's bank with nothing set that may be left unset: shown to all, not required, no scale, no options, no answer
 * beside the ones it asks for. `parts` sets the rest.
 */
export function plainQuestion(
  code: string,
  type: Question['type'],
  wording: LocalizedText,
  parts: Partial<Question> = {},
): Question {
  return {
    code,
    item: null,
    type,
    wording,
    hint: null,
    scale: null,
    options: [],
    doesNotApply: false,
    dontKnow: false,
    preferNotToSay: false,
    required: false,
    unit: null,
    showIf: null,
    role: 'other',
    ...parts,
  };
}
