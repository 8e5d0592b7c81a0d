/** What a tablet or stand says of answers that wait on it: to the person who gave them, and to the staff. */
const en = {
  queued: 'Thank you. Your answers are kept on this device',
  queuedLead: 'There is no network now. They are sent as soon as there is one; you need not wait.',
  receipt: 'Your receipt number',
  withdrawal: 'Your withdrawal code, shown only now. It works once your answers have been sent.',
  finish: 'Finish',
  staffTitle: 'Answers that wait on this device',
  staffCode: 'Staff code',
  staffHint: 'Six digits. They were shown with the address of this device when it was added.',
  open: 'Open',
  codeWrong: 'This is not the code of this device. Nothing was shown.',
  codeLocked: 'Too many wrong codes. Try again in one minute.',
  waiting: 'Wait to be sent',
  late: 'Arrived after the survey closed',
  refused: 'Not taken as they are',
  contact: 'Last contact with the server',
  never: 'none yet',
  isOpen: 'The survey takes answers, and what waits is sent when there is a network.',
  isAway: 'The server cannot be reached now. What waits is kept here and sent when it can.',
  isPaused: 'The survey is paused. What waits is kept here and sent when it goes on.',
  isClosed:
    'The survey has closed. What waits is kept here. Save it as a file and hand it to whoever manages the survey, who decides whether it counts; it is also sent by itself if the survey opens again.',
  isRevoked:
    'The key of this device was revoked: nothing more is taken from it. What waits is kept here. Save it as a file and hand it to whoever manages the survey, or open a new address on this device: then it is sent.',
  sendNow: 'Send now',
  save: 'Save as a file',
  saveHint: 'The file is sealed: only the page “Ways in” of this survey can read it.',
  clear: 'Clear what waits',
  endDevice: 'Clear this device',
  clearTitle: 'Erase the answers that wait on this device?',
  clearSaved: 'They were saved as a file. Make sure that the file has arrived before you erase them here.',
  clearUnsaved: 'They have not been saved as a file. Once erased, nobody can bring them back, and they do not count.',
  clearYes: 'Erase them',
  clearNo: 'Keep them',
  back: 'Back to the survey',
  noWorker:
    'Nothing waits here: this device sends all answers at once, as it runs no scripts or has not opened the survey with a network yet.',
};

export type KioskQueueWords = { readonly [Key in keyof typeof en]: string };

const fr: KioskQueueWords = {
  queued: 'Merci. Vos réponses sont conservées sur cet appareil',
  queuedLead:
    'Il n’y a pas de réseau en ce moment. Elles partiront dès qu’il y en aura un; vous n’avez pas à attendre.',
  receipt: 'Votre numéro de reçu',
  withdrawal: 'Votre code de retrait, montré seulement maintenant. Il servira une fois vos réponses envoyées.',
  finish: 'Terminer',
  staffTitle: 'Réponses en attente sur cet appareil',
  staffCode: 'Code du personnel',
  staffHint: 'Six chiffres. Ils ont été montrés avec l’adresse de cet appareil quand on l’a ajouté.',
  open: 'Ouvrir',
  codeWrong: 'Ce n’est pas le code de cet appareil. Rien n’a été montré.',
  codeLocked: 'Trop de codes erronés. Réessayez dans une minute.',
  waiting: 'En attente d’envoi',
  late: 'Arrivées après la fin du sondage',
  refused: 'Non reçues telles quelles',
  contact: 'Dernier contact avec le serveur',
  never: 'aucun pour l’instant',
  isOpen: 'Le sondage reçoit des réponses, et ce qui attend part quand il y a un réseau.',
  isAway: 'Le serveur n’est pas joignable en ce moment. Ce qui attend est conservé ici et partira quand il le sera.',
  isPaused: 'Le sondage est suspendu. Ce qui attend est conservé ici et partira quand il reprendra.',
  isClosed:
    'Le sondage a pris fin. Ce qui attend est conservé ici. Enregistrez-le dans un fichier et remettez-le à qui gère le sondage, qui décidera s’il compte; il partira aussi de lui-même si le sondage rouvre.',
  isRevoked:
    'La clé de cet appareil a été révoquée\u00a0: rien n’en est plus reçu. Ce qui attend est conservé ici. Enregistrez-le dans un fichier et remettez-le à qui gère le sondage, ou ouvrez une nouvelle adresse sur cet appareil\u00a0: il partira alors.',
  sendNow: 'Envoyer maintenant',
  save: 'Enregistrer dans un fichier',
  saveHint: 'Le fichier est scellé\u00a0: seule la page «\u00a0Voies d’accès\u00a0» de ce sondage peut le lire.',
  clear: 'Effacer ce qui attend',
  endDevice: 'Effacer cet appareil',
  clearTitle: 'Effacer les réponses en attente sur cet appareil?',
  clearSaved: 'Elles ont été enregistrées dans un fichier. Assurez-vous qu’il est arrivé avant de les effacer ici.',
  clearUnsaved:
    'Elles n’ont pas été enregistrées dans un fichier. Une fois effacées, personne ne pourra les retrouver et elles ne compteront pas.',
  clearYes: 'Les effacer',
  clearNo: 'Les garder',
  back: 'Retour au sondage',
  noWorker:
    'Rien n’attend ici\u00a0: cet appareil envoie tout de suite les réponses, car il n’exécute pas de scripts ou n’a pas encore ouvert le sondage avec un réseau.',
};

export const kioskQueueWords: Readonly<Record<'en' | 'fr', KioskQueueWords>> = { en, fr };
