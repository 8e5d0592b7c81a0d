import type { LocalizedText } from '@common-measure/kernel';
import type { Instrument, Question, ResponseOption } from '../instrument.ts';
import { type FlawPlace, questionPlace, sectionPlace, wholeInstrument } from '../instrument-flaw.ts';
import { choicesOf } from '../question-parts.ts';

/** Which text of an instrument: what a translator is told about it. */
export interface TextSpot {
  /** Stays the same while the text changes: "title", "question:wait:wording", "question:wait:point:1". */
  readonly id: string;
  readonly kind: TextKind;
  readonly place: FlawPlace;
  /** "Answer 2" */
  readonly name: LocalizedText;
  /** Who answers reads it; the others are read by those who work with the results, in English and French only. */
  readonly isPublic: boolean;
}

export const textKinds = [
  'title',
  'introduction',
  'closing',
  'slot',
  'period',
  'section',
  'wording',
  'hint',
  'prompt',
  'answer',
  'unit',
  'group',
  'quota',
  'page',
] as const;
export type TextKind = (typeof textKinds)[number];

/** Changes one text after the other, in the order in which people meet them; what comes back equal stays the very same object. */
export type TextChange = (text: LocalizedText, spot: TextSpot) => LocalizedText;

/** The instrument with every text that may be translated changed by `change`; texts that no page shows are left out. */
export function mapTexts(instrument: Instrument, change: TextChange): Instrument {
  const whole = (kind: TextKind, id: string, text: LocalizedText, isPublic = true, detail = ''): LocalizedText =>
    change(text, { id, kind, place: wholeInstrument, name: named(kind, detail), isPublic });
  const title = whole('title', 'title', instrument.title);
  const introduction = whole('introduction', 'introduction', instrument.introduction);
  const slots =
    instrument.slots &&
    Object.fromEntries(
      Object.entries(instrument.slots).map(([name, text]) => [
        name,
        whole('slot', `slot:${name}`, text, true, `{${name}}`),
      ]),
    );
  let number = 0;
  const sections = instrument.sections.map((section, index) => {
    const place = sectionPlace(section.code, index + 1);
    const spot: TextSpot = {
      id: `section:${section.code}:title`,
      kind: 'section',
      place,
      name: named('section'),
      isPublic: true,
    };
    return {
      ...section,
      title: change(section.title, spot),
      questions: section.questions.map((question) => {
        number += 1;
        return mapQuestion(question, questionPlace(section.code, question.code, number), change);
      }),
    };
  });
  const closing = whole('closing', 'closing', instrument.closing);
  const period = instrument.referencePeriod && whole('period', 'period', instrument.referencePeriod, false);
  const arms = instrument.arms?.map((arm) => ({
    ...arm,
    label: whole('group', `group:${arm.code}`, arm.label, false, arm.code),
  }));
  const quotas = instrument.quotas?.map((quota) => ({
    ...quota,
    label: whole('quota', `quota:${quota.code}`, quota.label, false, quota.code),
  }));
  return {
    ...instrument,
    title,
    introduction,
    sections,
    closing,
    ...(slots ? { slots } : {}),
    ...(period ? { referencePeriod: period } : {}),
    ...(arms ? { arms } : {}),
    ...(quotas ? { quotas } : {}),
  };
}

function mapQuestion(question: Question, place: FlawPlace, change: TextChange): Question {
  const spot = (kind: TextKind, id: string, detail = ''): TextSpot => ({
    id: `question:${question.code}:${id}`,
    kind,
    place,
    name: named(kind, detail),
    isPublic: true,
  });
  const choices = new Set<ResponseOption>(choicesOf(question));
  const labels = (options: readonly ResponseOption[], of: string): readonly ResponseOption[] =>
    options.map((option, index) =>
      choices.has(option)
        ? { ...option, label: change(option.label, spot('answer', `${of}:${option.code}`, String(index + 1))) }
        : option,
    );
  const { scale, hint, unit } = question;
  const isRating = question.type === 'rating';
  return {
    ...question,
    wording: change(question.wording, spot('wording', 'wording')),
    hint: hint && change(hint, spot('hint', 'hint')),
    scale:
      scale && isRating
        ? {
            ...scale,
            prompt: scale.prompt && change(scale.prompt, spot('prompt', 'prompt')),
            points: labels(scale.points, 'point'),
          }
        : scale,
    options: labels(question.options, 'option'),
    unit: unit && question.type === 'number' ? change(unit, spot('unit', 'unit')) : unit,
  };
}

function named(kind: TextKind, detail = ''): LocalizedText {
  const { en, fr } = names[kind];
  return detail === '' ? { en, fr } : { en: `${en} ${detail}`, fr: `${fr} ${detail}` };
}

const names: Readonly<Record<TextKind, LocalizedText>> = {
  title: { en: 'Title', fr: 'Titre' },
  introduction: { en: 'Introduction', fr: 'Introduction' },
  closing: { en: 'Closing', fr: 'Conclusion' },
  slot: { en: 'Words for', fr: 'Mots pour' },
  period: { en: 'Reference period', fr: 'Période de référence' },
  section: { en: 'Title of the part', fr: 'Titre de la partie' },
  wording: { en: 'Question', fr: 'Question' },
  hint: { en: 'Hint', fr: 'Texte d’aide' },
  prompt: { en: 'Heading of the scale', fr: 'Titre de l’échelle' },
  answer: { en: 'Answer', fr: 'Réponse' },
  unit: { en: 'Unit', fr: 'Unité' },
  group: { en: 'Group', fr: 'Groupe' },
  quota: { en: 'Quota', fr: 'Quota' },
  page: { en: 'Page', fr: 'Page' },
};
