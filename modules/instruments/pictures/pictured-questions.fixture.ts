import {
  likelihoodScale,
  plainQuestion,
  type Question,
  type ResponseScale,
  thumbsScale,
} from '@common-measure/instrument';

type Words = readonly (readonly [code: string, en: string, fr: string])[];
const options = (...words: Words) => words.map(([code, en, fr]) => ({ code, label: { en, fr } }));
const scale = (id: string, points: Words, prompt: ResponseScale['prompt'] = null): ResponseScale => ({
  id,
  version: 1,
  points: options(...points),
  prompt,
  higher: 'better',
});
const satisfaction = scale('satisfaction', [
  ['1', 'Very dissatisfied', 'Très insatisfait'],
  ['2', 'Dissatisfied', 'Insatisfait'],
  ['3', 'Neither satisfied nor dissatisfied', 'Ni satisfait ni insatisfait'],
  ['4', 'Satisfied', 'Satisfait'],
  ['5', 'Very satisfied', 'Très satisfait'],
]);
const agreement = scale(
  'agreement',
  [
    ['1', 'Strongly disagree', 'Tout à fait en désaccord'],
    ['2', 'Disagree', 'En désaccord'],
    ['3', 'Neither', 'Ni l’un ni l’autre'],
    ['4', 'Agree', 'D’accord'],
    ['5', 'Strongly agree', 'Tout à fait d’accord'],
  ],
  { en: 'How much do you agree with each statement?', fr: 'Dans quelle mesure êtes-vous d’accord avec chaque énoncé?' },
);
const extent = scale('extent', [
  ['1', 'Not at all', 'Pas du tout'],
  ['2', 'Partly', 'En partie'],
  ['3', 'Fully', 'Tout à fait'],
]);
const seven = scale('seven', [
  ['1', '1, poor', '1, mauvais'],
  ...['2', '3', '4', '5', '6'].map((point) => [point, point, point] as const),
  ['7', '7, excellent', '7, excellent'],
]);

const question = (code: string, en: string, fr: string, parts: Partial<Question>) =>
  plainQuestion(code, 'rating', { en, fr }, parts);
const about = options(
  ['permit', 'A permit', 'Un permis'],
  ['tax', 'Property tax', 'L’impôt foncier'],
  ['waste', 'Waste and recycling', 'Les déchets et le recyclage'],
);
const other = { code: 'other', label: { en: 'Something else', fr: 'Autre chose' }, specify: true };
const none = { code: 'none', label: { en: 'None of these', fr: 'Aucune de ces réponses' }, exclusive: true };
const minutes = { en: 'minutes', fr: 'minutes' };
const stay = (parts: Partial<Question>) =>
  question('stay', 'How long did you stay?', 'Combien de temps êtes-vous resté?', {
    type: 'number',
    unit: minutes,
    ...parts,
  });

export interface PicturedQuestions {
  readonly name: string;
  readonly questions: readonly Question[];
  /** What the person has entered when the picture is taken. */
  readonly entries?: Readonly<Record<string, readonly string[]>>;
  /** Taken from right to left too. */
  readonly isMirrored?: boolean;
}

/** Every type of question and every look of it, as a person sees it. */
export const picturedQuestions: readonly PicturedQuestions[] = [
  {
    name: 'rating-satisfaction',
    questions: [
      question('overall', 'How satisfied were you overall?', 'Dans l’ensemble, étiez-vous satisfait?', {
        scale: satisfaction,
        doesNotApply: true,
        dontKnow: true,
      }),
    ],
    entries: { overall: ['4'] },
  },
  {
    name: 'rating-agreement',
    questions: [
      question('clear', 'Signs were clear.', 'L’affichage était clair.', { scale: agreement, dontKnow: true }),
    ],
  },
  {
    name: 'rating-rows',
    questions: [
      question('extent', 'Was your need met?', 'A-t-on répondu à votre besoin?', {
        scale: extent,
        hint: { en: 'Think of your last visit.', fr: 'Pensez à votre dernière visite.' },
      }),
    ],
    entries: { extent: ['2'] },
  },
  {
    name: 'rating-numbers',
    questions: [
      question('room', 'How would you rate the waiting room?', 'Comment évaluez-vous la salle d’attente?', {
        scale: seven,
      }),
    ],
    entries: { room: ['5'] },
  },
  {
    name: 'rating-likelihood',
    questions: [
      question('nps', 'How likely are you to recommend us?', 'Nous recommanderiez-vous?', {
        scale: likelihoodScale,
        dontKnow: true,
      }),
    ],
    entries: { nps: ['9'] },
    isMirrored: true,
  },
  {
    name: 'rating-thumbs',
    questions: [
      question('got', 'Did you get what you came for?', 'Avez-vous obtenu ce que vous cherchiez?', {
        scale: thumbsScale,
      }),
    ],
    entries: { got: ['1'] },
  },
  {
    name: 'matrix',
    questions: (
      [
        ['polite', 'Staff were polite.', 'Le personnel était poli.'],
        ['quick', 'The wait was short.', 'L’attente était courte.'],
        ['fair', 'I was treated fairly.', 'On m’a traité équitablement.'],
      ] as const
    ).map(([code, en, fr]) => question(code, en, fr, { scale: agreement, group: 'visit', doesNotApply: true })),
    entries: { polite: ['5'], quick: ['2'] },
    isMirrored: true,
  },
  {
    name: 'single-specify',
    questions: [
      question('purpose', 'What was it about?', 'De quoi s’agissait-il?', {
        type: 'single',
        options: [...about, other],
        preferNotToSay: true,
      }),
    ],
    entries: { purpose: ['other'], purpose_other: ['Taxi'] },
    isMirrored: true,
  },
  {
    name: 'multiple-exclusive',
    questions: [
      question('used', 'What did you use?', 'Qu’avez-vous utilisé?', {
        type: 'multiple',
        options: [...about, other, none],
      }),
    ],
    entries: { used: ['permit', 'tax'] },
  },
  {
    name: 'multiple-few',
    questions: [
      question('matters', 'What matters most to you?', 'Qu’est-ce qui compte le plus pour vous?', {
        type: 'multiple',
        options: about,
        atMost: 2,
        required: true,
      }),
    ],
  },
  {
    name: 'ranking',
    questions: [
      question('order', 'Put these in order.', 'Mettez ces réponses en ordre.', {
        type: 'ranking',
        options: about,
        dontKnow: true,
      }),
    ],
    entries: { order: ['tax=1', 'permit=2'] },
    isMirrored: true,
  },
  { name: 'number', questions: [stay({ dontKnow: true })], entries: { stay: ['45'] }, isMirrored: true },
  { name: 'number-refused', questions: [stay({ max: 600 })], entries: { stay: ['700'] } },
  {
    name: 'date',
    questions: [question('day', 'When was your visit?', 'Quel jour était-ce?', { type: 'date', preferNotToSay: true })],
    entries: { day: ['2026-06-01'] },
  },
  {
    name: 'text-short',
    questions: [question('branch', 'Which office?', 'Quel bureau?', { type: 'text', lines: 1 })],
    entries: { branch: ['Nord'] },
  },
  {
    name: 'text-long',
    questions: [question('comment', 'What would you change?', 'Que changeriez-vous?', { type: 'text' })],
  },
  {
    name: 'consent',
    questions: [
      question('consent', 'May we use your answers?', 'Pouvons-nous utiliser vos réponses?', {
        type: 'consent',
        options: options(['yes', 'I agree', 'J’accepte']),
        required: true,
      }),
    ],
  },
  {
    name: 'information',
    questions: [
      question(
        'notice',
        'The next questions are about your visit.\n\nThey take two minutes.',
        'Les prochaines questions portent sur votre visite.\n\nIl faut deux minutes.',
        { type: 'information' },
      ),
    ],
  },
  {
    name: 'pair',
    questions: [
      question('expected', 'How many minutes did you expect?', 'Combien de minutes prévoyiez-vous?', {
        type: 'number',
        unit: minutes,
      }),
      question('actual', 'How many minutes did it take?', 'Combien de minutes a-t-il fallu?', {
        type: 'number',
        unit: minutes,
        expectation: 'expected',
      }),
    ],
    entries: { expected: ['10'], actual: ['25'] },
  },
];
