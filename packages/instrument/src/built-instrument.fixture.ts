import type { LocalizedText } from '@common-measure/kernel';
import fc from 'fast-check';
import { checkInstrument } from './check-instrument.ts';
import { duplicateQuestion, duplicateSection } from './copy-part.ts';
import {
  addQuestion,
  addSection,
  moveQuestion,
  moveSection,
  pageSection,
  questionsOf,
  removeQuestion,
  replaceQuestion,
} from './edit-instrument.ts';
import { addQuota, firstCondition, removeQuota, replaceQuota } from './edit-quotas.ts';
import { collectionModes, type Instrument, type Question } from './instrument.ts';
import type { InstrumentFlaw } from './instrument-flaw.ts';
import { ownKinds } from './own-question.ts';
import { ownQuestions, ownSets } from './own-questions.ts';
import { routeSection } from './place-in-instrument.ts';
import { renameQuestionCode } from './rename-code.ts';
import { conditionSources, pipeSources, skipTargets } from './sources.ts';
import { aQuestion } from './testing.fixture.ts';
import { addLanguage, completenessOf, writeTexts } from './translation/translatable-text.ts';

/** One act at the builder: which, where, and the words that are typed. */
interface Act {
  readonly name: string;
  readonly at: number;
  readonly by: number;
  readonly text: LocalizedText;
}
type Doing = (instrument: Instrument, act: Act) => Instrument;

const like = aQuestion('like');
const kinds = [...ownKinds, ...ownSets];
const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];
const changing =
  (part: (question: Question, act: Act, instrument: Instrument) => Partial<Question>): Doing =>
  (instrument, act) => {
    const question = pick(questionsOf(instrument), act.at);
    if (!question) return instrument;
    const { showIf, skips, arms, ...locked } = part(question, act, instrument);
    const routing = { showIf: showIf ?? question.showIf, skips: skips ?? question.skips, arms: arms ?? question.arms };
    // Questions of the bank are asked of some or of everybody, but in the bank's words.
    const next = { ...question, ...routing, ...(question.item ? {} : locked) };
    return replaceQuestion(instrument, question.code, next);
  };
const piped = (text: LocalizedText, code: string): LocalizedText => ({
  ...text,
  en: `${text.en} {{${code}|it}}`,
  fr: `${text.fr} {{${code}|cela}}`,
});

const acts: Readonly<Record<string, Doing>> = {
  part: (instrument, { text }) => addSection(instrument, text),
  own: (instrument, { at, by }) => {
    const home = instrument.sections.length > 0 ? instrument : addSection(instrument, { en: 'Part', fr: 'Partie' });
    const into = pick(home.sections, at)?.code ?? '';
    return ownQuestions(home, pick(kinds, by) ?? 'text', like).reduce(
      (one, each) => addQuestion(one, into, each),
      home,
    );
  },
  words: changing((_question, { text }) => ({ wording: text })),
  hint: changing((_question, { text }) => ({ hint: text })),
  offers: changing((_question, { by }) => ({ doesNotApply: by % 2 === 0, dontKnow: by % 3 === 0 })),
  asksMore: changing((_question, { by }) => (by % 2 === 0 ? { required: true } : { softRequired: true })),
  few: changing(({ options }, { by }) => ({ atMost: 1 + (by % Math.max(1, options.length)) })),
  shuffled: changing(({ options }) => (options.length > 1 ? { order: 'random' } : {})),
  other: changing(({ type, options }) =>
    type === 'multiple' || type === 'single'
      ? { options: options.map((option, place) => (place === 0 ? { ...option, specify: true, fixed: true } : option)) }
      : {},
  ),
  limits: changing((_question, { at, by }) => ({ min: by, max: by + at + 1, decimals: by % 3 })),
  days: changing(() => ({ earliest: '2026-01-01', latest: '2026-12-31' })),
  role: changing((_question, { by }) => ({
    role: pick(['driver', 'profile', 'comment', 'overall'] as const, by) ?? 'other',
  })),
  asked: changing(({ code }, { by }, instrument) => {
    const source = pick(conditionSources(instrument, { question: code }), by);
    return source ? { showIf: firstCondition(source) } : {};
  }),
  skips: changing((question, { by }, instrument) => {
    const { questions, sections } = skipTargets(instrument, question.code);
    const [later, part] = [pick(questions, by), pick(sections, by)];
    const to = by % 3 === 0 ? 'end' : by % 3 === 1 && part ? { section: part.code } : later && { question: later.code };
    return to ? { skips: [{ if: firstCondition(question), to }] } : {};
  }),
  pipe: changing(({ code, wording }, { by }, instrument) => {
    const source = pick(pipeSources(instrument, code), by);
    return source ? { wording: piped(wording, source.code) } : {};
  }),
  slot: (instrument, { at, text }) => ({
    ...changing(({ wording }) => ({ wording: { en: `${wording.en} {office}`, fr: `${wording.fr} {office}` } }))(
      instrument,
      { name: '', at, by: 0, text },
    ),
    slots: { ...instrument.slots, office: text },
  }),
  code: (instrument, { at, by }) =>
    renameQuestionCode(instrument, pick(questionsOf(instrument), at)?.code ?? '', `named_${by}`),
  move: (instrument, { at, by }) =>
    moveQuestion(instrument, pick(questionsOf(instrument), at)?.code ?? '', by % 2 === 0 ? 1 : -1),
  movePart: (instrument, { at, by }) =>
    moveSection(instrument, pick(instrument.sections, at)?.code ?? '', by % 2 === 0 ? 1 : -1),
  copy: (instrument, { at }) =>
    duplicateQuestion(instrument, pick(questionsOf(instrument), at)?.code ?? '')?.instrument ?? instrument,
  copyPart: (instrument, { at }) =>
    duplicateSection(instrument, pick(instrument.sections, at)?.code ?? '')?.instrument ?? instrument,
  remove: (instrument, { at }) => removeQuestion(instrument, pick(questionsOf(instrument), at)?.code ?? ''),
  paged: (instrument, { at, by }) =>
    pageSection(instrument, pick(instrument.sections, at)?.code ?? '', by % 3 === 0 ? undefined : 'each'),
  partAsked: (instrument, { at, by }) => {
    const section = pick(instrument.sections, at);
    const source = section && pick(conditionSources(instrument, { section: section.code }), by);
    return section && source ? routeSection(instrument, section.code, { showIf: firstCondition(source) }) : instrument;
  },
  quota: (instrument, { by, text }) => {
    const added = addQuota(instrument);
    const quota = added.quotas?.at(-1);
    if (!quota) return added;
    return replaceQuota(added, quota.code, {
      ...quota,
      label: text,
      target: by + 1,
      whenFull: by % 2 ? 'end' : 'watch',
    });
  },
  split: (instrument, { at, text }) => {
    const groups = ['left', 'right'].map((code, index) => ({ code, label: text, share: index + 1 }));
    return changing(() => ({ arms: ['left'] }))({ ...instrument, arms: groups }, { name: '', at, by: 0, text });
  },
  period: (instrument, { text }) => ({ ...instrument, referencePeriod: text }),
  modes: (instrument, { by }) => ({ ...instrument, modes: collectionModes.slice(0, 1 + (by % 5)) }),
  language: (instrument, { by }) => addLanguage(instrument, pick(['iu', 'ar', 'mi'], by) ?? 'iu'),
  closing: (instrument, { text }) => ({ ...instrument, closing: text }),
};

/** Writes what is still empty in every language, as a translator does. */
function translated(instrument: Instrument, text: LocalizedText): Instrument {
  return instrument.languages.reduce((before, language) => {
    const said = language === 'fr' ? text.fr : text.en;
    return writeTexts(before, language, new Map(completenessOf(before, language).missing.map(({ id }) => [id, said])));
  }, instrument);
}

/** Mends one flaw as its message says; what cannot be mended is taken out. */
function mended(instrument: Instrument, flaw: InstrumentFlaw, isAgain: boolean): Instrument {
  if (flaw.quota !== undefined) return removeQuota(instrument, flaw.quota);
  const question = questionsOf(instrument).find(({ code }) => code === flaw.question);
  if (question) {
    if (isAgain) return removeQuestion(instrument, question.code);
    const { skips: _skips, expectation: _expectation, arms: _arms, ...free } = question;
    if (question.item) return replaceQuestion(instrument, question.code, { ...free, showIf: null });
    const { atMost: _atMost, ...rest } = free;
    return replaceQuestion(instrument, question.code, {
      ...rest,
      showIf: null,
      wording: { en: 'Asked', fr: 'Demandé' },
    });
  }
  if (flaw.section !== null) return routeSection(instrument, flaw.section, { showIf: undefined });
  if (flaw.code === 'role-duplicate')
    return {
      ...instrument,
      sections: instrument.sections.map((section) => ({
        ...section,
        questions: section.questions.map((one) => ({ ...one, role: 'other' as const })),
      })),
    };
  const home = instrument.sections.length > 0 ? instrument : addSection(instrument, { en: 'Part', fr: 'Partie' });
  return addQuestion(home, home.sections[0]?.code ?? '', { ...like, code: 'last_resort' });
}

function finished(instrument: Instrument, text: LocalizedText): Instrument {
  let here = translated(instrument, text);
  for (let round = 0; round < 30; round += 1) {
    const [flaw] = checkInstrument(here);
    if (!flaw) return asFile(here);
    here = translated(mended(here, flaw, round > 8), text);
  }
  throw new Error(`not finished: ${checkInstrument(here)[0]?.message.en}`);
}

/** Without keys of no value, as a file and the record hold it. */
function asFile<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

const typed = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      'l’été « ça »',
      '</textarea><b>',
      '“quoted”, and, commas',
      '\u202eابجد',
    ),
  )
  .map((one) => one.replaceAll('\u0000', '').replaceAll(/[{}]/g, '').toWellFormed())
  .filter((one) => one.trim() !== '');
const text = fc.record({ en: typed, fr: typed });

/**
 * Any questionnaire that somebody can build and finish: acts of the builder one after another, the words of every language, and each
 * flaw mended, so that nothing stands in the way of publishing. `more` are questions of a bank to take from.
 */
export function builtInstrument(more: readonly Question[] = []): fc.Arbitrary<Instrument> {
  const act = fc.record({
    name: fc.constantFrom('own', 'own', 'own', ...Object.keys(acts), ...(more.length > 0 ? ['bank', 'bank'] : [])),
    at: fc.nat({ max: 40 }),
    by: fc.nat({ max: 40 }),
    text,
  });
  const bank: Doing = (instrument, { at, by }) => {
    const question = pick(more, by);
    const into = pick(instrument.sections, at)?.code;
    const isIn = questionsOf(instrument).some(({ code }) => code === question?.code);
    return question && into && !isIn ? addQuestion(instrument, into, question) : instrument;
  };
  return fc.tuple(fc.array(act, { minLength: 5, maxLength: 40 }), text).map(([all, said]) => {
    const empty: Instrument = {
      format: 'common-measure/instrument',
      version: 1,
      title: said,
      languages: ['en', 'fr'],
      introduction: said,
      sections: [],
      closing: said,
    };
    const built = all.reduce(
      (before, one) => (one.name === 'bank' ? bank : acts[one.name])?.(before, one) ?? before,
      empty,
    );
    return finished(built, said);
  });
}
