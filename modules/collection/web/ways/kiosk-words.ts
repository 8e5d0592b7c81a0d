import { defineMessages } from '@common-measure/platform/web-kit';

/** What the card of tablets and stands says. */
export const kioskMessages = defineMessages({
  en: {
    title: 'Tablets and stands',
    more: 'A screen that many people use one after another. It asks for the language first and begins anew when nobody touches it; what was entered is then kept as broken off.',
    name: 'Name of the device',
    idle: 'Seconds before it asks whether somebody is there',
    add: 'Add the device',
    adding: 'Adding…',
    once: 'Open this address on the device. It is shown only now.',
    staffCode: (code: string) =>
      `Staff code: ${code}. On the device it opens the screen of the answers that wait. It is shown only now.`,
    revoke: 'Revoke',
    revoked: 'The device takes no more answers. What waits on it stays there until the staff saves it as a file.',
    seconds: (count: string) => `${count} s`,
    none: 'No device yet.',
    device: 'Device',
    idleColumn: 'Asks after',
    seen: 'Last seen',
    never: 'never',
    waiting: 'Waited then',
    notTaken: (count: string) => `not taken: ${count}`,
    act: 'Key',
    file: 'File saved on a device',
    fileHint:
      'Of answers that waited on a device: also after its key was revoked, or the round has closed. What came before by the network adds nothing.',
    take: 'Take in the file',
    taking: 'Reading…',
    taken: (recorded: string, known: string, leftOut: string) =>
      `Joined this round: ${recorded}. Come before: ${known}. Left out, as withdrawn, empty or sent with other content: ${leftOut}.`,
  },
  fr: {
    title: 'Tablettes et bornes',
    more: 'Un écran que beaucoup de gens utilisent l’un après l’autre. Il demande d’abord la langue et recommence quand personne n’y touche; ce qui a été inscrit est alors gardé comme interrompu.',
    name: 'Nom de l’appareil',
    idle: 'Secondes avant de demander s’il y a quelqu’un',
    add: 'Ajouter l’appareil',
    adding: 'Ajout…',
    once: 'Ouvrez cette adresse sur l’appareil. Elle n’est montrée que maintenant.',
    staffCode: (code) =>
      `Code du personnel\u00a0: ${code}. Sur l’appareil, il ouvre l’écran des réponses en attente. Il n’est montré que maintenant.`,
    revoke: 'Révoquer',
    revoked:
      'L’appareil ne reçoit plus de réponses. Ce qui y attend y reste jusqu’à ce que le personnel l’enregistre dans un fichier.',
    seconds: (count) => `${count}\u00a0s`,
    none: 'Aucun appareil pour l’instant.',
    device: 'Appareil',
    idleColumn: 'Demande après',
    seen: 'Dernier contact',
    never: 'jamais',
    waiting: 'En attente alors',
    notTaken: (count) => `non reçues\u00a0: ${count}`,
    act: 'Clé',
    file: 'Fichier enregistré sur un appareil',
    fileHint:
      'Des réponses en attente sur un appareil\u00a0: aussi après la révocation de sa clé ou la fin du cycle. Ce qui est déjà venu par le réseau n’ajoute rien.',
    take: 'Recevoir le fichier',
    taking: 'Lecture…',
    taken: (recorded, known, leftOut) =>
      `Jointes à ce cycle\u00a0: ${recorded}. Déjà venues\u00a0: ${known}. Laissées de côté, car retirées, vides ou envoyées avec un autre contenu\u00a0: ${leftOut}.`,
  },
});
