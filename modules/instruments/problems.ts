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
    remedy: { en: 'Copy the survey and change the copy.', fr: 'Copiez le sondage et modifiez la copie.' },
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
});
