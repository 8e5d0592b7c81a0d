import { describe, expect, test } from 'vitest';
import { emptyInstrument, type Question, type ResponseOption, type ResponseScale } from '../index.ts';
import { ownQuestion } from '../own-question.ts';
import { adviceOn } from './advice-on.ts';

const bare = emptyInstrument({ en: 'Visit', fr: 'Visite' });
const points = (...labels: readonly (readonly [string, string])[]): readonly ResponseOption[] =>
  labels.map(([en, fr], index) => ({ code: String(index + 1), label: { en, fr } }));
const scaleOf = (...labels: readonly (readonly [string, string])[]): ResponseScale => ({
  id: 'own',
  version: 1,
  points: points(...labels),
  prompt: null,
  higher: 'better',
});
const agreement = scaleOf(
  ['Strongly disagree', 'Tout à fait en désaccord'],
  ['Disagree', 'En désaccord'],
  ['Neither agree nor disagree', 'Ni d’accord ni en désaccord'],
  ['Agree', 'D’accord'],
  ['Strongly agree', 'Tout à fait d’accord'],
);
const rating = (en: string, fr: string, change: Partial<Question> = {}): Question => ({
  ...ownQuestion(bare, 'rating', null),
  wording: { en, fr },
  scale: agreement,
  ...change,
});
const listed = (
  en: string,
  fr: string,
  labels: readonly (readonly [string, string])[],
  change: Partial<Question> = {},
) => ({
  ...ownQuestion(bare, 'single', null),
  wording: { en, fr },
  options: labels.map(([one, other], index) => ({ code: `o${index}`, label: { en: one, fr: other } })),
  ...change,
});
const text = (en: string, fr: string): Question => ({ ...ownQuestion(bare, 'text', null), wording: { en, fr } });
const fine = ['The staff were courteous.', 'Le personnel a été courtois.'] as const;

/** What one check says of a question: the languages and the words. */
function found(check: string, question: Question): readonly string[] {
  const sections = [{ code: 'a', title: bare.title, questions: [question] }];
  return adviceOn({ ...bare, sections })
    .filter((advice) => advice.check === check)
    .map(({ language, found }) => `${language ?? 'both'}: ${found.join(', ')}`);
}

type Case = readonly [check: string, question: Question, expected: readonly string[]];
const caught: readonly Case[] = [
  [
    'double-barrelled',
    rating('Staff were polite and quick.', 'Le personnel était poli et rapide.'),
    ['en: and', 'fr: et'],
  ],
  [
    'double-barrelled',
    rating('It was simple and/or fast.', 'C’était simple et/ou rapide.'),
    ['en: and/or', 'fr: et/ou'],
  ],
  ['double-barrelled', rating('Was it easy? Was it fast?', 'Était-ce facile? Était-ce rapide?'), ['en: ?', 'fr: ?']],
  [
    'leading',
    rating('Don’t you think the service was quick?', 'Ne pensez-vous pas que le service était rapide?'),
    ['en: Don’t you think', 'fr: Ne pensez-vous pas'],
  ],
  [
    'leading',
    rating("Obviously the staff's excellent advice helped.", 'Évidemment, les excellents conseils ont aidé.'),
    ['en: Obviously, excellent', 'fr: Évidemment, excellents'],
  ],
  ['negation', rating('The form was not clear.', 'Le formulaire n’était pas clair.'), ['en: not', 'fr: n’était pas']],
  [
    'negation',
    text('Why did you not come without papers?', 'Pourquoi n’êtes-vous pas venu sans papiers?'),
    ['en: not, without', 'fr: n’êtes-vous pas, sans'],
  ],
  [
    'absolute-terms',
    rating('Staff were always courteous.', 'Le personnel était toujours courtois.'),
    ['en: always', 'fr: toujours'],
  ],
  [
    'absolute-terms',
    rating('The form never failed.', 'Le formulaire n’a jamais fait défaut.'),
    ['en: never', 'fr: jamais'],
  ],
  [
    'jargon',
    rating('Staff utilized the proper touchpoints.', 'Le parcours client respectait les modalités.'),
    ['en: utilized, touchpoints', 'fr: parcours client, modalités'],
  ],
  ['long-wording', rating(`${'word '.repeat(26)}.`, fine[1]), ['en: ']],
  ['long-wording', rating(fine[0], `${'mot '.repeat(30)}.`), ['fr: ']],
  ['escape-missing', rating(...fine, { role: 'driver', doesNotApply: false, dontKnow: false }), ['both: ']],
  [
    'scale-balance',
    rating(...fine, {
      scale: scaleOf(['Poor', 'Mauvais'], ['Good', 'Bon'], ['Very good', 'Très bon'], ['Excellent', 'Excellent']),
    }),
    ['both: Poor, Good, Very good, Excellent'],
  ],
  [
    'scale-balance',
    rating(...fine, {
      scale: scaleOf(['Very bad', 'Très mauvais'], ['2', '2'], ['3', '3'], ['4', '4'], ['Very good', 'Très bon']),
    }),
    ['both: 2, 3, 4'],
  ],
  ['scale-balance', rating(...fine, { scale: scaleOf(['Bad', 'Mauvais'], ['2', '2'], ['Good', 'Bon']) }), ['both: 2']],
  [
    'options-exhaustive',
    listed('Which colour?', 'Quelle couleur?', [
      ['Red', 'Rouge'],
      ['Blue', 'Bleu'],
      ['Green', 'Vert'],
      ['Grey', 'Gris'],
    ]),
    ['both: Grey'],
  ],
  [
    'range-overlap',
    listed('How old?', 'Quel âge?', [
      ['1-5', '1-5'],
      ['5-10', '5-10'],
      ['11-20', '11-20'],
    ]),
    ['both: 1-5, 5-10'],
  ],
  [
    'range-overlap',
    listed('Income?', 'Revenu?', [
      ['$5,000 to $10,000', 'De 5 000 à 10 000 $'],
      ['$10,000 to $20,000', 'De 10 000 à 20 000 $'],
    ]),
    ['both: $5,000 to $10,000, $10,000 to $20,000'],
  ],
  [
    'same-labels',
    listed('Where?', 'Où?', [
      ['Here', 'Ici'],
      ['here ', 'Là'],
      ['There', 'Là'],
    ]),
    ['en: here', 'fr: là'],
  ],
  [
    'many-options',
    listed(
      'Which?',
      'Lequel?',
      Array.from({ length: 13 }, (_, index) => [`Item ${index}`, `Point ${index}`] as const),
    ),
    ['both: '],
  ],
  [
    'personal-data',
    text('What is your full name and e-mail address?', 'Quels sont votre nom complet et votre adresse courriel?'),
    ['en: full name, e-mail address', 'fr: votre nom, adresse courriel'],
  ],
  [
    'no-refusal',
    listed(
      'What is your income?',
      'Quel est votre revenu?',
      [
        ['Low', 'Bas'],
        ['High', 'Élevé'],
      ],
      { role: 'profile' },
    ),
    ['both: income, revenu'],
  ],
  [
    'untranslated',
    rating('The staff were courteous.', 'The staff were courteous.'),
    ['both: The staff were courteous.'],
  ],
  ['translation-match', rating('Was {{channel}} fast?', 'Était-ce rapide?'), ['both: {{channel}}']],
  ['translation-match', rating('In the last 12 months?', 'Depuis 6 mois?'), ['both: 12, 6']],
  ['translation-match', rating('Was it fast?', 'C’était rapide.'), ['fr: ']],
  ['translation-match', rating('You came. You sat. You left.', 'Vous êtes venu.'), ['both: ']],
  ['french-typography', rating(fine[0], 'Dites-nous : était-ce « simple » ?'), ['fr: : , «, »,  ?']],
];

describe('a question is advised on', () => {
  test.each(caught)('%s', (check, question, expected) => {
    if (check === 'french-typography') expect(found(check, question)).toHaveLength(1);
    else expect(found(check, question)).toEqual(expected);
  });
});

const left: readonly (readonly [check: string, question: Question])[] = [
  [
    'double-barrelled',
    rating('The wait between arrival and service was short.', 'L’attente entre l’arrivée et le service était courte.'),
  ],
  [
    'double-barrelled',
    rating('Health and safety rules were clear.', 'Les règles de santé et sécurité étaient claires.'),
  ],
  ['double-barrelled', rating('Immigration and Citizenship answered me.', 'Immigration et Citoyenneté m’a répondu.')],
  ['double-barrelled', text('What did you like and dislike?', 'Qu’avez-vous aimé et moins aimé?')],
  [
    'double-barrelled',
    rating(
      'How was this service: roads and snow removal?',
      'Comment était ce service\u00a0: la voirie et le déneigement?',
    ),
  ],
  ['leading', rating('How easy or difficult was it?', 'Était-ce facile ou difficile?')],
  [
    'leading',
    rating(
      'Are services poor, fair, good or excellent?',
      'Les services sont-ils mauvais, passables, bons ou excellents?',
    ),
  ],
  [
    'negation',
    rating('When the phone was not answered, I was called back.', 'Quand on n’a pas répondu, on m’a rappelé.'),
  ],
  ['negation', rating('I could choose whether or not to go on.', 'Je pouvais continuer ou non.')],
  ['negation', text('What did not go well?', 'Qu’est-ce qui n’a pas bien fonctionné?')],
  ['negation', rating('I had to give it only once.', 'Je n’ai eu à le fournir qu’une fois.')],
  ['absolute-terms', text('What do you always look for?', 'Que cherchez-vous toujours?')],
  ['long-wording', rating(...fine)],
  ['escape-missing', rating(...fine, { role: 'driver', doesNotApply: true })],
  ['escape-missing', rating(...fine, { role: 'overall', doesNotApply: false, dontKnow: false })],
  ['scale-balance', rating(...fine)],
  [
    'scale-balance',
    rating(...fine, {
      scale: scaleOf(['Poor', 'Mauvais'], ['Fair', 'Passable'], ['Good', 'Bon'], ['Excellent', 'Excellent']),
    }),
  ],
  [
    'scale-balance',
    rating(...fine, {
      scale: scaleOf(
        ['Not at all important', 'Pas du tout important'],
        ['Slightly important', 'Peu important'],
        ['Very important', 'Très important'],
      ),
    }),
  ],
  [
    'options-exhaustive',
    listed('Which colour?', 'Quelle couleur?', [
      ['Red', 'Rouge'],
      ['Blue', 'Bleu'],
      ['Green', 'Vert'],
      ['Another colour', 'Une autre couleur'],
    ]),
  ],
  [
    'options-exhaustive',
    listed('How old?', 'Quel âge?', [
      ['0 to 4', '0 à 4'],
      ['5 to 9', '5 à 9'],
      ['10 to 19', '10 à 19'],
      ['20 or more', '20 ou plus'],
    ]),
  ],
  [
    'range-overlap',
    listed('How old?', 'Quel âge?', [
      ['1-4', '1-4'],
      ['5-9', '5-9'],
      ['10 or more', '10 ou plus'],
    ]),
  ],
  [
    'same-labels',
    listed('Where?', 'Où?', [
      ['Here', 'Ici'],
      ['There', 'Là'],
    ]),
  ],
  [
    'many-options',
    listed(
      'Which?',
      'Lequel?',
      Array.from({ length: 13 }, (_, index) => [`Item ${index}`, `Point ${index}`] as const),
      { order: 'random' },
    ),
  ],
  ['personal-data', text('What should the office be called by name?', 'Comment nommer le bureau?')],
  [
    'no-refusal',
    listed('What kind of problem was it?', 'De quel genre de problème s’agissait-il?', [
      ['Delay', 'Retard'],
      ['Error', 'Erreur'],
    ]),
  ],
  [
    'no-refusal',
    listed('What is your income?', 'Quel est votre revenu?', [['Low', 'Bas']], {
      role: 'profile',
      preferNotToSay: true,
    }),
  ],
  ['untranslated', rating('Service Canada', 'Service Canada')],
  [
    'translation-match',
    rating(
      'Over 1,500 people came at 9:00, 2.5 a minute.',
      'Plus de 1\u00a0500 personnes sont venues à 9\u00a0h, 2,5 par minute.',
    ),
  ],
  [
    'translation-match',
    rating('You used {service} today. How was it?', 'Comment était {service}, que vous avez utilisé aujourd’hui?'),
  ],
  ['french-typography', rating(fine[0], 'Dites-nous\u00a0: était-ce «\u00a0simple\u00a0»? À 9:30, 50\u00a0%; oui.')],
];

describe('a question is left alone', () => {
  test.each(left)('%s', (check, question) => {
    expect(found(check, question)).toEqual([]);
  });
});

test('every piece of advice names its check, quotes, explains and helps, in both languages', () => {
  for (const [, question] of caught)
    for (const advice of adviceOn({ ...bare, sections: [{ code: 'a', title: bare.title, questions: [question] }] })) {
      expect(advice.label).toEqual({ en: 'Question 1', fr: 'La question 1' });
      for (const part of [advice.name, advice.says, advice.why, advice.remedy])
        for (const language of ['en', 'fr'] as const) expect(part[language].length).toBeGreaterThan(8);
      expect(advice.says.en).not.toBe(advice.says.fr);
    }
});
