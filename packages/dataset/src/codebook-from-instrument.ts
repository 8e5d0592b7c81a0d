import type { Instrument, Question } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import type { Codebook, MissingCode, MissingKind, ValueCode, Variable } from './codebook.ts';
import type { DesignDeclaration } from './design-declaration.ts';

/** What the questionnaire itself does not say about a wave. */
export interface WaveFacts {
  readonly title: LocalizedText;
  readonly population: LocalizedText | null;
  readonly wave: Codebook['wave'];
  readonly synthetic: boolean;
  readonly design: DesignDeclaration;
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

/** How the language, the mode and the day of every response stand in the dataset of a wave. */
const standing: readonly Variable[] = [
  category('answer_language', { en: 'Language of the answers', fr: 'Langue des réponses' }, [
    { code: 'en', label: { en: 'English', fr: 'Anglais' } },
    { code: 'fr', label: { en: 'French', fr: 'Français' } },
  ]),
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
 * answers one variable per answer, "1" chosen and "0" not chosen), then the language, the mode and the day of the response.
 * Missing answers stand in the cells by the name of their kind.
 */
export function codebookFromInstrument(instrument: Instrument, facts: WaveFacts): Codebook {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const named = (role: Question['role']): readonly string[] =>
    questions
      .filter((question) => question.role === role && question.type !== 'multiple')
      .map((question) => question.code);
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
      profile: [...named('profile'), 'answer_language', 'answer_mode'],
      comments: named('comment'),
    },
    variables: [...questions.flatMap(variablesOf), ...standing],
  };
}

function variablesOf(question: Question): readonly Variable[] {
  const base = {
    ...category(question.code, question.wording, []),
    question: question.wording,
    missing: missingOf(question),
  };
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
          values: scale.points,
          scale: { ...range, higher: scale.higher, version: `${scale.id}@${scale.version}` },
        },
      ];
    }
    case 'single':
      return [{ ...base, kind: 'category', values: question.options }];
    case 'multiple':
      return question.options.map((option) => ({
        ...base,
        name: multipleName(question.code, option.code),
        column: multipleName(question.code, option.code),
        label: { en: `${question.wording.en} ${option.label.en}`, fr: `${question.wording.fr} ${option.label.fr}` },
        kind: 'category',
        values: chosen,
      }));
    case 'number':
      return [{ ...base, kind: 'number', unit: question.unit?.en ?? null }];
    case 'text':
      return [{ ...base, kind: 'text', access: question.role === 'comment' ? 'open' : 'closed' }];
  }
}

/** The variable for one answer of a question with several answers. */
export function multipleName(question: string, option: string): string {
  return `${question}.${option}`;
}

function missingOf(question: Question): readonly MissingCode[] {
  const kinds: readonly (MissingKind | false)[] = [
    question.preferNotToSay && 'refused',
    question.dontKnow && 'dont-know',
    question.doesNotApply && 'not-applicable',
    question.showIf !== null && 'not-asked',
    'breakoff',
    'no-answer',
  ];
  return kinds.filter((kind) => kind !== false).map((kind) => ({ code: kind, kind, label: missingLabels[kind] }));
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
