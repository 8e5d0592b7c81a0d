import { defineMessages } from '@common-measure/platform/web-kit';

export const comparabilityMessages = defineMessages({
  en: {
    states: { comparable: 'Comparable', limited: 'Comparable with care', 'not-comparable': 'Not comparable' },
    locked: 'These words are locked, so that the result can stand beside that of other services.',
    lockedSlots: 'Your words for its open places are written once, under “Introduction and closing”.',
    changeWords: 'Change the wording',
    changeAnswers: 'Change the answers',
    answersLocked:
      'These answers are locked with the question. Other answers make it your own, marked “not comparable”.',
    changing:
      'As long as only the words in an open place differ, the result stays comparable. Any other change makes the question your own: it is kept in your results, marked “not comparable”.',
    changed: 'This question differs from the bank, so its result cannot be put beside that of other services:',
    restore: 'Take the question of the bank',
    lock: 'Lock the wording again',
    reasons: {
      wording: 'the words were changed',
      scale: 'the answer scale is another one',
      answers: 'the answers were changed',
      hint: 'the hint under the question is another one',
      order: 'it stands in another place among the core questions',
      unknown: 'this version is not in the bank at hand',
    },
    title: 'What can be compared',
    recorded: 'Recorded when the questionnaire was published.',
    live: 'As the questionnaire stands now. It is recorded when you publish.',
    none: 'No question is from the bank: there is nothing to compare with other services.',
    count: (comparable: number, of: number) =>
      comparable === of
        ? `All ${of} questions from the bank can be compared with other services.`
        : `${comparable} of ${of} questions from the bank can be compared with other services.`,
    orderKept: 'The core questions stand in the usual order.',
    orderChanged:
      'The core questions stand in another order than usual; an earlier question colours the answers to the next.',
    usualOrder: 'The usual order',
    period: (text: string) => `Answers are about: ${text}.`,
    noPeriod: 'The time that answers are about is not stated.',
    modes: (list: string) => `Asked: ${list}.`,
  },
  fr: {
    states: { comparable: 'Comparable', limited: 'Comparable avec prudence', 'not-comparable': 'Non comparable' },
    locked: 'Ces mots sont verrouillés, pour que le résultat puisse se comparer à celui d’autres services.',
    lockedSlots: 'Vos mots pour ses places libres s’écrivent une fois, sous «\u00a0Introduction et conclusion\u00a0».',
    changeWords: 'Changer le libellé',
    changeAnswers: 'Changer les réponses',
    answersLocked:
      'Ces réponses sont verrouillées avec la question. D’autres réponses en font la vôtre, marquée «\u00a0non comparable\u00a0».',
    changing:
      'Tant que seuls les mots d’une place libre diffèrent, le résultat reste comparable. Tout autre changement fait de la question la vôtre\u00a0: elle reste dans vos résultats, marquée «\u00a0non comparable\u00a0».',
    changed:
      'Cette question diffère de celle de la banque; son résultat ne se compare pas à celui d’autres services\u00a0:',
    restore: 'Reprendre la question de la banque',
    lock: 'Verrouiller de nouveau le libellé',
    reasons: {
      wording: 'les mots ont été changés',
      scale: 'l’échelle de réponse est différente',
      answers: 'les réponses ont été changées',
      hint: 'le texte d’aide est différent',
      order: 'sa place parmi les questions de base est différente',
      unknown: 'cette version n’est pas dans la banque d’ici',
    },
    title: 'Ce qui se compare',
    recorded: 'Consigné à la publication du questionnaire.',
    live: 'Selon l’état actuel du questionnaire. Ce sera consigné à la publication.',
    none: 'Aucune question ne vient de la banque\u00a0: rien ne se compare à d’autres services.',
    count: (comparable, of) =>
      comparable === of
        ? `Les ${of}\u00a0questions de la banque se comparent toutes à d’autres services.`
        : `${comparable}\u00a0des ${of}\u00a0questions de la banque se comparent à d’autres services.`,
    orderKept: 'Les questions de base sont dans l’ordre habituel.',
    orderChanged:
      'Les questions de base sont dans un autre ordre que d’habitude; une question influence les réponses à la suivante.',
    usualOrder: 'L’ordre habituel',
    period: (text) => `Les réponses portent sur\u00a0: ${text}.`,
    noPeriod: 'La période sur laquelle portent les réponses n’est pas précisée.',
    modes: (list) => `Façon de répondre\u00a0: ${list}.`,
  },
});
