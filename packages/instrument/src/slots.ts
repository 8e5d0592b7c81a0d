import type { LocalizedText } from '@common-measure/kernel';
import { fillSlots } from './build-instrument.ts';
import { questionsOf } from './edit-instrument.ts';
import type { Instrument, Question, ResponseScale } from './instrument.ts';

/** A slot that wordings of a questionnaire hold: its name, the codes of the questions that hold it, and its words so far. */
export interface UsedSlot {
  readonly name: string;
  readonly questions: readonly string[];
  readonly words: LocalizedText;
}

/** Braces around a name, but not two of them: `{{code|words}}` is an earlier answer, not a slot. */
const slotPattern = /(?<!\{)\{(\w+)\}(?!\})/g;

/** The names of the slots of a text in any of its languages, each once. */
export function slotsIn(text: LocalizedText): readonly string[] {
  const names = Object.values(text).flatMap((one) =>
    [...(one ?? '').matchAll(slotPattern)].map(([, name = '']) => name),
  );
  return [...new Set(names)];
}

/** Every slot of the questionnaire, in reading order, filled or not. */
export function slotsOf(instrument: Instrument): readonly UsedSlot[] {
  const found = new Map<string, string[]>();
  for (const question of questionsOf(instrument))
    for (const name of new Set(slottedTexts(question).flatMap(slotsIn)))
      found.set(name, [...(found.get(name) ?? []), question.code]);
  return [...found].map(([name, questions]) => ({
    name,
    questions,
    words: instrument.slots?.[name] ?? { en: '', fr: '' },
  }));
}

/**
 * The instrument as people read it: every slot with words replaced by them, in each language that has them. A slot without words, or
 * with braces in its words, stays. Filling twice is filling once; an instrument without slots comes back as the very same object.
 */
export function filledInstrument(instrument: Instrument): Instrument {
  const words = instrument.slots;
  if (words === undefined || Object.keys(words).length === 0) return instrument;
  const usable = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, withoutBraces(text)]));
  const fill = (text: LocalizedText): LocalizedText => filledText(text, usable);
  return {
    ...instrument,
    introduction: fill(instrument.introduction),
    closing: fill(instrument.closing),
    sections: instrument.sections.map((section) => ({
      ...section,
      title: fill(section.title),
      questions: section.questions.map((question) => filledQuestion(question, fill)),
    })),
  };
}

/** Words with braces would open a slot or a pipe of their own: those count as not written. */
function withoutBraces(text: LocalizedText): LocalizedText {
  const plain = (one: string): string => (/[{}]/.test(one) ? '' : one.trim());
  const others = Object.fromEntries(Object.entries(text).map(([language, one]) => [language, plain(one ?? '')]));
  return { ...others, en: plain(text.en), fr: plain(text.fr) };
}

/** Filled until nothing changes: what closes up around a filled slot may be one too. Each round leaves fewer braces. */
function filledText(text: LocalizedText, words: Readonly<Record<string, LocalizedText>>): LocalizedText {
  if (!Object.values(text).some((one) => one?.includes('{'))) return text;
  const filled = fillSlots(text, words);
  return JSON.stringify(filled) === JSON.stringify(text) ? text : filledText(filled, words);
}

function filledQuestion(question: Question, fill: (text: LocalizedText) => LocalizedText): Question {
  const scale: ResponseScale | null = question.scale && {
    ...question.scale,
    prompt: question.scale.prompt && fill(question.scale.prompt),
  };
  return {
    ...question,
    wording: fill(question.wording),
    hint: question.hint && fill(question.hint),
    scale,
    options: question.options.map((option) => ({ ...option, label: fill(option.label) })),
  };
}

/** The texts of a question that may hold slots. */
export function slottedTexts({ wording, hint, scale, options }: Question): readonly LocalizedText[] {
  return [wording, hint, scale?.prompt ?? null, ...options.map((option) => option.label)].flatMap((text) =>
    text ? [text] : [],
  );
}
