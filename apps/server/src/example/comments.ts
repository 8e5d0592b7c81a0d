import type { Chance } from './random.ts';

type Voice = { readonly en: readonly string[]; readonly fr: readonly string[] };

/** Invented comments by what they speak of; nobody wrote them. */
const improve: Readonly<Record<string, Voice>> = {
  timeliness: {
    en: [
      'The wait was far too long.',
      'It took five weeks to get an answer.',
      'I was told ten days and it took a month.',
      'Shorten the line at lunch time.',
      'Forty minutes on hold, then the call dropped.',
    ],
    fr: [
      'L’attente a été beaucoup trop longue.',
      'J’ai attendu cinq semaines avant d’avoir une réponse.',
      'On m’avait dit dix jours; il en a fallu trente.',
      'La file d’attente à l’heure du midi est interminable.',
      'Quarante minutes en attente, puis l’appel a été coupé.',
    ],
  },
  ease: {
    en: [
      'Too many forms that ask the same thing.',
      'I had to start over twice because the page timed out.',
      'Let me do it all in one visit.',
      'The steps were confusing.',
    ],
    fr: [
      'Trop de formulaires qui demandent la même chose.',
      'J’ai dû recommencer deux fois parce que la page a expiré.',
      'J’aimerais tout régler en une seule visite.',
      'Les étapes n’étaient pas claires.',
    ],
  },
  information: {
    en: [
      'Write the letters in plain language.',
      'The website and the agent told me different things.',
      'Nobody told me which documents to bring.',
      'Tell us where our file stands.',
    ],
    fr: [
      'Écrivez les lettres en langage simple.',
      'Le site Web et la préposée ne m’ont pas dit la même chose.',
      'Personne ne m’a dit quels documents apporter.',
      'Dites-nous où en est notre dossier.',
    ],
  },
  staff_knowledge: {
    en: [
      'I was transferred four times before someone knew the answer.',
      'The agent could not explain the rule.',
      'More training for new staff would help.',
    ],
    fr: [
      'On m’a transféré quatre fois avant de trouver quelqu’un qui connaissait la réponse.',
      'L’agent n’a pas pu m’expliquer la règle.',
      'Les nouveaux employés auraient besoin de plus de formation.',
    ],
  },
  outcome: {
    en: [
      'I still do not have what I asked for.',
      'My request was refused without a reason.',
      'The card arrived with the wrong address.',
    ],
    fr: [
      'Je n’ai toujours pas reçu ce que j’avais demandé.',
      'Ma demande a été refusée sans explication.',
      'La carte est arrivée avec la mauvaise adresse.',
    ],
  },
  access_find: {
    en: ['The nearest office is two hours away.', 'Open one evening a week.', 'It was hard to find the right page.'],
    fr: [
      'Le bureau le plus proche est à deux heures de route.',
      'Ouvrez un soir par semaine.',
      'La bonne page était difficile à trouver.',
    ],
  },
};

const well: Voice = {
  en: [
    'The person at the counter was patient and kind.',
    'Quick and simple online.',
    'She explained everything clearly.',
    'I got my licence the same day.',
    'The call-back came when they said it would.',
    'Polite staff.',
    'They fixed my problem right away.',
  ],
  fr: [
    'La personne au comptoir a été patiente et gentille.',
    'Rapide et simple en ligne.',
    'Elle m’a tout expliqué clairement.',
    'J’ai eu mon permis le jour même.',
    'On m’a rappelé au moment promis.',
    'Personnel poli.',
    'Ils ont réglé mon problème tout de suite.',
  ],
};

/** What the person would improve: of the theme she rated lowest. */
export function improvementComment(theme: string, language: 'en' | 'fr', chance: Chance): string {
  return chance.pick((improve[theme] ?? improve.information!)[language]);
}

export function praise(language: 'en' | 'fr', chance: Chance): string {
  return chance.pick(well[language]);
}

export const commentThemes: readonly string[] = Object.keys(improve);
