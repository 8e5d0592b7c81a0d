import { defaultRetention, pretestDays } from '@common-measure/modules/collection/contract';
import { defineMessages } from '@common-measure/platform/web-kit';

/** Days of the rules that hold where an owner sets no others; the test beside holds every other number to the code that keeps it. */
const { drafts, originals } = defaultRetention;

export const privacyMessages = defineMessages({
  en: {
    title: 'Privacy',
    lede: 'No one is exposed. What leaves this server has passed through disclosure control, whichever way it leaves.',
    parts: [
      {
        id: 'where',
        title: 'Where the data is',
        paragraphs: [
          'Everything stays on the server that your organization runs. Pages load nothing from other sites, and nothing is sent to the makers of this software. The server speaks to another system in one case only: where an owner has set up a webhook, it tells that address that a round opened or closed, that an alert was raised, or that some ten more answers have come. No message holds an answer. On the page “Ways in” owners see every address and its latest deliveries, which are kept for 30 days.',
          'Visits are counted, and no visitor is followed. Where an organization puts an invitation on its own pages, the server counts visits, invitations, and how many were accepted or declined. Of a survey it counts how long its pages were looked at, in spans of time, and at which question people stopped. These counts hold no person, no address and no time of day.',
        ],
      },
      {
        id: 'answers',
        title: 'Answers to surveys',
        paragraphs: [
          'Answers are kept apart from anything that names a person: with their language, the way they came (web, telephone, paper, tablet) and the day, without the time of day, a network address or a kind of browser. Beside them may stand whether all rows of a table got the same answer and whether pages were gone through faster than they can be read: yes or no, never a time. Once a day is over, its answers are mixed, so that the order of arrival is lost in the tables; in the database’s own log it stands until the log is written over.',
          `What a person began and has not sent is kept apart from what was sent, and erased ${drafts} days after the round has ended, unless an owner sets another time. What testers send in a pretest is in no result, and is erased ${pretestDays} days after the last of it.`,
          'Links that count once are kept as a hash without a name, a number or a time. Once the day is over and at least ten were used, the used ones are taken away together and the key that ties them to answers is destroyed: from then on nobody, with the database and its log in hand, can tell which answers a link led to. Until then whoever reads the server’s key file and its database together could.',
          'A request to be contacted holds a name and an address. It is kept apart from the answers, without a key or a receipt that leads to them, for the days that the survey says, and reading it is written in the audit trail.',
          'Answers that were sent can be withdrawn with the code that the last page shows, as long as the survey is open: they are then erased.',
        ],
      },
      {
        id: 'comments',
        title: 'Names in comments',
        paragraphs: [
          `Comments are searched when they arrive for names, telephone numbers, e-mail addresses, postal codes, and the numbers of social insurance, health and payment cards. What is found is masked before it is kept. What stood there lies apart for ${originals} days, unless an owner sets another time, and only people whom an owner has declared to read single responses can read it; each reading is in the audit trail.`,
          'No search finds everything. Of a hundred comments that were written for its test, and that it was never fitted to, it found every number and address and 89% of the names; real comments will do worse. Files that are imported are the record as they were brought, and are not searched.',
        ],
      },
      {
        id: 'results',
        title: 'Who sees what',
        paragraphs: [
          'Results are shown for groups only. The smallest group depends on who reads: 20 for the public, 11 where results are shared between organizations, 10 inside the organization. Where one withheld figure could be worked out from the others, those are withheld too.',
          'Single responses are read only by people whom an owner has given that right by name, and each use is written in the audit trail. Whoever brings a file sees values of its columns while describing them. Whoever runs the server holds its database and backups, and can read what is in them.',
        ],
      },
      {
        id: 'erasing',
        title: 'How long, and how it goes',
        paragraphs: [
          'An owner sets for each survey how many days responses and comments are kept after the end of their round; without that they are kept without end. What is over is erased by itself: from the record, from datasets, from the pages of the database and from its log. A ledger beside the database notes what was erased, and nothing of what it said, so that restoring an earlier backup erases it again.',
          'Figures that were published stand, and so do exports that people downloaded. Backups are kept by whoever runs the server, for as long as they decide: what is in an earlier one is gone only when that backup is.',
        ],
      },
      {
        id: 'device',
        title: 'What is kept on a device',
        paragraphs: [
          'Who answers: a cookie lets a person go on with what she began, for 120 days at most; a second one, kept as long, remembers the link or poster by which she came. Both are read for nothing else, and without cookies the survey works as well. Where scripts run, what is typed, the questionnaire and answers that wait for a network are kept by the browser itself, until they are sent or the person erases them with “Finish and clear this device”.',
          'An invitation on another page keeps in that browser, for the days its organization sets, that somebody was asked; nothing else. A shared tablet keeps its own key and what waits to be sent; it begins anew for each person. Where it runs no scripts, a third cookie holds the key of whoever has left until the next press, by which what she entered is stored as broken off, and for a year at most.',
        ],
      },
      {
        id: 'account',
        title: 'Your account',
        paragraphs: [
          'The server keeps your name, your e-mail address, your language and a one-way hash of your password. For each place where you are signed in, it keeps the kind of browser and device and when it was last used; you see these on the account page and can end them. Failed attempts to sign in are counted for a day by hashes of the e-mail address and of the network address. The audit trail keeps which acts you carried out in an organization, and when.',
          'One cookie holds your session and ends after twelve hours. A second one, kept for 400 days, tells that you have signed in on this device before, so that nobody who guesses at your password can keep you out. Both are read by this server only. Your language, your theme, questions you have selected, advice you have set aside and choices that could not be saved yet are kept on your device.',
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
          'Tout reste sur le serveur que votre organisation exploite. Les pages ne chargent rien d’autres sites, et rien n’est envoyé aux auteurs de ce logiciel. Le serveur ne s’adresse à un autre système que dans un cas\u00a0: lorsqu’un propriétaire a inscrit un crochet Web, il avise cette adresse qu’un cycle s’ouvre ou se ferme, qu’une alerte a été donnée ou qu’une dizaine de réponses de plus sont arrivées. Aucun message ne contient de réponse. À la page «\u00a0Voies d’accès\u00a0», les propriétaires voient chaque adresse et ses derniers envois, conservés 30 jours.',
          'Les visites sont comptées, et personne n’est suivi. Lorsqu’une organisation place une invitation dans ses propres pages, le serveur compte les visites, les invitations, et combien ont été acceptées ou déclinées. D’un sondage, il compte combien de temps ses pages ont été regardées, par tranches de temps, et à quelle question on s’est arrêté. Ces nombres ne contiennent ni personne, ni adresse, ni heure.',
        ],
      },
      {
        id: 'answers',
        title: 'Réponses aux sondages',
        paragraphs: [
          'Les réponses sont conservées à part de tout ce qui nomme une personne\u00a0: avec leur langue, la voie par laquelle elles sont venues (Web, téléphone, papier, tablette) et le jour, sans l’heure, ni adresse réseau, ni type de navigateur. À côté peut figurer si toutes les lignes d’un tableau ont reçu la même réponse et si des pages ont été parcourues plus vite qu’on ne peut les lire\u00a0: oui ou non, jamais une durée. Une fois la journée finie, ses réponses sont mélangées, et l’ordre d’arrivée disparaît des tables; dans le journal propre à la base de données, il demeure jusqu’à ce que celui-ci soit récrit.',
          `Ce qu’une personne a commencé sans l’envoyer est conservé à part de ce qui a été envoyé, et effacé ${drafts} jours après la fin du cycle, à moins qu’un propriétaire ne fixe un autre délai. Ce qu’envoient les personnes qui mettent un questionnaire à l’essai n’entre dans aucun résultat, et est effacé ${pretestDays} jours après le dernier envoi.`,
          'Les liens qui comptent une seule fois sont conservés sous forme d’empreinte, sans nom, ni numéro, ni heure. Une fois la journée finie et dix liens utilisés au moins, ceux qui ont servi sont retirés ensemble et la clé qui les rattache aux réponses est détruite\u00a0: dès lors, personne, même avec la base de données et son journal, ne peut dire à quelles réponses un lien a mené. Jusque-là, quiconque lit à la fois le fichier de la clé et la base de données du serveur le pourrait.',
          'Une demande d’être contacté contient un nom et une adresse. Elle est conservée à part des réponses, sans clé ni reçu qui y mène, pendant les jours que le sondage annonce, et sa lecture est inscrite au journal.',
          'Les réponses envoyées peuvent être retirées avec le code affiché à la dernière page, tant que le sondage est ouvert\u00a0: elles sont alors effacées.',
        ],
      },
      {
        id: 'comments',
        title: 'Les noms dans les commentaires',
        paragraphs: [
          `À leur arrivée, les commentaires sont fouillés à la recherche de noms, de numéros de téléphone, d’adresses de courriel, de codes postaux et de numéros d’assurance sociale, de carte santé et de carte de paiement. Ce qui est trouvé est masqué avant d’être conservé. Ce qui y figurait est gardé à part pendant ${originals} jours, à moins qu’un propriétaire ne fixe un autre délai, et seules peuvent le lire les personnes qu’un propriétaire a déclarées comme lisant les réponses individuelles; chaque lecture est inscrite au journal.`,
          'Aucune recherche ne trouve tout. Dans cent commentaires rédigés pour son essai, et auxquels elle n’a jamais été ajustée, elle a trouvé tous les numéros et toutes les adresses, et 89\u00a0% des noms; elle fera moins bien avec de vrais commentaires. Les fichiers importés restent tels qu’ils ont été apportés, et ne sont pas fouillés.',
        ],
      },
      {
        id: 'results',
        title: 'Qui voit quoi',
        paragraphs: [
          'Les résultats ne sont montrés que par groupes. Le plus petit groupe dépend de qui lit\u00a0: 20 pour le public, 11 lorsque des organisations partagent leurs résultats, 10 à l’intérieur de l’organisation. Lorsqu’un chiffre retenu pourrait se déduire des autres, ceux-ci sont retenus aussi.',
          'Les réponses individuelles ne sont lues que par les personnes à qui un propriétaire a nommément donné ce droit, et chaque usage est inscrit au journal. La personne qui apporte un fichier voit des valeurs de ses colonnes pendant qu’elle les décrit. La personne qui gère le serveur en détient la base de données et les copies de sauvegarde, et peut lire ce qui s’y trouve.',
        ],
      },
      {
        id: 'erasing',
        title: 'Combien de temps, et comment cela disparaît',
        paragraphs: [
          'Un propriétaire fixe pour chaque sondage combien de jours les réponses et les commentaires sont conservés après la fin de leur cycle; sans cela, ils le sont sans fin. Ce dont le délai est passé s’efface de soi-même\u00a0: des données, des jeux de données, des pages de la base de données et de son journal. Un registre à côté de la base de données note ce qui a été effacé, et rien de ce qui y était dit, pour que la restauration d’une copie antérieure l’efface de nouveau.',
          'Les chiffres publiés demeurent, comme les fichiers que des gens ont téléchargés. Les copies de sauvegarde sont conservées par la personne qui gère le serveur, aussi longtemps qu’elle le décide\u00a0: ce que contient une copie antérieure ne disparaît qu’avec elle.',
        ],
      },
      {
        id: 'device',
        title: 'Ce qui est conservé sur un appareil',
        paragraphs: [
          'Pour qui répond\u00a0: un témoin permet de reprendre ce qui est commencé, pendant 120 jours au plus; un second, conservé aussi longtemps, retient le lien ou l’affiche par où l’on est venu. Ils ne servent à rien d’autre, et le sondage fonctionne aussi sans témoins. Là où les scripts fonctionnent, ce qui est écrit, le questionnaire et les réponses qui attendent un réseau sont conservés par le navigateur lui-même, jusqu’à ce qu’ils soient envoyés ou que la personne les efface avec «\u00a0Terminer et effacer mes réponses de cet appareil\u00a0».',
          'Une invitation dans une autre page retient dans ce navigateur, pendant les jours que son organisation fixe, que la question a été posée; rien d’autre. Une tablette partagée conserve sa propre clé et ce qui attend d’être envoyé; elle recommence à neuf pour chaque personne. Là où aucun script ne fonctionne, un troisième témoin y garde la clé de la personne qui est partie jusqu’à la prochaine pression, qui enregistre comme interrompu ce qu’elle avait entré, et pendant un an au plus.',
        ],
      },
      {
        id: 'account',
        title: 'Votre compte',
        paragraphs: [
          'Le serveur conserve votre nom, votre adresse de courriel, votre langue et une empreinte irréversible de votre mot de passe. Pour chaque endroit où vous êtes connecté, il conserve le type de navigateur et d’appareil et le moment de la dernière utilisation; la page du compte vous les montre et permet d’y mettre fin. Les tentatives de connexion échouées sont comptées pendant un jour, par des empreintes de l’adresse de courriel et de l’adresse réseau. Le journal conserve les actes que vous avez accomplis dans une organisation, avec leur moment.',
          'Un témoin contient votre session et prend fin après douze heures. Un second, conservé 400 jours, dit que vous vous êtes déjà connecté sur cet appareil, pour que personne ne puisse vous tenir dehors en devinant votre mot de passe. Seul ce serveur les lit. Votre langue, votre thème, les questions que vous avez choisies, les conseils que vous avez écartés et les choix qui n’ont pas encore pu être enregistrés sont conservés sur votre appareil.',
        ],
      },
      {
        id: 'law',
        title: 'Droit et responsabilité',
        paragraphs: [
          'Votre organisation répond de l’avis donné aux personnes qui répondent, de la durée de conservation des réponses et de ce qu’exige la loi sur la protection des renseignements personnels. Ce logiciel lui en donne les moyens\u00a0: des avis dans le sondage, un effacement qui retire les réponses elles-mêmes et une copie de tout ce qui est détenu (./cm backup).',
        ],
      },
    ],
  },
});
