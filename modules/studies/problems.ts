import { problemCatalogue } from '@common-measure/kernel';

export const studiesProblems = problemCatalogue({
  'pack-unknown': {
    status: 422,
    title: { en: 'The bank has no selection "{pack}".', fr: 'La banque n’a pas de sélection «\u00a0{pack}\u00a0».' },
    remedy: {
      en: 'Choose one of the selections shown, or begin with an empty questionnaire.',
      fr: 'Choisissez l’une des sélections affichées, ou partez d’un questionnaire vide.',
    },
  },
  'questionnaire-file-refused': {
    status: 422,
    title: {
      en: 'The questionnaire file was not taken; places to correct: {count}. {reasonsEn}',
      fr: 'Le fichier du questionnaire n’a pas été accepté; endroits à corriger\u00a0: {count}. {reasonsFr}',
    },
    remedy: {
      en: 'Correct the file by docs/guides/instrument-file.md and send it again. No survey was created.',
      fr: 'Corrigez le fichier selon docs/guides/instrument-file.md et renvoyez-le. Aucun sondage n’a été créé.',
    },
  },
  'survey-fielded': {
    status: 409,
    title: {
      en: 'This survey has been published; how people are reached and its time zone can no longer change.',
      fr: 'Ce sondage a été publié; la façon de joindre les gens et le fuseau horaire ne peuvent plus changer.',
    },
    remedy: { en: 'Copy the survey and change the copy.', fr: 'Copiez le sondage et modifiez la copie.' },
  },
  'survey-not-open': {
    status: 409,
    title: {
      en: 'This survey is still a draft, so it can be neither closed nor reopened.',
      fr: 'Ce sondage est encore un brouillon; on ne peut ni le fermer ni le rouvrir.',
    },
    remedy: { en: 'Publish it first.', fr: 'Publiez-le d’abord.' },
  },
  'survey-not-running': {
    status: 409,
    title: {
      en: 'This survey is a draft or over, so it can be neither paused nor resumed.',
      fr: 'Ce sondage est un brouillon ou il est terminé; on ne peut ni le suspendre ni le reprendre.',
    },
    remedy: { en: 'Publish it or reopen it first.', fr: 'Publiez-le ou rouvrez-le d’abord.' },
  },
  'opening-after-closing': {
    status: 422,
    title: {
      en: 'The survey would open on {opensOn}, after its last day, {closesOn}.',
      fr: 'Le sondage ouvrirait le {opensOn}, après son dernier jour, le {closesOn}.',
    },
    remedy: {
      en: 'Choose an earlier first day or a later last day.',
      fr: 'Choisissez un premier jour plus tôt ou un dernier jour plus tard.',
    },
  },
  'survey-has-answers': {
    status: 409,
    title: {
      en: 'A published survey cannot be removed: people may have answered it.',
      fr: 'Un sondage publié ne peut être retiré\u00a0: des gens y ont peut-être répondu.',
    },
    remedy: { en: 'Close it instead.', fr: 'Fermez-le plutôt.' },
  },
  'time-zone-unknown': {
    status: 422,
    title: {
      en: '“{zone}” is not a time zone that is known here.',
      fr: '«\u00a0{zone}\u00a0» n’est pas un fuseau horaire connu ici.',
    },
    remedy: {
      en: 'Give its name in the IANA list, an area and a place such as America/Halifax or Europe/Paris: “EST” or “-05:00” do not tell when the clock changes. Nothing was saved.',
      fr: 'Donnez son nom dans la liste de l’IANA, une région et un lieu, comme America/Halifax ou Europe/Paris\u00a0: «\u00a0EST\u00a0» ou «\u00a0-05:00\u00a0» ne disent pas quand l’heure change. Rien n’a été enregistré.',
    },
  },
  'closing-day-past': {
    status: 422,
    title: { en: 'The closing day {day} has already passed.', fr: 'Le jour de fermeture {day} est déjà passé.' },
    remedy: { en: 'Choose today or a later day, or none.', fr: 'Choisissez aujourd’hui, un jour à venir, ou aucun.' },
  },
});
