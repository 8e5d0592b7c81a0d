import { formatNumber, type UiLanguage } from '@common-measure/kernel';
import { dayInWords } from '../day-words.ts';
import type { Refusal } from '../saying.ts';

const en = {
  languages: 'Language',
  skip: 'Skip to the questions',
  errorTitle: 'Error:',
  colon: ':',
  or: 'or',
  start: 'Start',
  next: 'Continue',
  back: 'Back',
  save: 'Save and finish later',
  send: 'Send my answers',
  doesNotApply: 'Does not apply to me',
  dontKnow: 'I don’t know',
  preferNotToSay: 'I prefer not to answer',
  chooseAll: 'Choose all that apply.',
  chooseAtMost: (count: number) => (count === 1 ? 'Choose one.' : `Choose up to ${count}.`),
  chooseBetween: (least: number, most: number | null) =>
    most === null
      ? `Choose at least ${least}.`
      : least === most
        ? `Choose ${least}.`
        : `Choose from ${least} to ${most}.`,
  specify: (label: string) => `${label}: say which`,
  rankHint: (places: number, options: number) =>
    places < options
      ? `Give a place to ${places} of the ${options} answers: 1 comes first. Use each place once.`
      : 'Give each answer a place: 1 comes first. Use each place once.',
  noPlace: 'No place',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ] as readonly string[],
  softHeading: 'You left something empty',
  leaveEmpty: 'You can leave a line empty.',
  textHint: 'Leave out names, phone numbers and file numbers. Up to 1,200 characters.',
  part: (n: number, of: number) => `Part ${n} of ${of}`,
  page: (n: number, of: number) => `Page ${n} of ${of}`,
  lastStep: 'Last step',
  minutes: (n: number) => (n === 1 ? 'About 1 minute' : `About ${n} minutes`),
  length: (questions: number, parts: number) =>
    `${questions === 1 ? '1 question' : `${questions} questions`} in ${parts === 1 ? '1 short part' : `${parts} short parts`}.`,
  choice: 'Your choice',
  choiceMore: 'Skip any question, stop at any time. It changes nothing for your service.',
  choiceMarked:
    'Skip any question that is not marked “required”, stop at any time. It changes nothing for your service.',
  required: 'required',
  anonymous: 'Anonymous',
  anonymousMore: 'We do not ask who you are.',
  openUntil: (date: string) => `Open until ${date}`,
  openMore: 'Stop and come back later, on any device.',
  privacy: 'Your privacy',
  privacyMore: (organization: string): readonly (readonly [string, string])[] => [
    ['Who is asking.', `${organization}, to improve its services.`],
    [
      'What we keep.',
      'Your answers, the language you used, how you answered and the day. Not your name, your address or your file.',
    ],
    ['What is shown.', 'Results of groups of people, never the answers of one person.'],
    ['If you change your mind.', 'When you finish you get a code that lets you withdraw your answers.'],
  ],
  whyAsked: 'Why we ask.',
  howLong: 'How long we keep it.',
  privacyContact: 'Questions about privacy.',
  otherWays: 'Another way to answer',
  byTelephone: 'By telephone',
  byRelay: 'By relay service',
  bySigns: 'In sign language, by video',
  onPaper: 'On paper',
  inPerson: 'In person',
  mayWeContact: 'May we contact you about this?',
  contactApart:
    'This form is apart from your answers. Nothing in it leads to what you answered, and nobody can put them together by it.',
  contactKept: 'We use it for this only, and erase it after {days} days at the latest.',
  reach: 'How can we reach you?',
  reachHint: 'An e-mail address, or a telephone number with a good time to call.',
  yourName: 'Your name (optional)',
  aboutWhat: 'What is it about? (optional)',
  sendContact: 'Let us contact you',
  enterReach: 'Enter an e-mail address or a telephone number',
  contactSent: 'Thank you. We will be in touch',
  contactSentMore: 'Your request has arrived, apart from your answers.',
  errorHeading: 'Check these answers',
  more: 'Another question follows from your answer.',
  check: 'Check your answers',
  checkMore: 'You can change anything before you send.',
  change: 'Change',
  empty: 'Left empty',
  thanks: 'Thank you. Your answers have arrived',
  receiptNumber: 'Your receipt number',
  changedMind: 'If you change your mind',
  withdrawMore:
    'You can withdraw your answers as long as this survey is open. You need this code. It is the only link to your answers, and we keep no copy.',
  codeOnce: 'Your withdrawal code, shown only once',
  writeDown: 'Write it down, or print this page.',
  withdraw: 'Withdraw my answers',
  withdrawHint: 'Enter the code that you were shown after you sent your answers. It has 16 letters and digits.',
  withdrawCode: 'Withdrawal code',
  withdrawn: 'Your answers are withdrawn',
  withdrawnMore: 'They are erased from the record. Results leave them out from their next update.',
  notFound: 'No answers belong to this code. Check each letter and digit; a code works once.',
  finish: 'Finish and clear my answers from this device',
  saved: 'Your answers are saved',
  savedMore: 'They are not sent yet. Come back to this address on this device to finish.',
  leave: 'Clear this device and finish later',
  elsewhere: 'To finish on another device',
  elsewhereMore:
    'Keep this code or this link before you clear this device. Whoever has it can see and change what you entered, so keep it to yourself.',
  resumeCode: 'Code of your saved answers',
  resumeLink: 'Link to your saved answers',
  openSaved: 'Open my saved answers',
  resumeHint: 'Enter the code that you were shown when you saved them. It has 16 letters and digits.',
  nothingSaved:
    'No saved answers belong to this code. Check each letter and digit; once answers are sent or deleted, their code no longer works.',
  resume: 'Continue where I stopped',
  discard: 'Delete what I entered',
  shared: 'Using a shared computer? Clear it before you leave.',
  preview: 'Preview',
  previewMore: 'Try it as people will see it. Nothing you enter here is kept.',
  closed: 'This survey is closed',
  closedMore: 'Answers are no longer taken. Thank you for your interest.',
  goesOn: 'The survey goes on in a new round.',
  toPresentRound: 'Answer the new round',
  notOpen: 'This survey is not open yet',
  notOpenMore: 'Come back later at the same address.',
  unknown: 'There is no survey at this address',
  unknownMore: 'Check the address on your invitation, letter by letter.',
  conflict: 'Your first answers were kept',
  conflictMore: 'These answers were already sent, with other content. What you sent first stands; nothing was lost.',
  full: 'Thank you. We have heard from enough people like you',
  fullMore:
    'This survey needs a set number of people in each situation, and yours is complete. There are no more questions for you.',
  fullKept: 'What you entered was not kept. It changes nothing for your service.',
};

type Words = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

/** The words of a page in one language, with how that language lists, counts and dates. */
export interface RespondentWords extends Words {
  readonly locale: string;
  /** Things in a row: "a, b and c". */
  list(items: readonly string[]): string;
  /** An ISO date, written out. */
  date(isoDate: string): string;
  number(value: number, digits?: number): string;
  refusal(refusal: Refusal): string;
}

const fr: Words = {
  languages: 'Langue',
  skip: 'Passer aux questions',
  errorTitle: 'Erreur\u00a0:',
  colon: '\u00a0:',
  or: 'ou',
  start: 'Commencer',
  next: 'Continuer',
  back: 'Retour',
  save: 'Enregistrer et terminer plus tard',
  send: 'Envoyer mes réponses',
  doesNotApply: 'Ne s’applique pas à moi',
  dontKnow: 'Je ne sais pas',
  preferNotToSay: 'Je préfère ne pas répondre',
  chooseAll: 'Choisissez toutes les réponses qui s’appliquent.',
  chooseAtMost: (count: number) => (count === 1 ? 'Choisissez une réponse.' : `Choisissez jusqu’à ${count} réponses.`),
  chooseBetween: (least, most) =>
    most === null
      ? `Choisissez au moins ${least} réponses.`
      : least === most
        ? `Choisissez ${least} réponses.`
        : `Choisissez de ${least} à ${most} réponses.`,
  specify: (label) => `${label}\u00a0: précisez`,
  rankHint: (places, options) =>
    places < options
      ? `Donnez une place à ${places} des ${options} réponses\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.`
      : 'Donnez une place à chaque réponse\u00a0: 1 vient en premier. Chaque place ne sert qu’une fois.',
  noPlace: 'Sans place',
  day: 'Jour',
  month: 'Mois',
  year: 'Année',
  months: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  softHeading: 'Vous avez laissé une réponse vide',
  leaveEmpty: 'Vous pouvez laisser une ligne vide.',
  textHint: 'N’indiquez ni nom, ni numéro de téléphone, ni numéro de dossier. Jusqu’à 1\u00a0200 caractères.',
  part: (n, of) => `Partie ${n} sur ${of}`,
  page: (n, of) => `Page ${n} sur ${of}`,
  lastStep: 'Dernière étape',
  minutes: (n) => (n === 1 ? 'Environ 1\u00a0minute' : `Environ ${n}\u00a0minutes`),
  length: (questions, parts) =>
    `${questions === 1 ? '1\u00a0question' : `${questions}\u00a0questions`}, en ${parts === 1 ? '1\u00a0courte partie' : `${parts}\u00a0courtes parties`}.`,
  choice: 'À vous de décider',
  choiceMore: 'Sautez une question ou arrêtez quand vous voulez. Cela ne change rien aux services que vous recevez.',
  choiceMarked:
    'Sautez toute question sans la mention «\u00a0obligatoire\u00a0» ou arrêtez quand vous voulez. Cela ne change rien aux services que vous recevez.',
  required: 'obligatoire',
  anonymous: 'Anonyme',
  anonymousMore: 'Nous ne demandons pas qui vous êtes.',
  openUntil: (date) => `Ouvert jusqu’au ${date}`,
  openMore: 'Vous pouvez arrêter et reprendre plus tard, sur tout appareil.',
  privacy: 'Vos renseignements',
  privacyMore: (organization) => [
    ['Qui pose les questions.', `${organization}, pour améliorer ses services.`],
    [
      'Ce que nous gardons.',
      'Vos réponses, la langue choisie, la façon de répondre et le jour. Ni votre nom, ni votre adresse, ni votre dossier.',
    ],
    ['Ce qui est montré.', 'Les résultats de groupes de personnes, jamais les réponses d’une seule.'],
    ['Si vous changez d’avis.', 'À la fin, vous recevez un code qui permet de retirer vos réponses.'],
  ],
  whyAsked: 'Pourquoi.',
  howLong: 'Durée de conservation.',
  privacyContact: 'Questions sur vos renseignements.',
  otherWays: 'Une autre façon de répondre',
  byTelephone: 'Par téléphone',
  byRelay: 'Par service de relais',
  bySigns: 'En langue des signes, par vidéo',
  onPaper: 'Sur papier',
  inPerson: 'En personne',
  mayWeContact: 'Pouvons-nous communiquer avec vous à ce sujet?',
  contactApart:
    'Ce formulaire est à part de vos réponses. Rien n’y mène à ce que vous avez répondu, et nul ne peut s’en servir pour les rapprocher.',
  contactKept: 'Nous ne l’utilisons que pour cela et l’effaçons au plus tard après {days} jours.',
  reach: 'Comment vous joindre?',
  reachHint: 'Une adresse courriel, ou un numéro de téléphone et un bon moment pour appeler.',
  yourName: 'Votre nom (facultatif)',
  aboutWhat: 'De quoi s’agit-il? (facultatif)',
  sendContact: 'Communiquez avec moi',
  enterReach: 'Entrez une adresse courriel ou un numéro de téléphone',
  contactSent: 'Merci. Nous communiquerons avec vous',
  contactSentMore: 'Votre demande est arrivée, à part de vos réponses.',
  errorHeading: 'Réponses à vérifier',
  more: 'Votre réponse amène une autre question.',
  check: 'Vérifiez vos réponses',
  checkMore: 'Vous pouvez tout modifier avant l’envoi.',
  change: 'Modifier',
  empty: 'Sans réponse',
  thanks: 'Merci. Vos réponses sont arrivées',
  receiptNumber: 'Votre numéro de reçu',
  changedMind: 'Si vous changez d’avis',
  withdrawMore:
    'Vous pouvez retirer vos réponses tant que ce sondage est ouvert. Il vous faut ce code. C’est le seul lien avec vos réponses, et nous n’en gardons pas de copie.',
  codeOnce: 'Votre code de retrait, affiché une seule fois',
  writeDown: 'Notez-le ou imprimez cette page.',
  withdraw: 'Retirer mes réponses',
  withdrawHint: 'Entrez le code affiché après l’envoi de vos réponses. Il compte 16 lettres et chiffres.',
  withdrawCode: 'Code de retrait',
  withdrawn: 'Vos réponses sont retirées',
  withdrawnMore:
    'Elles sont effacées du dossier. Les résultats n’en tiendront plus compte dès leur prochaine mise à jour.',
  notFound:
    'Aucune réponse ne correspond à ce code. Vérifiez chaque lettre et chaque chiffre; un code ne sert qu’une fois.',
  finish: 'Terminer et effacer mes réponses de cet appareil',
  saved: 'Vos réponses sont enregistrées',
  savedMore: 'Elles ne sont pas encore envoyées. Revenez à cette adresse sur cet appareil pour terminer.',
  leave: 'Effacer de cet appareil et terminer plus tard',
  elsewhere: 'Pour terminer sur un autre appareil',
  elsewhereMore:
    'Gardez ce code ou ce lien avant d’effacer vos réponses de cet appareil. Qui l’a en main peut voir et modifier ce que vous avez entré : gardez-le pour vous.',
  resumeCode: 'Code de vos réponses enregistrées',
  resumeLink: 'Lien vers vos réponses enregistrées',
  openSaved: 'Ouvrir mes réponses enregistrées',
  resumeHint: 'Entrez le code affiché quand vous les avez enregistrées. Il compte 16 lettres et chiffres.',
  nothingSaved:
    'Aucune réponse enregistrée ne correspond à ce code. Vérifiez chaque lettre et chaque chiffre; le code ne sert plus une fois les réponses envoyées ou supprimées.',
  resume: 'Reprendre où j’en étais',
  discard: 'Supprimer ce que j’ai entré',
  shared: 'Vous utilisez un ordinateur partagé? Effacez-en vos réponses avant de partir.',
  preview: 'Aperçu',
  previewMore: 'Essayez le questionnaire comme on le verra. Rien de ce que vous entrez ici n’est gardé.',
  closed: 'Ce sondage est terminé',
  closedMore: 'Nous ne recevons plus de réponses. Merci de votre intérêt.',
  goesOn: 'Le sondage se poursuit par un nouveau cycle.',
  toPresentRound: 'Répondre au nouveau cycle',
  notOpen: 'Ce sondage n’est pas encore ouvert',
  notOpenMore: 'Revenez plus tard à la même adresse.',
  unknown: 'Il n’y a pas de sondage à cette adresse',
  unknownMore: 'Vérifiez l’adresse de votre invitation, lettre par lettre.',
  conflict: 'Vos premières réponses ont été gardées',
  conflictMore:
    'Ces réponses avaient déjà été envoyées, avec un autre contenu. Ce que vous avez envoyé en premier demeure; rien n’est perdu.',
  full: 'Merci. Assez de gens dans votre situation ont répondu',
  fullMore:
    'Ce sondage cherche un nombre fixe de personnes dans chaque situation, et le compte est bon pour la vôtre. Nous n’avons plus de questions pour vous.',
  fullKept: 'Ce que vous avez entré n’a pas été gardé. Cela ne change rien à votre service.',
};

const broughtAlong = (locale: UiLanguage, words: Words, and: string): RespondentWords => ({
  ...words,
  locale,
  list: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`,
  date: (isoDate) => dayInWords(isoDate, locale),
  number: (value, digits) => formatNumber(value, locale, digits),
  refusal: ({ message }) => message[locale],
});

export const respondentWords: Readonly<Record<UiLanguage, RespondentWords>> = {
  en: broughtAlong('en', en, 'and'),
  fr: broughtAlong('fr', fr, 'et'),
};
