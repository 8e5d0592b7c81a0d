import { accepted, type LocalizedText, type Result, refused } from '@common-measure/kernel';
import type { Answers, Instrument, Question } from './instrument.ts';

/** What drives trust, in the order of the columns that the US government takes (OMB Circular A-11, section 280, version 2). */
export const a11Drivers = [
  'effectiveness',
  'ease',
  'efficiency',
  'transparency',
  'humanity',
  'employee',
  'other',
] as const;
type A11Driver = (typeof a11Drivers)[number];

/** Columns of the export, in their order. */
export const a11Columns = [
  'external_id',
  'question_1',
  ...a11Drivers.map((driver) => `positive_${driver}` as const),
  ...a11Drivers.map((driver) => `negative_${driver}` as const),
  'question_4',
] as const;

/** 1: ticked; 0: offered by the questionnaire and not ticked; null: not among the options of the questionnaire. */
type Ticked = 1 | 0 | null;
export type A11Record = {
  readonly external_id: string;
  /** "1" for thumbs up, "0" for thumbs down, "" where it was left open. */
  readonly question_1: string;
  readonly question_4: string;
} & { readonly [column in `${'positive' | 'negative'}_${A11Driver}`]: Ticked };

/** The four questions of the form; the choices must offer effectiveness and ease. */
interface A11Form {
  readonly trust: Question;
  readonly wentWell: Question;
  readonly wentWrong: Question;
  readonly comment: Question;
}

/** Finds the four questions by the bank items they were made from; refused with the items or options that are missing. */
export function a11Form(instrument: Instrument): Result<A11Form, LocalizedText> {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const of = (code: string): Question | undefined => questions.find((question) => question.item?.code === code);
  const [trust, wentWell, wentWrong, comment] = items.map(of);
  if (!trust || !wentWell || !wentWrong || !comment)
    return refused(...items.filter((code) => !of(code)).map(says.missing));
  const lacking = [wentWell, wentWrong].flatMap((question) =>
    (['effectiveness', 'ease'] as const)
      .filter((driver) => !question.options.some((option) => option.code === driver))
      .map((driver) => says.option(question.code, driver)),
  );
  return lacking.length > 0 ? refused(...lacking) : accepted({ trust, wentWell, wentWrong, comment });
}

/**
 * One response as the record that is submitted. An option that the questionnaire offers is 0 where the person did not tick it, also
 * where her thumb kept the question from her. Source: GSA Touchpoints, `to_a11_v2_csv`, which writes null as the word "null".
 */
export function a11Record(form: A11Form, externalId: string, answers: Answers): A11Record {
  const trust = answers[form.trust.code];
  const comment = answers[form.comment.code];
  return {
    external_id: externalId,
    question_1: trust?.kind === 'codes' ? (trust.codes[0] ?? '') : '',
    positive_effectiveness: ticked(form.wentWell, answers, 'effectiveness'),
    positive_ease: ticked(form.wentWell, answers, 'ease'),
    positive_efficiency: ticked(form.wentWell, answers, 'efficiency'),
    positive_transparency: ticked(form.wentWell, answers, 'transparency'),
    positive_humanity: ticked(form.wentWell, answers, 'humanity'),
    positive_employee: ticked(form.wentWell, answers, 'employee'),
    positive_other: ticked(form.wentWell, answers, 'other'),
    negative_effectiveness: ticked(form.wentWrong, answers, 'effectiveness'),
    negative_ease: ticked(form.wentWrong, answers, 'ease'),
    negative_efficiency: ticked(form.wentWrong, answers, 'efficiency'),
    negative_transparency: ticked(form.wentWrong, answers, 'transparency'),
    negative_humanity: ticked(form.wentWrong, answers, 'humanity'),
    negative_employee: ticked(form.wentWrong, answers, 'employee'),
    negative_other: ticked(form.wentWrong, answers, 'other'),
    question_4: comment?.kind === 'text' ? comment.text : '',
  };
}

/** The record as cells, in the order of `a11Columns`; null is written "null". */
export function a11Cells(record: A11Record): readonly string[] {
  return a11Columns.map((column) => String(record[column]));
}

const items = ['a11_trust', 'a11_went_well', 'a11_went_wrong', 'a11_comment'] as const;

function ticked(question: Question, answers: Answers, driver: A11Driver): Ticked {
  const answer = answers[question.code];
  if (answer?.kind === 'codes' && answer.codes.includes(driver)) return 1;
  return question.options.some((option) => option.code === driver) ? 0 : null;
}

const says = {
  missing: (code: string): LocalizedText => ({
    en: `The questionnaire does not ask ${code}. Add this item of the bank to it.`,
    fr: `Le questionnaire ne pose pas ${code}. Ajoutez-y cet élément de la banque.`,
  }),
  option: (question: string, driver: string): LocalizedText => ({
    en: `${question} does not offer the answer ${driver}, which the format requires. Put it back.`,
    fr: `${question} n’offre pas la réponse ${driver}, que le format exige. Remettez-la.`,
  }),
};
