import { addQuestion, freeCode, questionsOf, sectionOf } from './edit-instrument.ts';
import type { Instrument, Question } from './instrument.ts';
import { storedCodes } from './question-parts.ts';
import { recodeQuestion, recodeSection } from './recode.ts';

/** A copied instrument, and the code of the copy in it. */
export interface Copied {
  readonly instrument: Instrument;
  readonly code: string;
}

/** A copy of a question right behind it, under a code of its own; what looks at the question itself looks at the copy. */
export function duplicateQuestion(instrument: Instrument, code: string): Copied | null {
  const section = sectionOf(instrument, code);
  const at = section?.questions.findIndex((one) => one.code === code) ?? -1;
  const question = section?.questions[at];
  if (!section || !question) return null;
  const free = freeFor(code, takenIn(instrument));
  const copy = single(recodeQuestion(question, { questions: new Map([[code, free]]) }));
  return { instrument: addQuestion(instrument, section.code, copy, at + 1), code: free };
}

/** A copy of a part right behind it, its questions under codes of their own; routing and piped answers inside it point to the copies. */
export function duplicateSection(instrument: Instrument, code: string): Copied | null {
  const at = instrument.sections.findIndex((section) => section.code === code);
  const section = instrument.sections[at];
  if (!section) return null;
  const taken = takenIn(instrument);
  const questions = new Map<string, string>();
  for (const question of section.questions) {
    const free = freeFor(question.code, taken);
    taken.push(free);
    questions.set(question.code, free);
  }
  const free = freeFor(
    code,
    instrument.sections.map((one) => one.code),
  );
  const copy = recodeSection(section, { questions, sections: new Map([[code, free]]) });
  const tidy = { ...copy, questions: copy.questions.map(single) };
  return { instrument: { ...instrument, sections: instrument.sections.toSpliced(at + 1, 0, tidy) }, code: free };
}

/** What one question of an instrument has only, its copy has not. */
function single(question: Question): Question {
  return ['overall', 'channel', 'region'].includes(question.role) ? { ...question, role: 'other' } : question;
}

function takenIn(instrument: Instrument): string[] {
  return questionsOf(instrument).flatMap((question) => [question.code, ...storedCodes(question)]);
}

/** "wait" gives "wait_2", "wait_2" gives "wait_3"; never longer than a code may be. */
function freeFor(code: string, taken: readonly string[]): string {
  return freeCode([...taken, `${stem(code)}_1`], stem(code));
}

const stem = (code: string): string => code.replace(/_\d+$/, '').slice(0, 40);
