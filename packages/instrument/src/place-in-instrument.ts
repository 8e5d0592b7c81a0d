import { addQuestion, removeQuestion, sectionOf } from './edit-instrument.ts';
import type { Instrument, Section } from './instrument.ts';

/** Moves a question into a part, to the place `at` (from 0) among the questions that stand there without it; beyond the last, to its end. */
export function moveQuestionTo(instrument: Instrument, code: string, section: string, at: number): Instrument {
  const question = sectionOf(instrument, code)?.questions.find((one) => one.code === code);
  if (!question || !instrument.sections.some((one) => one.code === section)) return instrument;
  return addQuestion(removeQuestion(instrument, code), section, question, at);
}

/** Moves a part to the place `at` (from 0) among the others. */
export function moveSectionTo(instrument: Instrument, code: string, at: number): Instrument {
  const section = instrument.sections.find((one) => one.code === code);
  if (!section) return instrument;
  const others = instrument.sections.filter((one) => one !== section);
  return { ...instrument, sections: others.toSpliced(Math.max(0, at), 0, section) };
}

/** The part with other routing; what is undefined is left out. */
export function routeSection(
  instrument: Instrument,
  code: string,
  routing: Pick<Partial<Section>, 'showIf' | 'arms'>,
): Instrument {
  const sections = instrument.sections.map((section) => {
    if (section.code !== code) return section;
    const { showIf, arms, ...rest } = { ...section, ...routing };
    return { ...rest, ...(showIf ? { showIf } : {}), ...(arms ? { arms } : {}) };
  });
  return { ...instrument, sections };
}
