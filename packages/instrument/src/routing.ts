import type { Answers, Instrument, Question, Section } from './instrument.ts';

/** The questions that a person with these answers is asked, in order. A question behind one that is not asked is not asked either. */
export function whichQuestions(instrument: Instrument, answers: Answers): readonly Question[] {
  const asked = new Set<string>();
  const questions: Question[] = [];
  for (const question of instrument.sections.flatMap((section) => section.questions)) {
    if (!isAsked(question, answers, asked)) continue;
    asked.add(question.code);
    questions.push(question);
  }
  return questions;
}

/** The sections that hold at least one question for this person, each with those questions only. */
export function whichSections(instrument: Instrument, answers: Answers): readonly Section[] {
  const asked = new Set(whichQuestions(instrument, answers));
  return instrument.sections
    .map((section) => ({ ...section, questions: section.questions.filter((question) => asked.has(question)) }))
    .filter((section) => section.questions.length > 0);
}

/**
 * The answers as they are recorded: one entry for every question of the instrument. What was asked and left empty is
 * `no-answer`, what was not asked is `not-asked`; an answer to a question that no longer applies is left out.
 */
export function recordedAnswers(instrument: Instrument, answers: Answers): Answers {
  const asked = new Set(whichQuestions(instrument, answers).map((question) => question.code));
  const questions = instrument.sections.flatMap((section) => section.questions);
  return Object.fromEntries(
    questions.map(({ code }) => {
      if (!asked.has(code)) return [code, { kind: 'missing', missing: 'not-asked' }] as const;
      return [code, answers[code] ?? { kind: 'missing', missing: 'no-answer' }] as const;
    }),
  );
}

function isAsked(question: Question, answers: Answers, asked: ReadonlySet<string>): boolean {
  if (!question.showIf) return true;
  const answer = answers[question.showIf.question];
  if (!asked.has(question.showIf.question) || answer?.kind !== 'codes') return false;
  return answer.codes.some((code) => question.showIf?.answered.includes(code));
}
