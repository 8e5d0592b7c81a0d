const nb = '\u00a0';

/** What every reason of a proposal says. Names in braces are the facts of the case. */
export const reasonTexts = {
  'column-blank': { en: 'The column is empty.', fr: 'La colonne est vide.' },
  'one-value-only': { en: 'Every row holds {value}.', fr: `Toutes les lignes contiennent${nb}{value}.` },
  'codes-of-a-scale': {
    en: 'Its codes are {min} to {max}, all whole numbers.',
    fr: 'Ses codes vont de {min} à {max}, tous des nombres entiers.',
  },
  'shared-scale': {
    en: '{columns} columns use the same codes.',
    fr: '{columns} colonnes utilisent les mêmes codes.',
  },
  'no-shared-scale': {
    en: 'Too few columns use the same codes to tell a scale from a list.',
    fr: 'Trop peu de colonnes utilisent les mêmes codes pour distinguer une échelle d’une liste.',
  },
  'codes-differ-from-scale': {
    en: 'The ratings of this file mark a missing answer by {usual}; this column uses {codes}.',
    fr: 'Les évaluations de ce fichier marquent une réponse manquante par {usual}; cette colonne utilise {codes}.',
  },
  'name-suggests-profile': {
    en: 'Its name suggests a question about the person or the visit, not a rating.',
    fr: 'Son nom évoque une question sur la personne ou la visite, et non une évaluation.',
  },
  'direction-unknown': {
    en: 'The file does not say which end of the scale is the good one; the higher is taken.',
    fr: 'Le fichier ne dit pas quel bout de l’échelle est le bon; le plus élevé est retenu.',
  },
  'few-values': {
    en: '{distinct} different {distinct|value|values}.',
    fr: '{distinct} {distinct|valeur différente|valeurs différentes}.',
  },
  'many-numbers': {
    en: '{distinct} different numbers, from {min} to {max}.',
    fr: '{distinct} nombres différents, de {min} à {max}.',
  },
  'decimal-comma': {
    en: '{n} {n|number is|numbers are} written with a decimal comma.',
    fr: '{n} {n|nombre est écrit|nombres sont écrits} avec une virgule décimale.',
  },
  'looks-like-dates': { en: 'Its values read as dates.', fr: 'Ses valeurs se lisent comme des dates.' },
  'looks-like-times': { en: 'Its values read as times of day.', fr: 'Ses valeurs se lisent comme des heures.' },
  'many-texts': {
    en: '{distinct} different texts in {n} {n|row|rows}, up to {longest} characters.',
    fr: '{distinct} textes différents dans {n} {n|ligne|lignes}, jusqu’à {longest} caractères.',
  },
  'unique-values': {
    en: '{distinct} different values in {n} {n|row|rows}: nearly one for each.',
    fr: `{distinct} valeurs différentes dans {n} {n|ligne|lignes}${nb}: presque une par ligne.`,
  },
  'name-of-identifier': {
    en: 'Its name is that of an identifier.',
    fr: 'Son nom est celui d’un identifiant.',
  },
  'looks-like-email': { en: 'Its values are e-mail addresses.', fr: 'Ses valeurs sont des adresses de courriel.' },
  'looks-like-phone': { en: 'Its values are telephone numbers.', fr: 'Ses valeurs sont des numéros de téléphone.' },
  'looks-like-postal': { en: 'Its values are postal codes.', fr: 'Ses valeurs sont des codes postaux.' },
  'name-of-person-data': {
    en: 'Its name suggests that it may point to a person.',
    fr: 'Son nom laisse croire qu’elle peut désigner une personne.',
  },
  'text-may-name': {
    en: 'Open answers may name people, so they stay closed until you open them.',
    fr: 'Les réponses ouvertes peuvent nommer des gens; elles restent fermées jusqu’à ce que vous les ouvriez.',
  },
  'missing-blank': {
    en: 'The cell is empty in {n} {n|row|rows}.',
    fr: 'La cellule est vide dans {n} {n|ligne|lignes}.',
  },
  'missing-word': {
    en: '“{code}” is a word for a missing answer ({n} {n|row|rows}).',
    fr: `«${nb}{code}${nb}» est un mot pour une réponse manquante ({n} {n|ligne|lignes}).`,
  },
  'missing-na': {
    en: '“{code}” often stands for an empty cell, and sometimes for “not applicable” ({n} {n|row|rows}).',
    fr: `«${nb}{code}${nb}» représente souvent une cellule vide, et parfois «${nb}sans objet${nb}» ({n} {n|ligne|lignes}).`,
  },
  'missing-number-among-words': {
    en: '{code} is a number among words ({n} {n|row|rows}).',
    fr: '{code} est un nombre parmi des mots ({n} {n|ligne|lignes}).',
  },
  'missing-zero': {
    en: '0 lies under a scale or list that begins at 1 ({n} {n|row|rows}).',
    fr: '0 se trouve sous une échelle ou une liste qui commence à 1 ({n} {n|ligne|lignes}).',
  },
  'missing-gap': {
    en: '{code} is set apart from the codes {min} to {max} ({n} {n|row|rows}), as codes for missing answers are.',
    fr: '{code} est à l’écart des codes {min} à {max} ({n} {n|ligne|lignes}), comme le sont les codes de réponse manquante.',
  },
  'missing-above-scale': {
    en: '{code} lies just above 1 to 5 ({n} {n|row|rows}). Over {columns} columns its share runs from {low}% to {high}%, far more than that of 5.',
    fr: `{code} se trouve juste au-dessus de 1 à 5 ({n} {n|ligne|lignes}). Sur {columns} colonnes, sa part va de {low}${nb}% à {high}${nb}%, bien plus que celle de 5.`,
  },
  'missing-negative': {
    en: '{code} is negative where answers are not ({n} {n|row|rows}).',
    fr: '{code} est négatif alors que les réponses ne le sont pas ({n} {n|ligne|lignes}).',
  },
  'number-end-code': {
    en: '{code} is far above the other numbers ({n} {n|row|rows}); it may stand for a missing answer.',
    fr: '{code} est bien au-dessus des autres nombres ({n} {n|ligne|lignes}); il peut représenter une réponse manquante.',
  },
  'contiguous-pick': {
    en: '9 is one of the codes {min} to {max} here: an answer, not a missing one.',
    fr: `9 est ici l’un des codes {min} à {max}${nb}: une réponse, et non une réponse manquante.`,
  },
  'codes-once-each': {
    en: '{values} values occur once each.',
    fr: '{values} valeurs n’apparaissent qu’une fois chacune.',
  },
  'name-of-weight': { en: 'Its name is that of a weight.', fr: 'Son nom est celui d’une pondération.' },
  'weight-values': {
    en: '{n} positive numbers from {min} to {max}, {mean} on average, none missing.',
    fr: '{n} nombres positifs de {min} à {max}, {mean} en moyenne, aucun manquant.',
  },
  'weight-faults': {
    en: 'It cannot serve as it stands: {faults} {faults|row is|rows are} empty, text or negative, first row {row}.',
    fr: `Elle ne peut pas servir telle quelle${nb}: {faults} {faults|ligne est vide, en texte ou négative|lignes sont vides, en texte ou négatives}, d’abord la ligne {row}.`,
  },
  'name-of-stratum': { en: 'Its name is that of a stratum.', fr: 'Son nom est celui d’une strate.' },
  'name-of-cluster': { en: 'Its name is that of a cluster.', fr: 'Son nom est celui d’une grappe.' },
  'cluster-sizes': {
    en: '{clusters} values, {mean} rows each on average.',
    fr: '{clusters} valeurs, {mean} lignes chacune en moyenne.',
  },
  'nested-in-stratum': {
    en: 'Each value lies within one stratum.',
    fr: 'Chaque valeur se trouve dans une seule strate.',
  },
  'spans-strata': {
    en: '{spanning} {spanning|value lies|values lie} in more than one stratum; each part counts as a cluster of its own.',
    fr: '{spanning} {spanning|valeur se trouve|valeurs se trouvent} dans plus d’une strate; chaque partie compte comme une grappe distincte.',
  },
  'cluster-blank': {
    en: '{n} {n|row has none and counts as a cluster of its own|rows have none and count as clusters of their own}.',
    fr: '{n} {n|ligne n’en a pas et compte comme une grappe distincte|lignes n’en ont pas et comptent comme des grappes distinctes}.',
  },
  'sampling-class-unknown': {
    en: 'A file does not say how people were reached. Until you say so, the figures are treated as those of a non-probability sample.',
    fr: 'Un fichier ne dit pas comment les gens ont été joints. D’ici à ce que vous l’indiquiez, les chiffres sont traités comme ceux d’un échantillon non probabiliste.',
  },
  'name-of-overall': {
    en: 'Its name speaks of the whole.',
    fr: 'Son nom évoque l’ensemble.',
  },
  'largest-battery': {
    en: 'It closes the largest set of ratings in the file ({columns} columns).',
    fr: 'Elle clôt le plus grand ensemble d’évaluations du fichier ({columns} colonnes).',
  },
  'beside-overall': {
    en: 'It stands in the same set of ratings as the overall item.',
    fr: 'Elle fait partie du même ensemble d’évaluations que l’élément global.',
  },
  'name-of-channel': {
    en: 'Its name is that of a way of answering.',
    fr: 'Son nom est celui d’un mode de réponse.',
  },
  'name-of-region': { en: 'Its name is that of a place.', fr: 'Son nom est celui d’un lieu.' },
  'from-last-codebook': {
    en: 'Chosen so in the codebook of {wave}.',
    fr: 'Choisi ainsi dans le dictionnaire de variables de {wave}.',
  },
  'name-resembles-last': {
    en: 'Its name resembles {column} of that codebook.',
    fr: 'Son nom ressemble à {column} de ce dictionnaire.',
  },
  'kind-differs-from-last': {
    en: 'In this file it reads as another kind.',
    fr: 'Dans ce fichier, elle se lit comme un autre type.',
  },
  'not-in-last-codebook': {
    en: '{codes}: not in the codebook of {wave}, new in this file.',
    fr: `{codes}${nb}: absent du dictionnaire de variables de {wave}, nouveau dans ce fichier.`,
  },
} as const;
