import { problemCatalogue } from '@common-measure/kernel';

export const instrumentsProblems = problemCatalogue({
  'draft-moved-on': {
    status: 409,
    title: {
      en: 'Somebody else has saved this questionnaire meanwhile (revision {present}, yours began at {yours}).',
      fr: 'Quelqu’un d’autre a enregistré ce questionnaire entre-temps (révision {present}, la vôtre partait de {yours}).',
    },
    remedy: {
      en: 'Reload to see the other changes, then make yours again. Nothing was overwritten.',
      fr: 'Rechargez la page pour voir les autres modifications, puis refaites les vôtres. Rien n’a été écrasé.',
    },
  },
  'instrument-frozen': {
    status: 409,
    title: {
      en: 'This questionnaire is published and can no longer change: answers rest on its wording.',
      fr: 'Ce questionnaire est publié et ne peut plus changer\u00a0: des réponses reposent sur son libellé.',
    },
    remedy: {
      en: 'Revise it: the next version is fielded in a new round.',
      fr: 'Révisez-le\u00a0: la version suivante s’emploie dans un nouveau cycle.',
    },
  },
  'instrument-malformed': {
    status: 422,
    title: {
      en: 'What was sent is not a questionnaire: {places}.',
      fr: 'L’envoi n’est pas un questionnaire\u00a0: {places}.',
    },
    remedy: {
      en: 'Compare it with docs/api/instrument.schema.json. Nothing was saved.',
      fr: 'Comparez-le à docs/api/instrument.schema.json. Rien n’a été enregistré.',
    },
  },
  'instrument-incomplete': {
    status: 422,
    title: {
      en: 'The questionnaire cannot be published yet: {count} things are missing or wrong ({places}).',
      fr: 'Le questionnaire ne peut pas encore être publié\u00a0: {count} éléments manquent ou sont à corriger ({places}).',
    },
    remedy: {
      en: 'The list beside the questionnaire says for each what to do. Nothing was published.',
      fr: 'La liste à côté du questionnaire dit pour chacun quoi faire. Rien n’a été publié.',
    },
  },
  'comment-not-yours': {
    status: 403,
    title: {
      en: 'This comment is by {by}. Only its author can change or remove it.',
      fr: 'Ce commentaire est de {by}. Seule la personne qui l’a écrit peut le modifier ou le retirer.',
    },
    remedy: {
      en: 'Answer it, or mark it as settled. Nothing was changed.',
      fr: 'Répondez-y ou marquez-le comme réglé. Rien n’a été modifié.',
    },
  },
  'block-moved-on': {
    status: 409,
    title: {
      en: 'Somebody else has changed this block meanwhile (version {present}, yours began at {yours}).',
      fr: 'Quelqu’un d’autre a modifié ce bloc entre-temps (version {present}, la vôtre partait de {yours}).',
    },
    remedy: {
      en: 'Reload to see the other version, then make your change again. Nothing was overwritten.',
      fr: 'Rechargez la page pour voir l’autre version, puis refaites votre modification. Rien n’a été écrasé.',
    },
  },
  'language-tag-unknown': {
    status: 422,
    title: { en: 'These are not language tags: {tags}.', fr: 'Ce ne sont pas des étiquettes de langue\u00a0: {tags}.' },
    remedy: {
      en: 'Write tags by BCP 47, such as “ar”, “iu-Latn” or “zh-Hans”. Nothing was changed.',
      fr: 'Écrivez des étiquettes selon BCP 47, comme «\u00a0ar\u00a0», «\u00a0iu-Latn\u00a0» ou «\u00a0zh-Hans\u00a0». Rien n’a été modifié.',
    },
  },
  'language-absent': {
    status: 404,
    title: {
      en: 'The questionnaire does not have the language “{language}”.',
      fr: 'Le questionnaire n’a pas la langue «\u00a0{language}\u00a0».',
    },
    remedy: { en: 'Add the language first.', fr: 'Ajoutez d’abord cette langue.' },
  },
  'languages-unreviewed': {
    status: 422,
    title: {
      en: 'A second person must have reviewed each language as it stands: {reasonsEn}.',
      fr: 'Une deuxième personne doit avoir révisé chaque langue telle qu’elle est\u00a0: {reasonsFr}.',
    },
    remedy: {
      en: 'Ask a colleague who did not write it to review it under “Languages”. Nothing was published.',
      fr: 'Demandez à un collègue qui ne l’a pas écrite de la réviser sous «\u00a0Langues\u00a0». Rien n’a été publié.',
    },
  },
  'review-moved-on': {
    status: 409,
    title: {
      en: 'The texts have changed while you were reading them.',
      fr: 'Les textes ont changé pendant que vous les lisiez.',
    },
    remedy: {
      en: 'Reload the page and read what it says now. No review was kept.',
      fr: 'Rechargez la page et lisez ce qu’ils disent maintenant. Aucune révision n’a été gardée.',
    },
  },
  'review-of-own-words': {
    status: 403,
    title: {
      en: 'You changed texts of this language since it was last approved, so another person reviews it.',
      fr: 'Vous avez modifié des textes de cette langue depuis sa dernière approbation\u00a0: une autre personne la révise.',
    },
    remedy: { en: 'Ask a colleague who did not write it.', fr: 'Demandez à un collègue qui ne l’a pas écrite.' },
  },
  'review-unfinished': {
    status: 422,
    title: {
      en: 'A language is approved whole, and {missing} of its texts are missing.',
      fr: 'Une langue s’approuve en entier, et {missing} de ses textes manquent.',
    },
    remedy: {
      en: 'Send it back with a note, or wait until it is complete.',
      fr: 'Renvoyez-la avec une note, ou attendez qu’elle soit complète.',
    },
  },
  'review-without-note': {
    status: 422,
    title: {
      en: 'Who gets a language back needs to know why.',
      fr: 'Qui reçoit une langue en retour doit savoir pourquoi.',
    },
    remedy: { en: 'Write a note. Nothing was kept.', fr: 'Écrivez une note. Rien n’a été gardé.' },
  },
});
