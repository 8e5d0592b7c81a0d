import type { QuestionCheck } from './quality-check.ts';

/**
 * A rated aspect of a service without a way out. Who has no experience of it then guesses or leaves. Krosnick et al. (2002), "The impact
 * of 'no opinion' response options", Public Opinion Quarterly 66, advise against "don’t know" for attitudes, but not against "does not
 * apply" for experiences that some people have not had; either is enough here. Overall ratings are asked of everyone and left alone.
 */
export const escapeMissing: QuestionCheck = {
  of: 'question',
  code: 'escape-missing',
  weight: 'important',
  name: { en: 'No way out', fr: 'Aucune échappatoire' },
  why: {
    en: 'Whoever had nothing to do with this part of the service must guess, skip or give up.',
    fr: 'Une personne qui n’a pas connu cet aspect du service doit deviner, passer ou abandonner.',
  },
  remedy: {
    en: 'Offer “Does not apply to me” or “I don’t know”: both are counted apart and never scored.',
    fr: 'Offrez «\u00a0Ne s’applique pas à moi\u00a0» ou «\u00a0Je ne sais pas\u00a0»\u00a0: ces réponses sont comptées à part, jamais notées.',
  },
  find: ({ type, role, doesNotApply, dontKnow, preferNotToSay }) =>
    type === 'rating' && role === 'driver' && !doesNotApply && !dontKnow && !preferNotToSay
      ? [
          {
            found: [],
            says: {
              en: 'Neither “Does not apply to me” nor “I don’t know” is offered.',
              fr: 'Ni «\u00a0Ne s’applique pas à moi\u00a0» ni «\u00a0Je ne sais pas\u00a0» n’est offert.',
            },
          },
        ]
      : [],
};
