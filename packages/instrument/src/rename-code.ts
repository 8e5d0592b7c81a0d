import { questionsOf } from './edit-instrument.ts';
import type { Instrument } from './instrument.ts';
import { answerCodePattern, codePattern } from './instrument-schema.ts';
import { storedCodes } from './question-parts.ts';
import { recode } from './recode.ts';

/** Gives a question another code; whatever points to it follows. A code that is taken or malformed leaves everything as it is. */
export function renameQuestionCode(instrument: Instrument, from: string, to: string): Instrument {
  const taken = questionsOf(instrument)
    .filter((one) => one.code !== from)
    .flatMap((one) => [one.code, ...storedCodes(one)]);
  if (from === to || !codePattern.test(to) || taken.includes(to)) return instrument;
  return recode(instrument, { questions: new Map([[from, to]]) });
}

/** Gives a part another code; skips that lead to it follow. */
export function renameSectionCode(instrument: Instrument, from: string, to: string): Instrument {
  if (!codePattern.test(to) || instrument.sections.some((section) => section.code === to)) return instrument;
  return recode(instrument, { sections: new Map([[from, to]]) });
}

/** Gives a group of the split sample another code; the questions and parts that are meant for it follow. */
export function renameArmCode(instrument: Instrument, from: string, to: string): Instrument {
  if (!codePattern.test(to) || instrument.arms?.some((arm) => arm.code === to)) return instrument;
  return recode(instrument, { arms: new Map([[from, to]]) });
}

/** Gives an answer of a question another code; conditions that look for it follow. */
export function renameOptionCode(instrument: Instrument, question: string, from: string, to: string): Instrument {
  const found = questionsOf(instrument).find((one) => one.code === question);
  if (!found || !answerCodePattern.test(to) || found.options.some((option) => option.code === to)) return instrument;
  return recode(instrument, { options: new Map([[question, new Map([[from, to]])]]) });
}
