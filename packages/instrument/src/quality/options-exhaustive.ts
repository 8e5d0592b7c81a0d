import type { ResponseOption } from '../instrument.ts';
import type { QuestionCheck } from './quality-check.ts';
import { wordsIn } from './words-in.ts';

const open = [
  'other',
  'others',
  'another',
  'else',
  'elsewhere',
  'none',
  'no difference',
  'neither',
  'nothing',
  'no one',
  'not',
  'autres?',
  'ailleurs',
  'aucune?s?',
  'ni',
  'rien',
  'personne',
];
/** Answers that fill a range or a yes and no between them: nothing can lie outside. */
const filled = [
  'yes',
  'no',
  'oui',
  'non',
  'more',
  'less',
  'under',
  'over',
  'better',
  'worse',
  'same',
  'plus',
  'moins',
  'never',
  'always',
  'jamais',
  'toujours',
  'enough',
  'fully',
  'partly',
  'too',
  'very',
  'only',
];

/**
 * A list in which some people do not find themselves. Dillman, Smyth & Christian (2014), ch. 5, guideline "make sure the list is
 * exhaustive". Lists of yes and no, of amounts and of degrees are complete by nature and left alone, as are three answers and less.
 */
export const optionsExhaustive: QuestionCheck = {
  of: 'question',
  code: 'options-exhaustive',
  weight: 'minor',
  name: { en: 'No “other” answer', fr: 'Pas de réponse «\u00a0autre\u00a0»' },
  why: {
    en: 'Whoever does not find an answer takes a wrong one or leaves, and nobody learns what was missing.',
    fr: 'Une personne qui ne trouve pas sa réponse en prend une fausse ou abandonne, et nul n’apprend ce qui manquait.',
  },
  remedy: {
    en: 'Add “Something else” with a field for words, or “None of these”.',
    fr: 'Ajoutez «\u00a0Autre chose\u00a0» avec un champ de texte, ou «\u00a0Aucune de ces réponses\u00a0».',
  },
  find: ({ type, options, role, preferNotToSay }) => {
    if ((type !== 'single' && type !== 'multiple') || options.length < 4 || role === 'region') return [];
    if (role === 'profile' && preferNotToSay && isOrdered(options)) return [];
    const isOpen = options.some(
      ({ label, specify, exclusive }) => specify || exclusive || wordsIn(`${label.en} ${label.fr}`, open).length > 0,
    );
    if (isOpen || isOrdered(options)) return [];
    return [
      {
        found: options.slice(-1).map(({ label }) => label.en),
        says: {
          en: `The list of ${options.length} answers has no “other” and no “none of these”.`,
          fr: `La liste de ${options.length} réponses n’a ni «\u00a0autre\u00a0» ni «\u00a0aucune de ces réponses\u00a0».`,
        },
      },
    ];
  },
};

function isOrdered(options: readonly ResponseOption[]): boolean {
  const filling = options.filter(
    ({ label }) => /\d/.test(label.en) || wordsIn(label.en, filled).length > 0 || wordsIn(label.fr, filled).length > 0,
  );
  return filling.length * 2 >= options.length;
}
