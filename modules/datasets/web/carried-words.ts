import { defineMessages } from '@common-measure/platform/web-kit';

/** The words that an earlier codebook lent as they stand. */
export const carriedMessages = defineMessages({
  en: {
    title: (texts: readonly string[], wave: string | null) =>
      `${texts.length === 1 ? 'The title comes' : 'The title and who was asked come'} from the ${wave === null ? 'earlier codebook' : `wave ${wave}`}.`,
    text: 'They were written for the earlier wave. Confirm them or write them anew for this one.',
    of: { title: 'Title', population: 'Who was asked' },
    right: 'Right for this wave too',
    confirming: 'Confirming',
    change: 'Write them anew',
  },
  fr: {
    title: (texts: readonly string[], wave: string | null) =>
      `${texts.length === 1 ? 'Le titre vient' : 'Le titre et les personnes interrogées viennent'} ${wave === null ? 'du dictionnaire antérieur' : `de la vague ${wave}`}.`,
    text: 'Ces mots ont été écrits pour la vague antérieure. Confirmez-les ou récrivez-les pour celle-ci.',
    of: { title: 'Titre', population: 'Qui a été interrogé' },
    right: 'Exact pour cette vague aussi',
    confirming: 'Confirmation',
    change: 'Les récrire',
  },
});
