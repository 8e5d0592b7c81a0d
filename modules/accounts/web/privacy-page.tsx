import { defineMessages, useMessages } from '@common-measure/platform/web-kit';
import { StatementPage } from './statement-page.tsx';

const messages = defineMessages({
  en: {
    title: 'Privacy',
    lede: 'No one is exposed. What leaves this server has passed through disclosure control, whichever way it leaves.',
    parts: [
      {
        id: 'where',
        title: 'Where the data is',
        paragraphs: [
          'Everything stays on the server that your organization runs. The software calls no outside service, loads nothing from other sites, and measures nobody’s visits.',
        ],
      },
      {
        id: 'answers',
        title: 'Answers to surveys',
        paragraphs: [
          'Answers are kept by code, apart from anything that names a person. Times are rounded, and the order of arrival is not kept where a survey is declared anonymous.',
          'Results are shown for groups only. The smallest group depends on who reads: 20 for the public, 11 where results are shared between organizations, 10 inside the organization. Where one withheld figure could be worked out from the others, those are withheld too.',
          'Single responses and comments are read only by people whom an owner has given that right by name. Each use is written in the audit trail.',
        ],
      },
      {
        id: 'account',
        title: 'Your account',
        paragraphs: [
          'The server keeps your name, your e-mail address, your language and a one-way hash of your password. The audit trail keeps which acts you carried out in an organization, and when.',
          'One cookie holds your session; it is read by this server only and ends after twelve hours. Your language and theme are kept on your device.',
        ],
      },
      {
        id: 'law',
        title: 'Law and responsibility',
        paragraphs: [
          'Your organization is responsible for the notice it gives to those who answer, for how long it keeps answers, and for what its privacy law requires. This software gives it the means: notices in the survey, erasure that removes the answers themselves, and an export of what is held.',
        ],
      },
    ],
  },
  fr: {
    title: 'Confidentialité',
    lede: 'Personne n’est exposé. Ce qui quitte ce serveur a subi le contrôle de la divulgation, quelle que soit la voie.',
    parts: [
      {
        id: 'where',
        title: 'Où se trouvent les données',
        paragraphs: [
          'Tout reste sur le serveur que votre organisation exploite. Le logiciel n’appelle aucun service externe, ne charge rien d’autres sites et ne mesure les visites de personne.',
        ],
      },
      {
        id: 'answers',
        title: 'Réponses aux sondages',
        paragraphs: [
          'Les réponses sont conservées par code, à part de tout ce qui nomme une personne. Les heures sont arrondies, et l’ordre d’arrivée n’est pas conservé lorsqu’un sondage est déclaré anonyme.',
          'Les résultats ne sont montrés que par groupes. Le plus petit groupe dépend de qui lit : 20 pour le public, 11 lorsque des organisations partagent leurs résultats, 10 à l’intérieur de l’organisation. Lorsqu’un chiffre retenu pourrait se déduire des autres, ceux-ci sont retenus aussi.',
          'Les réponses individuelles et les commentaires ne sont lus que par les personnes à qui un propriétaire a nommément donné ce droit. Chaque usage est inscrit au journal.',
        ],
      },
      {
        id: 'account',
        title: 'Votre compte',
        paragraphs: [
          'Le serveur conserve votre nom, votre adresse courriel, votre langue et une empreinte irréversible de votre mot de passe. Le journal conserve les actes que vous avez accomplis dans une organisation, avec leur moment.',
          'Un seul témoin contient votre session; seul ce serveur le lit, et il prend fin après douze heures. Votre langue et votre thème sont conservés sur votre appareil.',
        ],
      },
      {
        id: 'law',
        title: 'Droit et responsabilité',
        paragraphs: [
          'Votre organisation répond de l’avis donné aux personnes qui répondent, de la durée de conservation des réponses et de ce qu’exige la loi sur la protection des renseignements personnels. Ce logiciel lui en donne les moyens : des avis dans le sondage, un effacement qui retire les réponses elles-mêmes et une exportation de ce qui est détenu.',
        ],
      },
    ],
  },
});

export function PrivacyPage() {
  return <StatementPage statement={useMessages(messages)} />;
}
