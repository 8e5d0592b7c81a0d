import {
  emptyInstrument,
  type Instrument,
  likelihoodScale,
  plainQuestion,
  type Question,
  thumbsScale,
} from '@common-measure/instrument';

const options = (...labels: readonly (readonly [code: string, en: string, fr: string])[]) =>
  labels.map(([code, en, fr]) => ({ code, label: { en, fr } }));

const question = (code: string, en: string, fr: string, parts: Partial<Question>) =>
  plainQuestion(code, 'text', { en, fr }, parts);

const extent: Question['scale'] = {
  id: 'extent_3',
  version: 1,
  points: options(['1', 'Not at all', 'Pas du tout'], ['2', 'Partly', 'En partie'], ['3', 'Fully', 'Tout à fait']),
  prompt: { en: 'To what extent were these true?', fr: 'Dans quelle mesure était-ce vrai?' },
  higher: 'better',
};
const row = (code: string, en: string, fr: string) =>
  question(code, en, fr, { type: 'rating', scale: extent, group: 'visit', doesNotApply: true });

/** One question of each type and look, with conditions, a skip, a piped answer, a split sample and options in random order. */
export const everyType: Instrument = {
  ...emptyInstrument({ en: 'Your visit to the library', fr: 'Votre visite à la bibliothèque' }),
  introduction: { en: 'Tell us about your last visit.', fr: 'Parlez-nous de votre dernière visite.' },
  closing: { en: 'We read every answer.', fr: 'Nous lisons chaque réponse.' },
  arms: [
    { code: 'short', label: { en: 'Short wording', fr: 'Libellé court' }, share: 1 },
    { code: 'long', label: { en: 'Long wording', fr: 'Libellé long' }, share: 1 },
  ],
  sections: [
    {
      code: 'before',
      title: { en: 'Before you begin', fr: 'Avant de commencer' },
      questions: [
        question(
          'notice',
          'The library board asks.\n\nYour answers go into a public report.',
          'Le conseil de la bibliothèque vous consulte.\n\nVos réponses serviront à un rapport public.',
          { type: 'information' },
        ),
        question('consent', 'May we use your answers?', 'Pouvons-nous utiliser vos réponses?', {
          type: 'consent',
          options: options(['yes', 'I agree', 'J’accepte']),
          required: true,
        }),
      ],
    },
    {
      code: 'rated',
      title: { en: 'Your experience', fr: 'Votre expérience' },
      questions: [
        row('clear', 'Signs were clear.', 'L’affichage était clair.'),
        row('calm', 'The rooms were calm.', 'Les salles étaient calmes.'),
        question('likely', 'How likely are you to recommend us?', 'Nous recommanderiez-vous?', {
          type: 'rating',
          scale: likelihoodScale,
          dontKnow: true,
        }),
        question('helpful', 'Did you get what you came for?', 'Avez-vous trouvé ce que vous cherchiez?', {
          type: 'rating',
          scale: thumbsScale,
        }),
      ],
    },
    {
      code: 'chosen',
      title: { en: 'What you did', fr: 'Ce que vous avez fait' },
      questions: [
        question('purpose', 'What did you come for?', 'Pourquoi êtes-vous venu?', {
          type: 'single',
          order: 'random',
          options: [
            ...options(['books', 'books', 'des livres'], ['study', 'a quiet place', 'un endroit calme']),
            { code: 'other', label: { en: 'something else', fr: 'autre chose' }, specify: true },
          ],
          softRequired: true,
        }),
        question('used', 'What did you use?', 'Qu’avez-vous utilisé?', {
          type: 'multiple',
          atLeast: 2,
          atMost: 3,
          options: [
            ...options(['desk', 'The desk', 'Le comptoir'], ['shelves', 'The shelves', 'Les rayons']),
            ...options(['computers', 'A computer', 'Un ordinateur'], ['rooms', 'A room', 'Une salle']),
            { code: 'none', label: { en: 'None of these', fr: 'Aucune de ces réponses' }, exclusive: true },
          ],
        }),
        question('order', 'What matters most to you?', 'Qu’est-ce qui compte le plus pour vous?', {
          type: 'ranking',
          atMost: 2,
          dontKnow: true,
          options: options(
            ['hours', 'Opening hours', 'Heures d’ouverture'],
            ['staff', 'Staff', 'Personnel'],
            ['offer', 'Collection', 'Collection'],
          ),
        }),
      ],
    },
    {
      code: 'typed',
      title: { en: 'A few details', fr: 'Quelques précisions' },
      questions: [
        question('minutes', 'How long did you stay?', 'Combien de temps êtes-vous resté?', {
          type: 'number',
          min: 1,
          max: 600,
          decimals: 0,
          unit: { en: 'minutes', fr: 'minutes' },
          dontKnow: true,
        }),
        question('day', 'When was your visit?', 'Quel jour était-ce?', {
          type: 'date',
          earliest: '2026-01-01',
          latest: '2027-12-31',
          preferNotToSay: true,
        }),
        question('branch', 'Which branch?', 'Quelle succursale?', { lines: 1 }),
        question('comment', 'What would you change?', 'Que changeriez-vous?', { role: 'comment' }),
      ],
    },
    {
      code: 'after',
      title: { en: 'About {{purpose|your visit}}', fr: 'À propos de\u00a0: {{purpose|votre visite}}' },
      showIf: {
        all: [
          { question: 'purpose', state: 'answered' },
          { question: 'minutes', compare: 'at-least', value: 30 },
        ],
      },
      questions: [
        question('found', 'You came for {{purpose|it}}. Enough?', 'Vous cherchiez {{purpose|cela}}. Suffisant?', {
          type: 'single',
          arms: ['short'],
          options: options(['yes', 'Yes', 'Oui'], ['no', 'No', 'Non']),
        }),
        question(
          'found_long',
          'You came for {{purpose|it}}. Was there enough of it?',
          'Vous cherchiez {{purpose|cela}}. Y en avait-il assez?',
          { type: 'single', arms: ['long'], options: options(['yes', 'Yes', 'Oui'], ['no', 'No', 'Non']) },
        ),
        question('again', 'Will you come back?', 'Reviendrez-vous?', {
          type: 'single',
          options: options(['yes', 'Yes', 'Oui'], ['no', 'No', 'Non']),
          skips: [{ if: { question: 'again', answered: ['yes'] }, to: 'end' }],
        }),
      ],
    },
    {
      code: 'last',
      title: { en: 'Last question', fr: 'Dernière question' },
      questions: [
        question('why_not', 'Why not?', 'Pourquoi pas?', { showIf: { question: 'again', answered: ['no'] } }),
      ],
    },
  ],
};
