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
          'Answers are kept apart from anything that names a person: with the day they were sent, without the time of day, a network address or a kind of browser. Once a day is over, its answers are mixed, so that the order of arrival is lost. What a person began and has not sent is kept apart from what was sent, and erased after the survey closes.',
          'A cookie lets a person go on with what she began, for 120 days at most; without cookies the survey works as well. It is read for nothing else. Answers that were sent can be withdrawn with the code that the last page shows, as long as the survey is open: they are then erased.',
          'Results are shown for groups only. The smallest group depends on who reads: 20 for the public, 11 where results are shared between organizations, 10 inside the organization. Where one withheld figure could be worked out from the others, those are withheld too.',
          'Single responses are read only by people whom an owner has given that right by name, and each use is written in the audit trail. Whoever brings a file sees values of its columns while describing them. Whoever runs the server holds its database and backups, and can read what is in them.',
        ],
      },
      {
        id: 'account',
        title: 'Your account',
        paragraphs: [
          'The server keeps your name, your e-mail address, your language and a one-way hash of your password. For each place where you are signed in, it keeps the kind of browser and device and when it was last used; you see these on the account page and can end them. Failed attempts to sign in are counted for a day by hashes of the e-mail address and of the network address. The audit trail keeps which acts you carried out in an organization, and when.',
          'One cookie holds your session and ends after twelve hours. A second one, kept for 400 days, tells that you have signed in on this device before, so that nobody who guesses at your password can keep you out. Both are read by this server only. Your language, your theme and choices that could not be saved yet are kept on your device.',
        ],
      },
      {
        id: 'law',
        title: 'Law and responsibility',
        paragraphs: [
          'Your organization is responsible for the notice it gives to those who answer, for how long it keeps answers, and for what its privacy law requires. This software gives it the means: notices in the survey, erasure that removes the answers themselves, and a copy of all that is held (./cm backup).',
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
          'Les réponses sont conservées à part de tout ce qui nomme une personne\u00a0: avec le jour de leur envoi, sans l’heure, ni adresse réseau, ni type de navigateur. Une fois la journée finie, les réponses du jour sont mélangées, et l’ordre d’arrivée est perdu. Ce qu’une personne a commencé sans l’envoyer est conservé à part de ce qui a été envoyé, puis effacé après la clôture du sondage.',
          'Un témoin permet à la personne de reprendre ce qu’elle a commencé, pendant 120 jours au plus; le sondage fonctionne aussi sans témoins. Il ne sert à rien d’autre. Les réponses envoyées peuvent être retirées avec le code affiché à la dernière page, tant que le sondage est ouvert\u00a0: elles sont alors effacées.',
          'Les résultats ne sont montrés que par groupes. Le plus petit groupe dépend de qui lit : 20 pour le public, 11 lorsque des organisations partagent leurs résultats, 10 à l’intérieur de l’organisation. Lorsqu’un chiffre retenu pourrait se déduire des autres, ceux-ci sont retenus aussi.',
          'Les réponses individuelles ne sont lues que par les personnes à qui un propriétaire a nommément donné ce droit, et chaque usage est inscrit au journal. La personne qui apporte un fichier voit des valeurs de ses colonnes pendant qu’elle les décrit. La personne qui gère le serveur en détient la base de données et les copies de sauvegarde, et peut lire ce qui s’y trouve.',
        ],
      },
      {
        id: 'account',
        title: 'Votre compte',
        paragraphs: [
          'Le serveur conserve votre nom, votre adresse courriel, votre langue et une empreinte irréversible de votre mot de passe. Pour chaque endroit où vous êtes connecté, il conserve le type de navigateur et d’appareil et le moment de la dernière utilisation; la page du compte vous les montre et permet d’y mettre fin. Les tentatives de connexion échouées sont comptées pendant un jour, par des empreintes de l’adresse courriel et de l’adresse réseau. Le journal conserve les actes que vous avez accomplis dans une organisation, avec leur moment.',
          'Un témoin contient votre session et prend fin après douze heures. Un second, conservé 400 jours, dit que vous vous êtes déjà connecté sur cet appareil, pour que personne ne puisse vous tenir dehors en devinant votre mot de passe. Seul ce serveur les lit. Votre langue, votre thème et les choix qui n’ont pas encore pu être enregistrés sont conservés sur votre appareil.',
        ],
      },
      {
        id: 'law',
        title: 'Droit et responsabilité',
        paragraphs: [
          'Votre organisation répond de l’avis donné aux personnes qui répondent, de la durée de conservation des réponses et de ce qu’exige la loi sur la protection des renseignements personnels. Ce logiciel lui en donne les moyens : des avis dans le sondage, un effacement qui retire les réponses elles-mêmes et une copie de tout ce qui est détenu (./cm backup).',
        ],
      },
    ],
  },
});

export function PrivacyPage() {
  return <StatementPage statement={useMessages(messages)} />;
}
