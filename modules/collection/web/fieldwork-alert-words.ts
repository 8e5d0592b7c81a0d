import { defineMessages } from '@common-measure/platform/web-kit';

export const alertMessages = defineMessages({
  en: {
    title: 'Alerts',
    none: 'No alert has been raised.',
    lead: 'An alert is raised when enough people answer badly within some days. It appears here and on the home page, and goes to systems that subscribe to it; the platform sends no e-mail.',
    rule: (answers: string, question: string, count: string, days: number) =>
      `${count} people answering “${answers}” to “${question}” within ${days === 1 ? 'a day' : `${days} days`}`,
    raised: (day: string) => `Raised on ${day}`,
    doneOn: (day: string) => `Done on ${day}`,
    remove: 'Remove the rule',
    removed: 'The rule and its alerts are removed.',
    newRule: 'New rule',
    question: 'Question',
    answers: 'Answers that count',
    atLeast: 'People',
    days: 'Within days',
    add: 'Add the rule',
    added: 'The rule is added.',
    choose: 'Choose at least one answer.',
    step: (threshold: string) =>
      `In steps of ${threshold}. A rule is looked at again after ${threshold} more answers, and raised only where ${threshold} others answered otherwise, so that it tells nobody’s answer.`,
    who: 'Who follows it up',
    due: 'Until',
    done: 'Done',
    save: 'Save',
    saved: 'Saved.',
    openOnHome: (name: string, count: number) =>
      count === 1
        ? `“${name}” has an alert that nobody has dealt with.`
        : `“${name}” has ${count} alerts that nobody has dealt with.`,
    openAction: 'See the alerts',
    openTitle: 'Follow up an alert',
  },
  fr: {
    title: 'Alertes',
    none: 'Aucune alerte n’a été donnée.',
    lead: 'Une alerte est donnée quand assez de gens répondent mal en quelques jours. Elle paraît ici et à l’accueil, et va aux systèmes abonnés; la plateforme n’envoie pas de courriel.',
    rule: (answers, question, count, days) =>
      `${count}\u00a0personnes répondant «\u00a0${answers}\u00a0» à «\u00a0${question}\u00a0» en ${days === 1 ? 'un jour' : `${days}\u00a0jours`}`,
    raised: (day) => `Donnée le ${day}`,
    doneOn: (day) => `Réglée le ${day}`,
    remove: 'Supprimer la règle',
    removed: 'La règle et ses alertes sont supprimées.',
    newRule: 'Nouvelle règle',
    question: 'Question',
    answers: 'Réponses qui comptent',
    atLeast: 'Personnes',
    days: 'En jours',
    add: 'Ajouter la règle',
    added: 'La règle est ajoutée.',
    choose: 'Choisissez au moins une réponse.',
    step: (threshold) =>
      `Par pas de ${threshold}. Une règle est examinée de nouveau après ${threshold}\u00a0réponses de plus et l’alerte n’est donnée que si ${threshold}\u00a0autres personnes ont répondu autrement, pour ne dire la réponse de personne.`,
    who: 'Qui en fait le suivi',
    due: 'D’ici le',
    done: 'Réglée',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    openOnHome: (name, count) =>
      count === 1
        ? `«\u00a0${name}\u00a0» a une alerte que personne n’a réglée.`
        : `«\u00a0${name}\u00a0» a ${count}\u00a0alertes que personne n’a réglées.`,
    openAction: 'Voir les alertes',
    openTitle: 'Donner suite à une alerte',
  },
});
