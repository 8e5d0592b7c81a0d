import type { QuestionCheck } from './quality-check.ts';
import { findWords, type Lexicon } from './words-in.ts';

const lexicon: Lexicon = {
  en: [
    '(?:don’t|wouldn’t|didn’t|aren’t|isn’t|haven’t|do not) you (?:think|agree|find|feel|believe)',
    '(?:isn’t|wasn’t|aren’t) (?:it|this|that|they)',
    'do you (?:also )?agree that',
    'surely',
    'obviously',
    'undoubtedly',
    'of course',
    'needless to say',
    'as you (?:may )?know',
    'everyone (?:knows|agrees)',
    'most people (?:think|agree|believe|say|feel)',
    'experts (?:say|agree|believe)',
    '(?<!or )excellent(?! or)',
    'world-class',
    'award-winning',
    'outstanding',
    'state-of-the-art',
    'amazing',
    'wonderful',
    'unfortunately',
    'how (?:great|bad|terrible|easy|helpful) (?:was|were|is|are|did)(?! it,? or)',
    'how much did you (?:enjoy|love|like)',
    'red tape',
    'waste of (?:money|time)',
    'common sense',
  ],
  fr: [
    'n’est-ce pas',
    'ne (?:pensez|trouvez|croyez|diriez)-vous pas',
    'êtes-vous d’accord (?:pour dire )?que',
    'évidemment',
    'bien sûr',
    'bien entendu',
    'il va sans dire',
    'sans aucun doute',
    'de toute évidence',
    'comme vous le savez',
    'tout le monde (?:sait|s’accorde)',
    'la plupart des gens (?:pensent|croient|disent|trouvent)',
    'les spécialistes (?:disent|s’entendent)',
    '(?<!ou )excellent(?:e|s|es)?(?! ou)',
    'de calibre mondial',
    'de classe mondiale',
    'primée?s?',
    'exceptionnel(?:le|s|les)?',
    'formidables?',
    'malheureusement',
    'à quel point (?:avez-vous|a-t-il|était-ce) (?:aimé|apprécié|facile)',
    'combien avez-vous (?:aimé|apprécié)',
    'gaspillage',
    'gros bon sens',
  ],
};

/**
 * Words that suggest an answer or carry a judgement. Schuman & Presser (1981), Questions and Answers in Attitude Surveys, ch. 11;
 * Krosnick & Presser (2010), "Question and questionnaire design", Handbook of Survey Research, 2nd ed., ch. 9.
 */
export const leading: QuestionCheck = {
  of: 'question',
  code: 'leading',
  weight: 'important',
  name: { en: 'Leading words', fr: 'Mots qui orientent' },
  why: {
    en: 'They suggest the answer that is hoped for. Results then look better, or worse, than what people think.',
    fr: 'Ils suggèrent la réponse attendue. Les résultats paraissent alors meilleurs, ou pires, que ce que les gens pensent.',
  },
  remedy: {
    en: 'Name both ends (“easy or difficult”) or leave the judgement out.',
    fr: 'Nommez les deux pôles («\u00a0facile ou difficile\u00a0») ou retirez le jugement.',
  },
  find: ({ wording }) =>
    findWords(wording, lexicon, (quoted) => ({
      en: `The wording holds ${quoted.en}.`,
      fr: `Le libellé contient ${quoted.fr}.`,
    })).filter(({ found }) => !found.every((words) => /^how easy/i.test(words) && /difficult/i.test(wording.en))),
};
