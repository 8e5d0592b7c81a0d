import { type LocalizedText, textIn } from '@common-measure/kernel';
import type { Instrument } from '../instrument.ts';

/** What is said to somebody whose network is away, on pages and beside them, as English and French say it. */
export const offlineWords = {
  offlineNow: {
    en: 'There is no network. What you enter is kept on this device.',
    fr: 'Il n’y a pas de réseau. Ce que vous entrez est conservé sur cet appareil.',
  },
  onlineAgain: { en: 'The network is back.', fr: 'Le réseau est de retour.' },
  restored: {
    en: 'What you entered on this page before is here again.',
    fr: 'Ce que vous aviez entré sur cette page est de nouveau là.',
  },
  fewLeft: { en: '{count} characters left', fr: '{count}\u00a0caractères restants' },
  sentNow: { en: 'Your answers have been sent.', fr: 'Vos réponses ont été envoyées.' },
  seeReceipt: { en: 'See your receipt', fr: 'Voir votre reçu' },
  waiting: { en: 'Your answers are on this device', fr: 'Vos réponses sont sur cet appareil' },
  waitingLead: {
    en: 'They have not been sent yet: the survey cannot be reached now.',
    fr: 'Elles ne sont pas encore envoyées\u00a0: le sondage n’est pas joignable en ce moment.',
  },
  waitingMore: {
    en: 'They are sent when it can be reached, while this page is open or when you come back to it on this device. You get your receipt number and your withdrawal code then. Until then, do not clear the data of this browser.',
    fr: 'Elles partiront dès qu’il le sera de nouveau, tant que cette page est ouverte ou quand vous y reviendrez sur cet appareil. Vous aurez alors votre numéro de reçu et votre code de retrait. D’ici là, n’effacez pas les données de ce navigateur.',
  },
  sendNow: { en: 'Send now', fr: 'Envoyer maintenant' },
  changeAnswers: { en: 'Change my answers', fr: 'Modifier mes réponses' },
  clearDevice: { en: 'Finish and clear this device', fr: 'Terminer et effacer mes réponses de cet appareil' },
  late: { en: 'Your answers were not sent', fr: 'Vos réponses n’ont pas été envoyées' },
  lateLead: {
    en: 'The survey takes no answers now: it has closed.',
    fr: 'Le sondage ne prend pas de réponses en ce moment\u00a0: il a pris fin.',
  },
  lateMore: {
    en: 'Your answers stay on this device until you clear them, and can be sent if it opens again.',
    fr: 'Vos réponses restent sur cet appareil jusqu’à ce que vous les effaciez, et peuvent être envoyées s’il rouvre.',
  },
  refused: {
    en: 'The survey did not take them as they are. They stay on this device until you clear them.',
    fr: 'Le sondage ne les a pas prises telles quelles. Elles restent sur cet appareil jusqu’à ce que vous les effaciez.',
  },
  used: { en: 'This link has been used already', fr: 'Ce lien a déjà servi' },
  usedLead: {
    en: 'Answers were sent with it from elsewhere while this device had no network, and each link counts once. Those that you entered here were handed to whoever runs the survey, who decides about them.',
    fr: 'Des réponses ont été envoyées par ce lien d’ailleurs pendant que cet appareil n’avait pas de réseau, et chaque lien compte une fois. Celles que vous avez entrées ici ont été remises à qui mène le sondage, qui décidera à leur sujet.',
  },
  usedMore: {
    en: 'They also stay on this device until you clear it.',
    fr: 'Elles restent aussi sur cet appareil jusqu’à ce que vous les effaciez.',
  },
  clearing: {
    en: 'Erase answers that have not been sent?',
    fr: 'Effacer des réponses qui n’ont pas été envoyées?',
  },
  clearingLead: {
    en: 'Your answers are on this device. Once they are erased, nobody can bring them back, and they do not count.',
    fr: 'Vos réponses sont sur cet appareil. Une fois effacées, personne ne pourra les retrouver et elles ne compteront pas.',
  },
  eraseThem: { en: 'Erase my answers', fr: 'Effacer mes réponses' },
  keepThem: { en: 'Keep my answers', fr: 'Garder mes réponses' },
  cleared: { en: 'This device is cleared', fr: 'Cet appareil est effacé' },
  clearedLead: {
    en: 'Nothing of your answers is left on it. You can close this page.',
    fr: 'Il n’y reste rien de vos réponses. Vous pouvez fermer cette page.',
  },
  needsNetwork: { en: 'This page needs a network', fr: 'Cette page a besoin d’un réseau' },
  needsNetworkLead: {
    en: 'What you entered is kept. Come back to this page when there is a network.',
    fr: 'Ce que vous avez entré est conservé. Revenez à cette page quand il y aura un réseau.',
  },
  toAnswers: { en: 'Back to my answers', fr: 'Revenir à mes réponses' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type OfflineWord = keyof typeof offlineWords;

/** The words of a person without a network in her language: what a further language has not is said in English. */
export function offlineWordsIn(
  instrument: Pick<Instrument, 'pageWords'>,
  language: string,
): Readonly<Record<OfflineWord, string>> {
  const own = instrument.pageWords?.[language] ?? {};
  const say = ([name, text]: [string, LocalizedText]): [string, string] => [name, own[name] ?? textIn(text, language)];
  return Object.fromEntries(Object.entries(offlineWords).map(say)) as Record<OfflineWord, string>;
}
