import { defineMessages } from '@common-measure/platform/web-kit';

/** An import from reading to saving: steps, file facts, progress, refusal, reuse, saving. */
export const importMessages = defineMessages({
  en: {
    data: 'Data',
    stepsLabel: 'Steps of the import',
    steps: ['File read', 'Columns', 'Roles and design', 'Save as dataset'],
    titles: {
      needYou: (file: string, n: number) =>
        `${file}: ${n === 1 ? 'one decision needs you' : `${n} decisions need you`}`,
      settled: (file: string) => `${file}: every column is settled`,
      roles: (file: string) => `${file}: roles and design`,
      save: (file: string) => `${file}: save as dataset`,
      reading: (file: string) => `${file} is being read`,
      refused: (file: string) => `${file} was refused`,
      saved: (file: string) => `${file} is saved`,
    },
    size: (rows: string, columns: string) => `${rows} rows × ${columns} columns`,
    delimiters: {
      ',': 'Separated by commas',
      ';': 'Separated by semicolons',
      '\t': 'Separated by tabs',
      '|': 'Separated by bars',
    },
    bytes: (bytes: number, number: (value: number, digits?: number) => string) =>
      bytes < 1_000_000 ? `${number(bytes / 1000)} kB` : `${number(bytes / 1_000_000, 1)} MB`,
    readInFull: 'Read in full, nothing saved yet',
    revising: 'Saved already: you are revising its choices',
    openColumns: (n: number) => (n === 1 ? 'One column still open' : `${n} columns still open`),
    readingSteps: {
      encoding: 'Finding the character encoding',
      shape: 'Checking every row',
      cells: 'Reading the cells',
      profile: 'Counting what stands in each column',
    },
    readingStepOf: (place: number, name: string) => `Step ${place} of 4: ${name}`,
    readingNote: (share: string) => `${share} of this step. You can leave this page; the work goes on.`,
    refusedTitle: 'Nothing was saved.',
    refusedText: (n: number) =>
      n === 1
        ? 'One thing stands against reading this file. Correct it and bring the file again.'
        : `${n} things stand against reading this file. Correct them and bring the file again.`,
    refusedTable: 'What is wrong',
    row: 'Row',
    column: 'Column',
    what: 'What was found',
    remedy: 'What to do',
    anotherFile: 'Bring another file',
    toDataset: 'Open the dataset',
    savedText: 'This file became a dataset. To choose otherwise, revise the choices on its page.',
    state: { saved: 'Choices saved', saving: 'Saving choices', refused: 'Choices not saved' },
    metTitle: 'Somebody else was changing these choices too.',
    metNone: 'Their changes and yours are both kept.',
    metBoth: (columns: string) => `Both are kept. Where you both changed the same part, yours stands: ${columns}.`,
    parts: {
      title: 'the title',
      population: 'the population',
      wave: 'the wave',
      synthetic: 'the synthetic label',
      design: 'the design',
      roles: 'the roles',
    },
    again: 'Save again',
    toRoles: 'Continue to roles',
    toSave: 'Continue to saving',
    backToColumns: 'Back to columns',
    backToRoles: 'Back to roles',
    later: 'Keep for later',
    openOnes: (n: number) =>
      n === 0
        ? 'Every column is settled.'
        : n === 1
          ? 'One column still open. You can continue; it stays out of results until you decide.'
          : `${n} columns still open. You can continue; they stay out of results until you decide.`,
    reuse: {
      title: 'Choices from an earlier wave',
      text: 'Fill in names, labels, codes, roles and design from a dataset of yours or from a codebook.json.',
      from: 'Dataset',
      choose: 'Choose a dataset',
      fill: 'Fill in its choices',
      filling: 'Filling in',
      orFile: 'Or a codebook.json',
      shared: (n: number) =>
        n === 0 ? 'no column in common' : n === 1 ? 'one column in common' : `${n} columns in common`,
      filled: (name: string) => `The choices of ${name} are filled in.`,
      replaces: 'It takes the place of the choices made so far.',
      fits: (name: string, n: number, of: number) => `The codebook of ${name} fits ${n} of ${of} columns.`,
      aFile: 'the file you chose',
      filledBelow: 'Its choices are filled in below: keep or change each one.',
      none: 'Nothing differs from it.',
      differs: (n: number) => (n === 1 ? 'One thing differs' : `${n} things differ`),
      hinders: 'Waves not comparable',
      hindersTitle: 'Bears on comparing the waves',
      others: 'Other differences',
    },
    findings: {
      faults: (n: number) => (n === 1 ? 'One thing to settle before saving' : `${n} things to settle before saving`),
      notices: (n: number) => (n === 1 ? 'One thing to know' : `${n} things to know`),
    },
    save: {
      lede: 'This is what the dataset will hold. Until you save, nothing enters results.',
      used: 'What will be used',
      out: 'What stays out of results',
      nothingOut: 'Nothing: every column is settled and open.',
      waiting: (n: number) => (n === 1 ? 'One column waits for a decision' : `${n} columns wait for a decision`),
      closed: (n: number) => (n === 1 ? 'One column is protected' : `${n} columns are protected`),
      texts: (n: number) =>
        n === 1 ? 'One text or date is kept and not analysed' : `${n} texts and dates are kept and not analysed`,
      decide: 'Decide them',
      backToDecide: 'Go to the open columns',
      rolesWait: (n: number) =>
        n === 1 ? 'One column with a role still waits for you.' : `${n} columns with a role still wait for you.`,
      rolesWaitMore: 'Results leave them out until they are settled.',
      noRating: 'No rating is settled yet.',
      noRatingMore: 'Saved like this, the dataset has no scores and no drivers.',
      save: 'Save as dataset',
      saving: 'Saving',
      savedNow: (rows: string) => `Saved with ${rows} cases.`,
      revised: 'The new choices are saved. Results follow them from now on.',
      saveRevision: 'Save the new choices',
      revisionLede: 'The dataset takes these choices as a new version of its codebook. The former version is kept.',
      carriedFirst: 'Confirm what was carried over first',
      weightUnused: (column: string) => `No weight is chosen, though ${column} is named like one.`,
      weightUnusedMore: 'Every answer counts the same until you choose it.',
      chooseWeight: 'Look at the weight',
      onePsu: 'Saved like this, the dataset has no results.',
      onePsuMore:
        'Where a stratum holds one sampled unit, the design says: stop. Choose what to do, or join the strata.',
      choosePsu: 'Choose what to do',
      first: (n: number) => (n === 1 ? 'Settle one thing first' : `Settle ${n} things first`),
      ratings: (n: number) => (n === 1 ? '1 rating' : `${n} ratings`),
      categories: (n: number) => (n === 1 ? '1 category' : `${n} categories`),
      numbers: (n: number) => (n === 1 ? '1 number' : `${n} numbers`),
      codebook: 'Your choices as a file',
      codebookText: 'The same choices for the next wave, here or in the terminal.',
      download: 'Download codebook.json',
      none: 'None',
      notSaid: 'Not said',
    },
  },
  fr: {
    data: 'Données',
    stepsLabel: 'Étapes de l’importation',
    steps: ['Fichier lu', 'Colonnes', 'Rôles et plan', 'Enregistrement'],
    titles: {
      needYou: (file: string, n: number) =>
        `${file}\u00a0: ${n < 2 ? 'une décision vous attend' : `${n} décisions vous attendent`}`,
      settled: (file: string) => `${file}\u00a0: chaque colonne est réglée`,
      roles: (file: string) => `${file}\u00a0: rôles et plan`,
      save: (file: string) => `${file}\u00a0: enregistrement`,
      reading: (file: string) => `Lecture de ${file}`,
      refused: (file: string) => `${file} a été refusé`,
      saved: (file: string) => `${file} est enregistré`,
    },
    size: (rows: string, columns: string) => `${rows} lignes × ${columns} colonnes`,
    delimiters: {
      ',': 'Séparé par des virgules',
      ';': 'Séparé par des points-virgules',
      '\t': 'Séparé par des tabulations',
      '|': 'Séparé par des barres',
    },
    bytes: (bytes: number, number: (value: number, digits?: number) => string) =>
      bytes < 1_000_000 ? `${number(bytes / 1000)}\u00a0ko` : `${number(bytes / 1_000_000, 1)}\u00a0Mo`,
    readInFull: 'Lu en entier, rien n’est encore enregistré',
    revising: 'Déjà enregistré\u00a0: vous en révisez les choix',
    openColumns: (n: number) => (n < 2 ? 'Une colonne encore ouverte' : `${n} colonnes encore ouvertes`),
    readingSteps: {
      encoding: 'Recherche de l’encodage des caractères',
      shape: 'Vérification de chaque ligne',
      cells: 'Lecture des cellules',
      profile: 'Décompte du contenu de chaque colonne',
    },
    readingStepOf: (place: number, name: string) => `Étape ${place} de 4\u00a0: ${name}`,
    readingNote: (share: string) => `${share} de cette étape. Vous pouvez quitter cette page; le travail se poursuit.`,
    refusedTitle: 'Rien n’a été enregistré.',
    refusedText: (n: number) =>
      n < 2
        ? 'Un point empêche de lire ce fichier. Corrigez-le et déposez le fichier de nouveau.'
        : `${n} points empêchent de lire ce fichier. Corrigez-les et déposez le fichier de nouveau.`,
    refusedTable: 'Ce qui ne va pas',
    row: 'Ligne',
    column: 'Colonne',
    what: 'Ce qui a été trouvé',
    remedy: 'Quoi faire',
    anotherFile: 'Déposer un autre fichier',
    toDataset: 'Ouvrir l’ensemble de données',
    savedText: 'Ce fichier est devenu un ensemble de données. Pour choisir autrement, révisez les choix sur sa page.',
    state: { saved: 'Choix enregistrés', saving: 'Enregistrement des choix', refused: 'Choix non enregistrés' },
    metTitle: 'Quelqu’un d’autre modifiait aussi ces choix.',
    metNone: 'Ses modifications et les vôtres sont conservées.',
    metBoth: (columns: string) =>
      `Les deux sont conservées. Là où vous avez modifié la même partie, c’est la vôtre qui vaut\u00a0: ${columns}.`,
    parts: {
      title: 'le titre',
      population: 'la population',
      wave: 'la vague',
      synthetic: 'l’étiquette synthétique',
      design: 'le plan',
      roles: 'les rôles',
    },
    again: 'Enregistrer de nouveau',
    toRoles: 'Passer aux rôles',
    toSave: 'Passer à l’enregistrement',
    backToColumns: 'Retour aux colonnes',
    backToRoles: 'Retour aux rôles',
    later: 'Garder pour plus tard',
    openOnes: (n: number) =>
      n === 0
        ? 'Chaque colonne est réglée.'
        : n === 1
          ? 'Une colonne reste ouverte. Vous pouvez continuer; elle demeure hors des résultats d’ici à votre décision.'
          : `${n} colonnes restent ouvertes. Vous pouvez continuer; elles demeurent hors des résultats d’ici à votre décision.`,
    reuse: {
      title: 'Les choix d’une vague antérieure',
      text: 'Reprenez noms, libellés, codes, rôles et plan d’un de vos ensembles de données ou d’un codebook.json.',
      from: 'Ensemble de données',
      choose: 'Choisissez un ensemble',
      fill: 'Reprendre ses choix',
      filling: 'Reprise en cours',
      orFile: 'Ou un codebook.json',
      shared: (n: number) =>
        n === 0 ? 'aucune colonne en commun' : n === 1 ? 'une colonne en commun' : `${n} colonnes en commun`,
      filled: (name: string) => `Les choix de ${name} sont repris.`,
      replaces: 'Ils prennent la place des choix faits jusqu’ici.',
      fits: (name: string, n: number, of: number) =>
        `Le dictionnaire de variables de ${name} convient à ${n} colonnes sur ${of}.`,
      aFile: 'ce fichier',
      filledBelow: 'Ses choix sont repris ci-dessous\u00a0: gardez ou changez chacun.',
      none: 'Rien ne diffère.',
      differs: (n: number) => (n < 2 ? 'Une différence' : `${n} différences`),
      hinders: 'Vagues non comparables',
      hindersTitle: 'Touche la comparaison des vagues',
      others: 'Autres différences',
    },
    findings: {
      faults: (n: number) =>
        n < 2 ? 'Un point à régler avant d’enregistrer' : `${n} points à régler avant d’enregistrer`,
      notices: (n: number) => (n < 2 ? 'Un point à savoir' : `${n} points à savoir`),
    },
    save: {
      lede: 'Voici ce que contiendra l’ensemble de données. Tant que vous n’enregistrez pas, rien n’entre dans les résultats.',
      used: 'Ce qui servira',
      out: 'Ce qui reste hors des résultats',
      nothingOut: 'Rien\u00a0: chaque colonne est réglée et ouverte.',
      waiting: (n: number) => (n < 2 ? 'Une colonne attend une décision' : `${n} colonnes attendent une décision`),
      closed: (n: number) => (n < 2 ? 'Une colonne est protégée' : `${n} colonnes sont protégées`),
      texts: (n: number) =>
        n < 2
          ? 'Un texte ou une date est conservé sans être analysé'
          : `${n} textes et dates sont conservés sans être analysés`,
      decide: 'Décider',
      backToDecide: 'Aller aux colonnes ouvertes',
      rolesWait: (n: number) =>
        n < 2
          ? 'Une colonne qui a un rôle vous attend encore.'
          : `${n} colonnes qui ont un rôle vous attendent encore.`,
      rolesWaitMore: 'Les résultats les laissent de côté d’ici à votre décision.',
      noRating: 'Aucune évaluation n’est encore réglée.',
      noRatingMore: 'Enregistré ainsi, l’ensemble de données n’a ni scores ni déterminants.',
      save: 'Enregistrer l’ensemble',
      saving: 'Enregistrement',
      savedNow: (rows: string) => `Enregistré avec ${rows} cas.`,
      revised: 'Les nouveaux choix sont enregistrés. Les résultats les suivent désormais.',
      saveRevision: 'Enregistrer les nouveaux choix',
      revisionLede:
        'L’ensemble de données prend ces choix comme nouvelle version de son dictionnaire de variables. La version précédente est conservée.',
      carriedFirst: 'Confirmer d’abord ce qui est repris',
      weightUnused: (column: string) => `Aucune pondération n’est choisie, bien que ${column} en porte le nom.`,
      weightUnusedMore: 'Chaque réponse compte autant que les autres d’ici à votre choix.',
      chooseWeight: 'Voir la pondération',
      onePsu: 'Enregistré ainsi, l’ensemble de données n’a pas de résultats.',
      onePsuMore:
        'Là où une strate ne contient qu’une unité tirée, le plan dit d’arrêter. Choisissez quoi faire, ou réunissez les strates.',
      choosePsu: 'Choisir quoi faire',
      first: (n: number) => (n < 2 ? 'Régler d’abord un point' : `Régler d’abord ${n} points`),
      ratings: (n: number) => (n < 2 ? `${n} évaluation` : `${n} évaluations`),
      categories: (n: number) => (n < 2 ? `${n} catégorie` : `${n} catégories`),
      numbers: (n: number) => (n < 2 ? `${n} nombre` : `${n} nombres`),
      codebook: 'Vos choix en fichier',
      codebookText: 'Les mêmes choix pour la vague suivante, ici ou au terminal.',
      download: 'Télécharger codebook.json',
      none: 'Néant',
      notSaid: 'Non indiqué',
    },
  },
});
