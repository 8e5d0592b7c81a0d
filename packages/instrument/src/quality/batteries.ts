import { uiLanguages } from '@common-measure/kernel';
import { countWords } from '../duration/reading-speed.ts';
import type { Instrument, Question } from '../instrument.ts';
import { questionGroups } from '../question-groups.ts';
import { isAgreement } from './negation.ts';
import type { InstrumentCheck } from './quality-check.ts';

const most = { rows: 6, points: 7, rowWords: 20, pointLetters: 32, agreements: 7 } as const;

const matricesOf = (instrument: Instrument): readonly (readonly Question[])[] =>
  instrument.sections.flatMap(({ questions }) => questionGroups(questions)).filter((group) => group.length > 1);

/**
 * A matrix of more than six rows or seven points, or with long labels. Couper, Tourangeau, Conrad & Zhang (2013), "The design of grids in
 * web surveys", Social Science Computer Review 31; Liu & Cernat (2018), "Item-by-item versus matrix questions", same journal 36: on a
 * phone people give the same answer to every row the sooner, the more rows there are.
 */
export const matrixLarge: InstrumentCheck = {
  of: 'instrument',
  code: 'matrix-large',
  weight: 'important',
  name: { en: 'Large matrix', fr: 'Grande grille' },
  why: {
    en: 'On a phone a long matrix is a long way to scroll, and people begin to tick the same answer in every row.',
    fr: 'Au téléphone, une longue grille fait défiler longtemps, et on finit par cocher la même réponse à chaque ligne.',
  },
  remedy: {
    en: 'Split it into matrices of up to six short rows, or ask one question a page.',
    fr: 'Divisez-la en grilles d’au plus six lignes courtes ou posez une question par page.',
  },
  find: (instrument) =>
    matricesOf(instrument).flatMap((rows) => {
      const [first] = rows;
      const points = first?.scale?.points ?? [];
      const longRows = rows.filter(({ wording }) =>
        uiLanguages.some((language) => countWords(wording[language]) > most.rowWords),
      );
      const longPoints = points.filter(({ label }) =>
        uiLanguages.some((language) => label[language].length > most.pointLetters),
      );
      if (
        !first ||
        (rows.length <= most.rows && points.length <= most.points && longRows.length + longPoints.length === 0)
      )
        return [];
      const isLong = rows.length <= most.rows && points.length <= most.points;
      return [
        {
          question: first.code,
          found: isLong
            ? [...longRows.map(({ wording }) => wording.en), ...longPoints.map(({ label }) => label.en)]
            : [],
          says: isLong
            ? {
                en: 'Its rows or answers are too long for a narrow screen.',
                fr: 'Ses lignes ou ses réponses sont trop longues pour un écran étroit.',
              }
            : {
                en: `The matrix that begins here has ${rows.length} rows and ${points.length} answers.`,
                fr: `La grille qui commence ici compte ${rows.length} lignes et ${points.length} réponses.`,
              },
        },
      ];
    }),
};

/**
 * Seven statements or more in a row to agree with. Saris, Revilla, Krosnick & Shaeffer (2010), "Comparing questions with agree/disagree
 * response options to questions with item-specific response options", Survey Research Methods 4: some people agree with anything.
 */
export const agreementBattery: InstrumentCheck = {
  of: 'instrument',
  code: 'agreement-battery',
  weight: 'minor',
  name: { en: 'Many statements to agree with', fr: 'Beaucoup d’énoncés à approuver' },
  why: {
    en: 'Some people agree with whatever is said. A long row of statements raises every score by that habit.',
    fr: 'Certaines personnes approuvent tout ce qu’on dit. Une longue suite d’énoncés hausse d’autant chaque résultat.',
  },
  remedy: {
    en: 'Ask some of them on a scale of their own (“How easy or difficult was it?”).',
    fr: 'Posez-en quelques-uns sur une échelle propre («\u00a0Était-ce facile ou difficile?\u00a0»).',
  },
  find: (instrument) => {
    const runs: Question[][] = [];
    let run: Question[] = [];
    for (const question of instrument.sections.flatMap(({ questions }) => questions)) {
      if (question.type === 'rating' && isAgreement(question.scale?.points ?? [])) run.push(question);
      else run = [];
      if (run.length === 1) runs.push(run);
    }
    return runs
      .filter((statements) => statements.length >= most.agreements)
      .map((statements) => ({
        question: statements[0]?.code ?? null,
        found: [],
        says: {
          en: `${statements.length} statements to agree or disagree with follow one another from here.`,
          fr: `${statements.length} énoncés à approuver ou non se suivent à partir d’ici.`,
        },
      }));
  },
};
