import type { GuessAspect, MissingKind, VariableKind } from '@common-measure/dataset';
import type { UiLanguage } from '@common-measure/kernel';

interface DescribeWords {
  readonly file: (name: string, rows: string, columns: string) => string;
  readonly reading: (encoding: string, delimiter: string) => string;
  readonly open: (open: number, all: number) => string;
  readonly values: (count: number) => string;
  readonly delimiters: Readonly<Record<',' | ';' | '\t' | '|', string>>;
  readonly kinds: Readonly<Record<VariableKind, string>>;
  readonly missing: Readonly<Record<MissingKind, string>>;
  readonly aspects: Readonly<Record<GuessAspect, string>>;
  readonly samplingClasses: Readonly<Record<string, string>>;
  readonly closed: string;
  readonly empty: string;
  readonly none: string;
  readonly colon: string;
  readonly differences: string;
  readonly findings: string;
}

/** What `cm dataset describe` says, in both languages. */
export const describeWords: Readonly<Record<UiLanguage, DescribeWords>> = {
  en: {
    file: (name, rows, columns) => `${name}: ${rows} rows, ${columns} columns.`,
    reading: (encoding, delimiter) => `Read as ${encoding}, cells parted by ${delimiter}.`,
    open: (open, all) =>
      open === 0 ? `All ${all} columns are decided.` : `${open} of ${all} columns wait for a decision (marked ?).`,
    values: (count) => (count === 1 ? '1 value' : `${count} values`),
    delimiters: { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' },
    kinds: {
      rating: 'rating',
      category: 'category',
      number: 'number',
      text: 'text',
      date: 'date',
      identifier: 'identifier',
    },
    missing: {
      refused: 'refused',
      'dont-know': 'don’t know',
      'not-applicable': 'does not apply',
      'not-asked': 'not asked',
      breakoff: 'broke off',
      'no-answer': 'no answer',
    },
    aspects: {
      kind: 'Kind',
      scale: 'Scale',
      missing: 'Missing',
      access: 'Access',
      weight: 'Weight',
      stratum: 'Strata',
      cluster: 'Clusters',
      'sampling-class': 'Sampling class',
      overall: 'Overall item',
      drivers: 'Drivers',
      channel: 'Channel',
      region: 'Region',
    },
    samplingClasses: {
      probability: 'probability sample',
      'attempted-census': 'attempted census',
      'systematic-intercept': 'systematic intercept',
      'non-probability': 'non-probability sample',
    },
    closed: 'closed',
    empty: 'empty',
    none: 'none',
    colon: ':',
    differences: 'What differs from the earlier codebook:',
    findings: 'What stands out in the file:',
  },
  fr: {
    file: (name, rows, columns) => `${name}\u00a0: ${rows} lignes, ${columns} colonnes.`,
    reading: (encoding, delimiter) => `Lu en ${encoding}, cellules séparées par des ${delimiter}.`,
    open: (open, all) =>
      open === 0
        ? `Les ${all} colonnes sont décidées.`
        : `${open} des ${all} colonnes attendent une décision (marquées ?).`,
    values: (count) => (count < 2 ? `${count} valeur` : `${count} valeurs`),
    delimiters: { ',': 'virgules', ';': 'points-virgules', '\t': 'tabulations', '|': 'barres' },
    kinds: {
      rating: 'évaluation',
      category: 'catégorie',
      number: 'nombre',
      text: 'texte',
      date: 'date',
      identifier: 'identifiant',
    },
    missing: {
      refused: 'refus',
      'dont-know': 'ne sait pas',
      'not-applicable': 'ne s’applique pas',
      'not-asked': 'non posée',
      breakoff: 'abandon',
      'no-answer': 'sans réponse',
    },
    aspects: {
      kind: 'Type',
      scale: 'Échelle',
      missing: 'Données manquantes',
      access: 'Accès',
      weight: 'Pondération',
      stratum: 'Strates',
      cluster: 'Grappes',
      'sampling-class': 'Type d’échantillonnage',
      overall: 'Élément global',
      drivers: 'Facteurs',
      channel: 'Mode de réponse',
      region: 'Région',
    },
    samplingClasses: {
      probability: 'échantillon probabiliste',
      'attempted-census': 'recensement tenté',
      'systematic-intercept': 'interception systématique',
      'non-probability': 'échantillon non probabiliste',
    },
    closed: 'fermée',
    empty: 'vide',
    none: 'aucun',
    colon: '\u00a0:',
    differences: 'Ce qui diffère du dictionnaire de variables antérieur\u00a0:',
    findings: 'Ce qui ressort du fichier\u00a0:',
  },
};
