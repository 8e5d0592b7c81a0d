import { defineMessages } from '@common-measure/platform/web-kit';

export const contactMessages = defineMessages({
  en: {
    title: (count: number) => (count === 1 ? '1 person asks to be contacted' : `${count} people ask to be contacted`),
    more: 'They wrote this apart from their answers: nothing tells what they answered. Who reads the list is in the audit trail.',
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
    more: 'Elles l’ont écrit à part de leurs réponses : rien ne dit ce qu’elles ont répondu. Qui lit la liste figure au journal.',
    show: 'Voir qui demande qu’on communique avec lui',
    none: 'Personne ne demande qu’on communique avec lui pour l’instant.',
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
