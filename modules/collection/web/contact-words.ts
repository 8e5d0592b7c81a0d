import { defineMessages } from '@common-measure/platform/web-kit';

export const contactMessages = defineMessages({
  en: {
    title: (count: number) => (count === 1 ? '1 person asks to be contacted' : `${count} people ask to be contacted`),
    more: 'These requests stand apart from the answers: nothing tells what anybody answered. Who reads the list is in the audit trail.',
    show: 'Show who asks to be contacted',
    none: 'Nobody asks to be contacted for now.',
    reach: 'How to reach them',
    name: 'Name',
    about: 'About',
    language: 'Language',
    day: 'Asked on',
    until: 'Kept until',
    erase: 'Dealt with: erase',
    erased: 'The request is erased.',
  },
  fr: {
    title: (count) =>
      count === 1 ? '1 personne demande qu’on la joigne' : `${count} personnes demandent qu’on les joigne`,
    more: 'Ces demandes sont à part des réponses : rien ne dit ce que ces personnes ont répondu. Qui lit la liste figure au journal.',
    show: 'Voir qui demande à être joint',
    none: 'Personne ne demande à être joint pour l’instant.',
    reach: 'Comment les joindre',
    name: 'Nom',
    about: 'Sujet',
    language: 'Langue',
    day: 'Demandé le',
    until: 'Gardé jusqu’au',
    erase: 'C’est réglé : effacer',
    erased: 'La demande est effacée.',
  },
});
