import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument, Question, Section } from './instrument.ts';

/** All questions in order. */
export function questionsOf(instrument: Instrument): readonly Question[] {
  return instrument.sections.flatMap((section) => section.questions);
}

/** The section in which a question stands. */
export function sectionOf(instrument: Instrument, question: string): Section | undefined {
  return instrument.sections.find((section) => section.questions.some((one) => one.code === question));
}

/** Puts a question into a section: before the one at `at`, or at its end. An unknown section leaves everything as it is. */
export function addQuestion(instrument: Instrument, section: string, question: Question, at?: number): Instrument {
  return inSection(instrument, section, (questions) => questions.toSpliced(at ?? questions.length, 0, question));
}

export function removeQuestion(instrument: Instrument, code: string): Instrument {
  return everywhere(instrument, (questions) => questions.filter((question) => question.code !== code));
}

export function replaceQuestion(instrument: Instrument, code: string, replacement: Question): Instrument {
  return everywhere(instrument, (questions) =>
    questions.map((question) => (question.code === code ? replacement : question)),
  );
}

/** Moves a question one place up (-1) or down (1); at the edge of its section it goes into the neighbouring one. */
export function moveQuestion(instrument: Instrument, code: string, by: -1 | 1): Instrument {
  const from = instrument.sections.findIndex((section) => section.questions.some((question) => question.code === code));
  const section = instrument.sections[from];
  const at = section?.questions.findIndex((question) => question.code === code) ?? -1;
  const question = section?.questions[at];
  if (!section || !question) return instrument;
  if (at + by >= 0 && at + by < section.questions.length)
    return inSection(instrument, section.code, (questions) =>
      questions.toSpliced(at, 1).toSpliced(at + by, 0, question),
    );
  const neighbour = instrument.sections[from + by];
  if (!neighbour) return instrument;
  return addQuestion(
    removeQuestion(instrument, code),
    neighbour.code,
    question,
    by === -1 ? neighbour.questions.length : 0,
  );
}

export function addSection(instrument: Instrument, title: LocalizedText): Instrument {
  const code = freeCode(
    instrument.sections.map((section) => section.code),
    'part',
  );
  return { ...instrument, sections: [...instrument.sections, { code, title, questions: [] }] };
}

/** Takes a section out with all its questions. */
export function removeSection(instrument: Instrument, code: string): Instrument {
  return { ...instrument, sections: instrument.sections.filter((section) => section.code !== code) };
}

/** Moves a section one place up (-1) or down (1); at either end it stays. */
export function moveSection(instrument: Instrument, code: string, by: -1 | 1): Instrument {
  const from = instrument.sections.findIndex((section) => section.code === code);
  const section = instrument.sections[from];
  const to = from + by;
  if (!section || to < 0 || to >= instrument.sections.length) return instrument;
  return { ...instrument, sections: instrument.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

export function renameSection(instrument: Instrument, code: string, title: LocalizedText): Instrument {
  const sections = instrument.sections.map((section) => (section.code === code ? { ...section, title } : section));
  return { ...instrument, sections };
}

/** Lets a section be asked on one page, or question by question. */
export function pageSection(instrument: Instrument, code: string, paging: Section['paging']): Instrument {
  const sections = instrument.sections.map((section) => {
    if (section.code !== code) return section;
    const { paging: _before, ...whole } = section;
    return paging ? { ...whole, paging } : whole;
  });
  return { ...instrument, sections };
}

/** `base_1`, `base_2`, and so on: the first that is not taken. */
export function freeCode(taken: readonly string[], base: string): string {
  let number = 1;
  while (taken.includes(`${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

function everywhere(
  instrument: Instrument,
  change: (questions: readonly Question[]) => readonly Question[],
): Instrument {
  return {
    ...instrument,
    sections: instrument.sections.map((section) => ({ ...section, questions: change(section.questions) })),
  };
}

function inSection(
  instrument: Instrument,
  code: string,
  change: (questions: readonly Question[]) => readonly Question[],
): Instrument {
  const sections = instrument.sections.map((section) =>
    section.code === code ? { ...section, questions: change(section.questions) } : section,
  );
  return { ...instrument, sections };
}
