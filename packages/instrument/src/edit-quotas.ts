import { untranslated } from '@common-measure/kernel';
import { freeCode, questionsOf } from './edit-instrument.ts';
import type { Condition, Instrument, Question, Quota } from './instrument.ts';
import { answerCodes, isAnswerable } from './question-parts.ts';

/** Adds a quota of a hundred people of the first kind that the questionnaire can tell apart; as it is where nothing has an answer. */
export function addQuota(instrument: Instrument): Instrument {
  const questions = questionsOf(instrument).filter(isAnswerable);
  const first = questions.find((question) => answerCodes(question).length > 0) ?? questions[0];
  if (!first) return instrument;
  const { quotas = [] } = instrument;
  const taken = quotas.map(({ code }) => code);
  const code = freeCode(taken, 'quota');
  return {
    ...instrument,
    quotas: [...quotas, { code, label: untranslated(''), if: firstCondition(first), target: 100, whenFull: 'end' }],
  };
}

/** The condition with which one begins: the first answer of a question, or that it was answered. */
export function firstCondition(question: Question): Condition {
  const [code] = answerCodes(question);
  return code === undefined
    ? { question: question.code, state: 'answered' }
    : { question: question.code, answered: [code] };
}

export function replaceQuota(instrument: Instrument, code: string, quota: Quota): Instrument {
  return { ...instrument, quotas: instrument.quotas?.map((one) => (one.code === code ? quota : one)) };
}

/** Without the quota; without any, the instrument says nothing of quotas. */
export function removeQuota(instrument: Instrument, code: string): Instrument {
  const { quotas, ...rest } = instrument;
  const left = (quotas ?? []).filter((quota) => quota.code !== code);
  return left.length > 0 ? { ...rest, quotas: left } : rest;
}
