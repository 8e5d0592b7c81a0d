import type { UiLanguage } from '@common-measure/kernel';

const en = {
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
};

/** What the receipt, withdrawal and answers kept for later say. */
export type ClosingWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

const fr: ClosingWords = {
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
};

export const closingWords: Readonly<Record<UiLanguage, ClosingWords>> = { en, fr };
