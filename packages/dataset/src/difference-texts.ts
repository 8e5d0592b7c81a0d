const nb = '\u00a0';

/** What each difference between two codebooks says. */
export const differenceTexts = {
  'column-renamed': {
    en: '{from} is now called {to}.',
    fr: '{from} s’appelle maintenant {to}.',
  },
  'column-gone': {
    en: '{from} is not in this file.',
    fr: '{from} n’est pas dans ce fichier.',
  },
  'column-new': {
    en: '{to} is new in this file.',
    fr: '{to} est nouvelle dans ce fichier.',
  },
  'kind-changed': {
    en: '{column} was of the kind {from} and now reads as {to}.',
    fr: '{column} était du type {from} et se lit maintenant comme {to}.',
  },
  'scale-changed': {
    en: 'The scale of {column} was {from} and is now {to}: the two waves cannot be compared on it.',
    fr: `L’échelle de {column} était {from} et est maintenant {to}${nb}: les deux vagues ne se comparent pas sur cet élément.`,
  },
  'code-new': {
    en: '{column} holds codes that the last codebook does not know: {to}.',
    fr: `{column} contient des codes inconnus du dernier dictionnaire de variables${nb}: {to}.`,
  },
  'missing-kind-changed': {
    en: 'In {column}, {from} before and {to} now.',
    fr: 'Dans {column}, {from} auparavant et {to} maintenant.',
  },
  'answer-now-missing': {
    en: 'In {column}, the code {to} was an answer and is now a missing one.',
    fr: 'Dans {column}, le code {to} était une réponse et est maintenant une réponse manquante.',
  },
  'missing-now-answer': {
    en: 'In {column}, the code {to} was a missing answer and is now an answer.',
    fr: 'Dans {column}, le code {to} était une réponse manquante et est maintenant une réponse.',
  },
  'weight-gone': {
    en: 'The last wave was weighted by {from}; this file has no such weight.',
    fr: 'La dernière vague était pondérée par {from}; ce fichier n’a pas cette pondération.',
  },
  'weight-new': {
    en: 'This file has a weight, {to}; the last wave was not weighted.',
    fr: 'Ce fichier a une pondération, {to}; la dernière vague n’était pas pondérée.',
  },
  'clusters-gone': {
    en: 'The last wave had clusters, {from}; this file has none.',
    fr: 'La dernière vague avait des grappes, {from}; ce fichier n’en a pas.',
  },
  'clusters-new': {
    en: 'This file has clusters, {to}; the last wave had none.',
    fr: 'Ce fichier a des grappes, {to}; la dernière vague n’en avait pas.',
  },
  'clusters-changed': {
    en: 'The clusters were {from} and are now {to}.',
    fr: 'Les grappes étaient {from} et sont maintenant {to}.',
  },
  'sampling-class-changed': {
    en: 'The sampling class was {from} and is now {to}.',
    fr: 'Le type d’échantillonnage était {from} et est maintenant {to}.',
  },
} as const;
