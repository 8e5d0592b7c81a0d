import type { LocalizedText } from '@common-measure/kernel';
import { testsOf } from './condition.ts';
import type { AnswerTest, Condition, Instrument, Question, ResponseScale, Section, Skip } from './instrument.ts';

/** New names by old ones; what is not in it keeps its name. */
export interface NewCodes {
  readonly questions?: ReadonlyMap<string, string>;
  readonly sections?: ReadonlyMap<string, string>;
  readonly arms?: ReadonlyMap<string, string>;
  /** Answer codes, by the (old) code of their question. */
  readonly options?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/**
 * The instrument with other codes for some questions, parts, groups and answers: whatever points to them (conditions, skips, piped
 * answers, quotas, what was expected) points to them under the new name, so that everybody is asked the same as before.
 */
export function recode(instrument: Instrument, codes: NewCodes): Instrument {
  return {
    ...instrument,
    title: recodeText(instrument.title, codes),
    introduction: recodeText(instrument.introduction, codes),
    closing: recodeText(instrument.closing, codes),
    sections: instrument.sections.map((section) => recodeSection(section, codes)),
    ...(instrument.arms
      ? {
          arms: instrument.arms.map((arm) => ({
            ...arm,
            code: named(arm.code, codes.arms),
            label: recodeText(arm.label, codes),
          })),
        }
      : {}),
    ...(instrument.quotas
      ? { quotas: instrument.quotas.map((quota) => ({ ...quota, if: recodeCondition(quota.if, codes) })) }
      : {}),
  };
}

/** One part under new codes, with everything inside it. */
export function recodeSection(section: Section, codes: NewCodes): Section {
  return {
    ...section,
    code: codes.sections?.get(section.code) ?? section.code,
    title: recodeText(section.title, codes),
    questions: section.questions.map((question) => recodeQuestion(question, codes)),
    ...(section.showIf ? { showIf: recodeCondition(section.showIf, codes) } : {}),
    ...(section.arms ? { arms: section.arms.map((arm) => codes.arms?.get(arm) ?? arm) } : {}),
  };
}

export function recodeQuestion(question: Question, codes: NewCodes): Question {
  const code = named(question.code, codes.questions);
  const options = codes.options?.get(question.code);
  const isOwnScale = question.scale !== null && question.scale.id === question.code;
  return {
    ...question,
    code,
    wording: recodeText(question.wording, codes),
    hint: question.hint && recodeText(question.hint, codes),
    scale: question.scale && recodeScale(question.scale, isOwnScale ? code : question.scale.id, codes),
    unit: question.unit && recodeText(question.unit, codes),
    options: question.options.map((option) => ({
      ...option,
      code: named(option.code, options),
      label: recodeText(option.label, codes),
    })),
    showIf: question.showIf && recodeCondition(question.showIf, codes),
    ...(question.skips ? { skips: question.skips.map((skip) => recodeSkip(skip, codes)) } : {}),
    ...(question.arms ? { arms: question.arms.map((arm) => named(arm, codes.arms)) } : {}),
    ...(question.expectation === undefined ? {} : { expectation: named(question.expectation, codes.questions) }),
  };
}

function recodeScale(scale: ResponseScale, id: string, codes: NewCodes): ResponseScale {
  const points = scale.points.map((point) => ({ ...point, label: recodeText(point.label, codes) }));
  return { ...scale, id, points, prompt: scale.prompt && recodeText(scale.prompt, codes) };
}

function recodeSkip(skip: Skip, codes: NewCodes): Skip {
  const { to } = skip;
  return {
    if: recodeCondition(skip.if, codes),
    to:
      to === 'end'
        ? to
        : 'section' in to
          ? { section: named(to.section, codes.sections) }
          : { question: named(to.question, codes.questions) },
  };
}

function recodeCondition(condition: Condition, codes: NewCodes): Condition {
  const looks = testsOf(condition).map((test) => recodeTest(test, codes));
  if ('all' in condition) return { all: looks };
  if ('any' in condition) return { any: looks };
  return looks[0] ?? condition;
}

function recodeTest(test: AnswerTest, codes: NewCodes): AnswerTest {
  const question = named(test.question, codes.questions);
  const options = codes.options?.get(test.question);
  if ('answered' in test) return { question, answered: test.answered.map((code) => named(code, options)) };
  if ('notAnswered' in test) return { question, notAnswered: test.notAnswered.map((code) => named(code, options)) };
  return { ...test, question };
}

function recodeText(text: LocalizedText, { questions }: NewCodes): LocalizedText {
  if (!questions || !Object.values(text).some((one) => one?.includes('{{'))) return text;
  const one = (words: string): string =>
    words.replace(
      /(\{\{\s*)([a-z][a-z0-9_]*)(\s*(?:\|[^{}]*)?\}\})/g,
      (_pipe, before: string, code: string, after: string) => before + named(code, questions) + after,
    );
  const others = Object.fromEntries(Object.entries(text).map(([language, words]) => [language, one(words ?? '')]));
  return { ...others, en: one(text.en), fr: one(text.fr) };
}

function named(code: string, codes: ReadonlyMap<string, string> | undefined): string {
  return codes?.get(code) ?? code;
}
