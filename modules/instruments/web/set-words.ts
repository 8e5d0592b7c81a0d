import { defineMessages } from '@common-measure/platform/web-kit';

export const setMessages = defineMessages({
  en: {
    matrix: 'The rows of this grid',
    ownGrid: 'Stand in a grid with its neighbours',
    matrixHint:
      'Each row is a question of its own, with a result of its own. All share the scale and what is offered beside it.',
    row: (number: number) => `Row ${number}`,
    fromBank: (words: string) => `From the bank: ${words}`,
    removeRow: (number: number) => `Remove row ${number}`,
    remove: 'Remove',
    rowRemoved: (number: number) => `Row ${number} removed.`,
    more: 'Further rows, one on each line',
    moreHint: 'Write or paste them; line by line, the French stands beside the English.',
    addRows: 'Add the rows',
    rowsAdded: (count: number) => (count === 1 ? '1 row added.' : `${count} rows added.`),
    pair: 'Expected and actual',
    pairSummary: 'Compare with what was expected',
    partner: 'Compare with what was expected in',
    noPartner: 'Nothing',
    gap: 'The dataset gets a column with the gap: this answer minus the expectation, person by person. Above zero means more than expected.',
    isExpected: (number: number, label: string) =>
      `What people say here is what they expected. Question ${number}, “${label}”, says what happened, and the gap is computed.`,
    takeScale: 'Take its scale and unit',
    unlike: 'The two cannot be subtracted yet: they need the same scale, or the same unit.',
  },
  fr: {
    matrix: 'Les lignes de cette grille',
    ownGrid: 'Former une grille avec ses voisines',
    matrixHint:
      'Chaque ligne est une question à part, avec son propre résultat. Toutes partagent l’échelle et ce qui est offert à côté.',
    row: (number) => `Ligne ${number}`,
    fromBank: (words) => `De la banque\u00a0: ${words}`,
    removeRow: (number) => `Retirer la ligne ${number}`,
    remove: 'Retirer',
    rowRemoved: (number) => `Ligne ${number} retirée.`,
    more: 'Autres lignes, une par ligne de texte',
    moreHint: 'Écrivez-les ou collez-les; ligne par ligne, le français va avec l’anglais.',
    addRows: 'Ajouter les lignes',
    rowsAdded: (count) => (count === 1 ? '1\u00a0ligne ajoutée.' : `${count}\u00a0lignes ajoutées.`),
    pair: 'Attente et réalité',
    pairSummary: 'Comparer à ce qu’on attendait',
    partner: 'Comparer à ce qu’on attendait selon',
    noPartner: 'Rien',
    gap: 'Les données reçoivent une colonne avec l’écart\u00a0: cette réponse moins l’attente, personne par personne. Au-dessus de zéro, c’est plus qu’attendu.',
    isExpected: (number, label) =>
      `On dit ici à quoi on s’attendait. La question ${number}, «\u00a0${label}\u00a0», dit ce qui s’est passé, et l’écart est calculé.`,
    takeScale: 'Reprendre son échelle et son unité',
    unlike: 'On ne peut pas encore soustraire l’une de l’autre\u00a0: il faut la même échelle ou la même unité.',
  },
});
