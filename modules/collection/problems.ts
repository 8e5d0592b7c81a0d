import { problemCatalogue } from '@common-measure/kernel';

export const collectionProblems = problemCatalogue({
  'responses-not-allowed': {
    status: 403,
    title: {
      en: 'You are not declared to read single responses.',
      fr: 'Vous n’êtes pas déclaré pouvoir lire les réponses individuelles.',
    },
    remedy: {
      en: 'Ask an owner of your organization for that right.',
      fr: 'Demandez ce droit à un propriétaire de votre organisation.',
    },
  },
  'not-an-a11-survey': {
    status: 422,
    title: {
      en: 'This survey cannot be exported by Circular A-11. {reasonEn}',
      fr: 'Ce sondage ne peut être exporté selon la circulaire A-11. {reasonFr}',
    },
    remedy: {
      en: 'Start a survey from the pack “United States: Circular A-11, section 280, version 2”.',
      fr: 'Commencez un sondage avec l’ensemble «\u00a0États-Unis\u00a0: circulaire A-11, article 280, version 2\u00a0».',
    },
  },
  'survey-unknown': {
    status: 404,
    title: { en: 'There is no survey at this address.', fr: 'Il n’y a pas de sondage à cette adresse.' },
    remedy: { en: 'Check the address, letter by letter.', fr: 'Vérifiez l’adresse, lettre par lettre.' },
  },
  'survey-closed': {
    status: 410,
    title: { en: 'This survey takes no more answers.', fr: 'Ce sondage ne reçoit plus de réponses.' },
    remedy: {
      en: 'Keep what was collected and tell the organization; nothing was recorded.',
      fr: 'Conservez ce qui a été recueilli et avisez l’organisation; rien n’a été enregistré.',
    },
  },
  'survey-paused': {
    status: 503,
    title: { en: 'This survey is paused.', fr: 'Ce sondage est suspendu.' },
    remedy: {
      en: 'Keep what was collected and send it again later; nothing was recorded.',
      fr: 'Conservez ce qui a été recueilli et renvoyez-le plus tard; rien n’a été enregistré.',
    },
  },
  'survey-not-open-yet': {
    status: 409,
    title: { en: 'This survey opens on {day}.', fr: 'Ce sondage ouvrira le {day}.' },
    remedy: {
      en: 'Send the answers again from that day on; nothing was recorded.',
      fr: 'Renvoyez les réponses à compter de ce jour; rien n’a été enregistré.',
    },
  },
  'pretest-under-way': {
    status: 409,
    title: { en: 'A pretest of this survey is under way.', fr: 'Un essai de ce sondage est en cours.' },
    remedy: {
      en: 'Delete it first, with what its testers sent; then begin another.',
      fr: 'Supprimez-le d’abord, avec ce qui y a été envoyé; commencez ensuite un autre essai.',
    },
  },
  'nothing-to-pretest': {
    status: 409,
    title: { en: 'This questionnaire has no question yet.', fr: 'Ce questionnaire n’a pas encore de question.' },
    remedy: { en: 'Add a question first.', fr: 'Ajoutez d’abord une question.' },
  },
  'alert-too-fine': {
    status: 422,
    title: {
      en: 'An alert counts people in whole steps of {threshold}.',
      fr: 'Une alerte compte les gens par pas entiers de {threshold}.',
    },
    remedy: {
      en: 'Choose {threshold} or a multiple of it: a finer count could tell what one person answered.',
      fr: 'Choisissez {threshold} ou un de ses multiples\u00a0: un compte plus fin pourrait dire ce qu’une personne a répondu.',
    },
  },
  'alert-question-unknown': {
    status: 422,
    title: {
      en: 'The published questionnaire has no such question with these answers.',
      fr: 'Le questionnaire publié n’a pas cette question avec ces réponses.',
    },
    remedy: {
      en: 'Choose a question of the present round, and its answers.',
      fr: 'Choisissez une question du cycle en cours, et ses réponses.',
    },
  },
  'alert-without-office': {
    status: 422,
    title: {
      en: 'The published questionnaire does not ask for the office.',
      fr: 'Le questionnaire publié ne demande pas le bureau.',
    },
    remedy: {
      en: 'Watch the whole survey, or give a question the role of office or region in the next round.',
      fr: 'Surveillez tout le sondage, ou donnez à une question le rôle de bureau ou de région au prochain cycle.',
    },
  },
  'alert-both-ways': {
    status: 409,
    title: {
      en: 'A rule watches this question otherwise already: as a whole, or office by office.',
      fr: 'Une règle surveille déjà cette question autrement\u00a0: en entier, ou bureau par bureau.',
    },
    remedy: {
      en: 'Remove that rule first. Both at once could tell what a few people answered.',
      fr: 'Supprimez d’abord cette règle. Les deux à la fois pourraient dire ce que quelques personnes ont répondu.',
    },
  },
  'assignee-unknown': {
    status: 422,
    title: {
      en: 'This person does not run surveys in your organization.',
      fr: 'Cette personne ne gère pas de sondages dans votre organisation.',
    },
    remedy: {
      en: 'Choose somebody from the list, or name the person in words.',
      fr: 'Choisissez quelqu’un dans la liste, ou nommez la personne en toutes lettres.',
    },
  },
  'alerts-too-many': {
    status: 409,
    title: { en: 'This survey has {most} alert rules already.', fr: 'Ce sondage a déjà {most}\u00a0règles d’alerte.' },
    remedy: { en: 'Remove one first.', fr: 'Supprimez-en une d’abord.' },
  },
  'language-unknown': {
    status: 422,
    title: {
      en: 'This survey is not asked in that language. It has {languages}.',
      fr: 'Ce sondage n’est pas offert dans cette langue. Il l’est en {languages}.',
    },
    remedy: {
      en: 'Send one of these tags as the language. Nothing was recorded.',
      fr: 'Indiquez l’une de ces étiquettes comme langue. Rien n’a été enregistré.',
    },
  },
  'answers-not-understood': {
    status: 422,
    title: {
      en: 'The answers to {questions} cannot be understood.',
      fr: 'Les réponses à {questions} ne peuvent être comprises.',
    },
    remedy: {
      en: 'Correct them and send again. Nothing was recorded.',
      fr: 'Corrigez-les et renvoyez-les. Rien n’a été enregistré.',
    },
  },
  'response-differs': {
    status: 409,
    title: {
      en: 'A response with this id was recorded before, with other content.',
      fr: 'Une réponse portant cet identifiant a déjà été enregistrée, avec un autre contenu.',
    },
    remedy: {
      en: 'The first stands. Send another person’s answers under a new id.',
      fr: 'La première demeure. Envoyez les réponses d’une autre personne sous un nouvel identifiant.',
    },
  },
  'response-withdrawn': {
    status: 410,
    title: { en: 'This response was withdrawn and erased.', fr: 'Cette réponse a été retirée et effacée.' },
    remedy: { en: 'Do not send it again.', fr: 'Ne la renvoyez pas.' },
  },
  'withdrawal-code-taken': {
    status: 409,
    title: {
      en: 'Another response has this withdrawal code already.',
      fr: 'Une autre réponse porte déjà ce code de retrait.',
    },
    remedy: {
      en: 'Make a new random code for each person and send again. Nothing was recorded.',
      fr: 'Créez un nouveau code aléatoire pour chaque personne et renvoyez. Rien n’a été enregistré.',
    },
  },
  'no-such-response': {
    status: 404,
    title: {
      en: 'No answers to this survey belong to what was given.',
      fr: 'Aucune réponse à ce sondage ne correspond à ce qui a été donné.',
    },
    remedy: {
      en: 'Check the code or the id letter by letter. They may have been erased already.',
      fr: 'Vérifiez le code ou l’identifiant lettre par lettre. Elles ont peut-être déjà été effacées.',
    },
  },
  'survey-not-published': {
    status: 409,
    title: { en: 'This survey has no link yet.', fr: 'Ce sondage n’a pas encore de lien.' },
    remedy: { en: 'Publish it first.', fr: 'Publiez-le d’abord.' },
  },
});
