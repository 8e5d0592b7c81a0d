import { defineMessages } from '@common-measure/platform/web-kit';

export const quotaProgressMessages = defineMessages({
  en: {
    quotas: 'Quotas',
    isFull: 'Full',
    full: (target: string) => `The ${target} people wanted have answered.`,
    counted: (count: string, target: string, isRounded: boolean) =>
      `${isRounded ? 'At least ' : ''}${count} of ${target} people have answered.`,
    fewer: (step: string, target: string) => `Fewer than ${step} of ${target} people have answered so far.`,
    notYet: (target: string) => `Not reached yet. People wanted: ${target}.`,
    watched: 'Nobody is turned away.',
    refused: (times: string, isRounded: boolean) =>
      `People were thanked and not asked further ${isRounded ? 'at least ' : ''}${times} times.`,
    steps: (step: string) =>
      `Quotas are told in steps of ${step} people: nobody’s answer must show in a count that moves by one. People already past a quota may finish, so a full one can hold a few more than wanted.`,
    over: 'People already past a quota may finish, so a full one can hold a few more than wanted.',
  },
  fr: {
    quotas: 'Quotas',
    isFull: 'Complet',
    full: (target) => `Les ${target}\u00a0personnes voulues ont répondu.`,
    counted: (count, target, isRounded) =>
      `${isRounded ? 'Au moins ' : ''}${count} des ${target}\u00a0personnes voulues ${count === '1' ? 'a' : 'ont'} répondu.`,
    fewer: (step, target) => `Moins de ${step} des ${target}\u00a0personnes voulues ont répondu pour l’instant.`,
    notYet: (target) => `Pas encore atteint. Personnes voulues\u00a0: ${target}.`,
    watched: 'Personne n’est écarté.',
    refused: (times, isRounded) =>
      `On a remercié des gens sans aller plus loin ${isRounded ? 'au moins ' : ''}${times}\u00a0fois.`,
    steps: (step) =>
      `Les quotas sont donnés par tranches de ${step}\u00a0personnes\u00a0: la réponse de nul ne doit paraître dans un compte qui avance d’un. Qui a déjà passé un quota peut terminer\u00a0: un quota complet peut donc en compter quelques-uns de plus.`,
    over: 'Qui a déjà passé un quota peut terminer\u00a0: un quota complet peut donc en compter quelques-uns de plus.',
  },
});
