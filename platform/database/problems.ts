import { problemCatalogue } from '@common-measure/kernel';

export const databaseProblems = problemCatalogue({
  'already-running': {
    status: 409,
    title: {
      en: 'Common Measure is already running on this database.',
      fr: 'Mesure commune fonctionne déjà sur cette base de données.',
    },
    remedy: {
      en: 'Use the running one, stop it first, or set CM_DATA to another folder.',
      fr: 'Utilisez celle qui fonctionne, arrêtez-la d’abord ou donnez un autre dossier à CM_DATA.',
    },
  },
  'database-unreachable': {
    status: 503,
    title: { en: 'The database does not answer ({reason}).', fr: 'La base de données ne répond pas ({reason}).' },
    remedy: {
      en: 'Check DATABASE_URL and that the server runs.',
      fr: 'Vérifiez DATABASE_URL et que le serveur fonctionne.',
    },
  },
  'database-away': {
    status: 503,
    title: {
      en: 'The service cannot reach its records at this moment.',
      fr: 'Le service ne peut joindre ses données pour le moment.',
    },
    remedy: {
      en: 'Wait {seconds} seconds and try again. If you were sending something, go back first: what you entered is still on the page, and the same sent twice counts once.',
      fr: 'Attendez {seconds} secondes et réessayez. Si vous veniez d’envoyer quelque chose, revenez d’abord en arrière\u00a0: ce que vous avez saisi est encore sur la page, et un même envoi répété ne compte qu’une fois.',
    },
  },
  'storage-full': {
    status: 503,
    title: {
      en: 'The service has no room left to keep anything.',
      fr: 'Le service n’a plus de place pour conserver quoi que ce soit.',
    },
    remedy: {
      en: 'Nothing was kept of what you sent. Go back: what you entered is still on the page. Send it again later; whoever runs the service has to make room first.',
      fr: 'Rien de votre envoi n’a été conservé. Revenez en arrière\u00a0: ce que vous avez saisi est encore sur la page. Renvoyez-le plus tard; il faut d’abord que le responsable du service libère de la place.',
    },
  },
  'database-newer': {
    status: 409,
    title: {
      en: 'This database was changed by a newer Common Measure ({steps}).',
      fr: 'Cette base de données a été modifiée par une version plus récente de Mesure commune ({steps}).',
    },
    remedy: {
      en: 'Start that version, or restore a backup made by this one.',
      fr: 'Démarrez cette version-là ou rétablissez une copie faite par celle-ci.',
    },
  },
  'database-steps-differ': {
    status: 409,
    title: {
      en: 'The steps {steps} ran in another wording than this version has.',
      fr: 'Les étapes {steps} ont été exécutées dans une autre rédaction que celle de cette version.',
    },
    remedy: {
      en: 'A step that has run is never edited: add a new one.',
      fr: 'Une étape exécutée ne se modifie jamais : ajoutez-en une nouvelle.',
    },
  },
  'database-step-failed': {
    status: 500,
    title: {
      en: 'The step {step} of the database did not run ({reason}).',
      fr: 'L’étape {step} de la base de données n’a pas abouti ({reason}).',
    },
    remedy: {
      en: 'Nothing of this step was kept. Start again; if it fails again, restore a backup and report this text.',
      fr: 'Rien de cette étape n’a été conservé. Redémarrez; si elle échoue encore, rétablissez une copie et signalez ce texte.',
    },
  },
  'request-role-missing': {
    status: 500,
    title: {
      en: 'The role cm_app, as which requests run, is missing and could not be made ({reason}).',
      fr: 'Le rôle cm_app, sous lequel s’exécutent les demandes, manque et n’a pas pu être créé ({reason}).',
    },
    remedy: {
      en: 'Let an administrator of the database run: CREATE ROLE cm_app NOLOGIN; GRANT cm_app TO {user};',
      fr: 'Faites exécuter par un administrateur de la base\u00a0: CREATE ROLE cm_app NOLOGIN; GRANT cm_app TO {user};',
    },
  },
  'request-role-too-strong': {
    status: 500,
    title: {
      en: 'The role cm_app may pass row-level security.',
      fr: 'Le rôle cm_app peut franchir la sécurité au niveau des lignes.',
    },
    remedy: {
      en: 'Let an administrator of the database run: ALTER ROLE cm_app NOSUPERUSER NOBYPASSRLS;',
      fr: 'Faites exécuter par un administrateur de la base\u00a0: ALTER ROLE cm_app NOSUPERUSER NOBYPASSRLS;',
    },
  },
  'request-role-owns': {
    status: 500,
    title: {
      en: 'The role cm_app owns {names}; it must own nothing.',
      fr: 'Le rôle cm_app est propriétaire de {names}; il ne doit rien posséder.',
    },
    remedy: {
      en: 'Let an administrator of the database run: REASSIGN OWNED BY cm_app TO {user};',
      fr: 'Faites exécuter par un administrateur de la base\u00a0: REASSIGN OWNED BY cm_app TO {user};',
    },
  },
  'table-without-row-security': {
    status: 500,
    title: {
      en: 'Tables of organizations stand without row-level security: {names}.',
      fr: 'Des tables d’organisations sont sans sécurité au niveau des lignes\u00a0: {names}.',
    },
    remedy: {
      en: 'Let an administrator run ALTER TABLE with ENABLE ROW LEVEL SECURITY for each, or restore a backup.',
      fr: 'Faites exécuter ALTER TABLE avec ENABLE ROW LEVEL SECURITY pour chacune, ou rétablissez une copie.',
    },
  },
  'postgres-needs-named-user': {
    status: 500,
    title: {
      en: 'PostgreSQL does not run as a user without a name ({user}), and this machine forbids user namespaces.',
      fr: 'PostgreSQL ne fonctionne pas sous un utilisateur sans nom ({user}), et cette machine interdit les espaces de noms d’utilisateurs.',
    },
    remedy: {
      en: 'Add the user to /etc/passwd, start as another user, or set DATABASE_URL to an existing server.',
      fr: 'Ajoutez l’utilisateur à /etc/passwd, démarrez sous un autre utilisateur ou donnez à DATABASE_URL un serveur existant.',
    },
  },
  'postgres-refuses-root': {
    status: 500,
    title: {
      en: 'PostgreSQL does not run as root, and this machine forbids user namespaces.',
      fr: 'PostgreSQL ne fonctionne pas sous root, et cette machine interdit les espaces de noms d’utilisateurs.',
    },
    remedy: {
      en: 'Start as an ordinary user, give {folder} to one (chown) where every parent folder may be entered, or set DATABASE_URL to an existing server.',
      fr: 'Démarrez sous un utilisateur ordinaire, donnez-lui {folder} (chown) là où chaque dossier parent est accessible, ou donnez à DATABASE_URL un serveur existant.',
    },
  },
  'postgres-made-no-folder': {
    status: 500,
    title: {
      en: 'The embedded PostgreSQL could not make its data folder {folder}. It says:\n{said}',
      fr: 'Le PostgreSQL intégré n’a pas pu créer son dossier de données {folder}. Il dit\u00a0:\n{said}',
    },
    remedy: {
      en: 'Check that the disk has room and that the folder may be written to, or set CM_DATA to another folder.',
      fr: 'Vérifiez que le disque a de la place et que le dossier est accessible en écriture, ou donnez un autre dossier à CM_DATA.',
    },
  },
  'postgres-not-started': {
    status: 500,
    title: {
      en: 'The embedded PostgreSQL did not start. The end of {file}:\n{said}',
      fr: 'Le PostgreSQL intégré n’a pas démarré. La fin de {file}\u00a0:\n{said}',
    },
    remedy: {
      en: 'Act on what its log says, and start again. Nothing was changed.',
      fr: 'Agissez selon ce que dit son journal et redémarrez. Rien n’a été modifié.',
    },
  },
});
