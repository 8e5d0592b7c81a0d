import {
  armCode,
  expectationOf,
  filledInstrument,
  gapCode,
  type Instrument,
  isAnswerable,
  isShuffled,
  languageName,
  orderCode,
  otherCode,
  placesOf,
  type Question,
  specifyOption,
  withoutPipes,
} from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import type { Codebook, MissingCode, MissingKind, ValueCode, Variable } from './codebook.ts';
import type { DesignDeclaration } from './design-declaration.ts';
import { type MarkKind, markVariables } from './response-marks.ts';

/** What the questionnaire itself does not say about a wave. */
export interface WaveFacts {
  readonly title: LocalizedText;
  readonly population: LocalizedText | null;
  readonly wave: Codebook['wave'];
  readonly synthetic: boolean;
  readonly design: DesignDeclaration;
  /** What is marked on the responses of the wave beside their answers; left out, nothing. */
  readonly marks?: readonly MarkKind[];
}

/** The answers outside a scale, by the name of their missing kind: what stands in the cells of a collected dataset. */
const missingLabels: Readonly<Record<MissingKind, LocalizedText>> = {
  refused: { en: 'Prefers not to answer', fr: 'Préfère ne pas répondre' },
  'dont-know': { en: 'Does not know', fr: 'Ne sait pas' },
  'not-applicable': { en: 'Does not apply', fr: 'Sans objet' },
  'not-asked': { en: 'Not asked', fr: 'Question non posée' },
  breakoff: { en: 'Stopped before this question', fr: 'Arrêt avant cette question' },
  'no-answer': { en: 'Left empty', fr: 'Sans réponse' },
};

const chosen: readonly ValueCode[] = [
  { code: '1', label: { en: 'Chosen', fr: 'Choisie' } },
  { code: '0', label: { en: 'Not chosen', fr: 'Non choisie' } },
];

const languageLabel: LocalizedText = { en: 'Language of the answers', fr: 'Langue des réponses' };

/** One of the languages of the instrument as an answer: its tag, and its name as it begins a cell. */
function languageValue(tag: string): ValueCode {
  const { en, fr } = languageName(tag);
  return { code: tag, label: { en, fr: `${fr.charAt(0).toUpperCase()}${fr.slice(1)}` } };
}

const armLabel: LocalizedText = { en: 'Group of the split sample', fr: 'Groupe tiré au hasard' };
const gapLabel: LocalizedText = { en: '(minus what was expected)', fr: '(moins ce qui était attendu)' };
const orderLabel: LocalizedText = { en: '(order of the answers shown)', fr: '(ordre des réponses affichées)' };

/** How the mode and the day of every response stand in the dataset of a wave. */
const standing: readonly Variable[] = [
  category('answer_mode', { en: 'How people answered', fr: 'Façon de répondre' }, [
    { code: 'web', label: { en: 'Online', fr: 'En ligne' } },
    { code: 'phone', label: { en: 'By telephone', fr: 'Par téléphone' } },
    { code: 'paper', label: { en: 'On paper', fr: 'Sur papier' } },
    { code: 'kiosk', label: { en: 'On a screen at the office', fr: 'Sur un écran au bureau' } },
  ]),
  { ...category('answer_day', { en: 'Day of the answers', fr: 'Jour des réponses' }, []), kind: 'date' },
];

/**
 * The codebook of what a published instrument collects: a variable for every question in order (for a question with several
 * answers one variable per answer, "1" chosen and "0" not chosen), then the language, the mode and the day of the response,
 * the arm of a split sample, and what was marked. A ranking has one variable per option, its place; words beside "other" and the order in which shuffled
 * options were shown stand behind their question, closed; behind the second question of an expected and actual pair stands their gap.
 * Texts to read have no variable. Missing answers stand in the cells by the name of their kind. Slots are filled.
 */
export function codebookFromInstrument(draft: Instrument, { marks = [], ...facts }: WaveFacts): Codebook {
  const instrument = filledInstrument(draft);
  const routed = routedQuestions(instrument);
  const questions = instrument.sections.flatMap((section) => section.questions).filter(isAnswerable);
  const named = (role: Question['role']): readonly string[] =>
    questions.filter((question) => question.role === role && !hasSeveral(question)).map((question) => question.code);
  const arms = instrument.arms ?? [];
  return {
    format: 'common-measure/codebook',
    version: 1,
    ...facts,
    source: null,
    roles: {
      overall: named('overall')[0] ?? null,
      drivers: named('driver'),
      channel: named('channel')[0] ?? null,
      region: named('region')[0] ?? null,
      profile: [...named('profile'), 'answer_language', 'answer_mode', ...(arms.length > 0 ? [armCode] : [])],
      comments: named('comment'),
    },
    variables: [
      ...questions.flatMap((question) => [
        ...variablesOf(question, routed.has(question.code)),
        ...gapVariables(question, instrument),
      ]),
      category('answer_language', languageLabel, instrument.languages.map(languageValue)),
      ...standing,
      ...(arms.length > 0
        ? [{ ...category(armCode, armLabel, valuesOf(arms)), missing: [missingCode('no-answer')] }]
        : []),
      ...markVariables(marks),
    ],
  };
}

/** The questions that somebody may not be asked: behind a condition, an arm or a skip. */
function routedQuestions({ sections }: Instrument): ReadonlySet<string> {
  const routed = new Set<string>();
  let skips = false;
  for (const section of sections)
    for (const question of section.questions) {
      const parts = [section.showIf, section.arms, question.showIf, question.arms];
      if (skips || parts.some((part) => part !== undefined && part !== null)) routed.add(question.code);
      skips ||= (question.skips ?? []).length > 0;
    }
  return routed;
}

/** Whether the answer to one question stands in several variables. */
export function hasSeveral({ type }: Question): boolean {
  return type === 'multiple' || type === 'ranking';
}

function variablesOf(question: Question, isRouted: boolean): readonly Variable[] {
  const label = withoutPipes(question.wording);
  const beside = (name: string, more: LocalizedText): Variable => ({
    ...category(name, { en: `${label.en} ${more.en}`, fr: `${label.fr} ${more.fr}` }, []),
    kind: 'text',
    access: 'closed',
    missing: [missingCode('not-asked'), missingCode('no-answer')],
  });
  const other = specifyOption(question);
  return [
    ...answerVariables(question, isRouted),
    ...(other ? [beside(otherCode(question.code), withoutPipes(other.label))] : []),
    ...(isShuffled(question) ? [beside(orderCode(question.code), orderLabel)] : []),
  ];
}

/**
 * The gap of a pair: what happened minus what was expected, per person, in points of the scale or in the unit of the numbers; missing
 * where either is. Its mean is an estimate like that of any number.
 */
function gapVariables(question: Question, instrument: Instrument): readonly Variable[] {
  const expected = expectationOf(instrument, question);
  if (!expected) return [];
  const label = withoutPipes(question.wording);
  const name = gapCode(question.code);
  const of = { en: `${label.en} ${gapLabel.en}`, fr: `${label.fr} ${gapLabel.fr}` };
  const missing = (['refused', 'dont-know', 'not-applicable', 'not-asked', 'breakoff', 'no-answer'] as const).map(
    missingCode,
  );
  const unit = question.type === 'number' ? (question.unit?.en ?? null) : 'points';
  return [{ ...category(name, of, []), kind: 'number', unit, missing }];
}

function answerVariables(question: Question, isRouted: boolean): readonly Variable[] {
  const label = withoutPipes(question.wording);
  const base = { ...category(question.code, label, []), question: label, missing: missingOf(question, isRouted) };
  const perOption = (values: readonly ValueCode[]): readonly Variable[] =>
    question.options.map((option) => {
      const name = multipleName(question.code, option.code);
      const own = withoutPipes(option.label);
      return {
        ...base,
        name,
        column: name,
        label: { en: `${label.en} ${own.en}`, fr: `${label.fr} ${own.fr}` },
        values,
      };
    });
  switch (question.type) {
    case 'rating': {
      const { scale } = question;
      if (!scale) throw new Error(`${question.code}: a rating without a scale was published`);
      const points = scale.points.map((point) => Number(point.code));
      const range = { min: Math.min(...points), max: Math.max(...points) };
      return [
        {
          ...base,
          kind: 'rating',
          values: valuesOf(scale.points),
          scale: { ...range, higher: scale.higher, version: `${scale.id}@${scale.version}` },
        },
      ];
    }
    case 'single':
    case 'consent':
      return [{ ...base, values: valuesOf(question.options) }];
    case 'multiple':
      return perOption(chosen);
    case 'ranking':
      return perOption(placeValues(placesOf(question)));
    case 'number':
      return [{ ...base, kind: 'number', unit: question.unit?.en ?? null }];
    case 'date':
      return [{ ...base, kind: 'date' }];
    case 'text':
      return [{ ...base, kind: 'text', access: question.role === 'comment' ? 'open' : 'closed' }];
    case 'information':
      return [];
  }
}

/** Codes and labels alone: what else an option or an arm says is for the page that asks. */
function valuesOf(options: readonly ValueCode[]): readonly ValueCode[] {
  return options.map(({ code, label }) => ({ code, label: withoutPipes(label) }));
}

/** The places of a ranking, and "0" for an option that was left without one. */
function placeValues(most: number): readonly ValueCode[] {
  const places = Array.from({ length: most }, (_, index) => ({
    code: String(index + 1),
    label: { en: `Place ${index + 1}`, fr: `Place ${index + 1}` },
  }));
  return [...places, { code: '0', label: { en: 'No place', fr: 'Sans place' } }];
}

/** The variable for one answer of a question with several answers. */
export function multipleName(question: string, option: string): string {
  return `${question}.${option}`;
}

function missingOf(question: Question, isRouted: boolean): readonly MissingCode[] {
  const kinds: readonly (MissingKind | false)[] = [
    question.preferNotToSay && 'refused',
    question.dontKnow && 'dont-know',
    question.doesNotApply && 'not-applicable',
    isRouted && 'not-asked',
    'breakoff',
    'no-answer',
  ];
  return kinds.filter((kind) => kind !== false).map(missingCode);
}

function missingCode(kind: MissingKind): MissingCode {
  return { code: kind, kind, label: missingLabels[kind] };
}

function category(name: string, label: LocalizedText, values: readonly ValueCode[]): Variable {
  return {
    name,
    column: name,
    label,
    question: null,
    kind: 'category',
    scale: null,
    values,
    missing: [],
    unit: null,
    access: 'open',
    decided: true,
  };
}
