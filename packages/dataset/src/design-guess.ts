import type { Variable } from './codebook.ts';
import type { DesignDeclaration } from './design-declaration.ts';
import type { Guess } from './guess.ts';
import { clusterName } from './kind-guess.ts';
import type { ColumnProfile, FileProfile } from './profile.ts';
import { because } from './reason.ts';

const weightName = /^(w|wt|wgt|weight|weights|poids|pond|pond[ée]ration|final_?w(eigh)?t|p?weight)(_?\d+)?$/i;
const stratumName = /^(strat|strata|stratum|strate|strates)(_?\d+)?$/i;

/** How the values of a cluster column lie in a stratum column, counted over all rows. */
export interface NestingFact {
  readonly cluster: string;
  readonly stratum: string | null;
  readonly clusters: number;
  /** Values found in more than one stratum. */
  readonly spanning: number;
  readonly blank: number;
}

/** The columns whose nesting a proposal wants to know, most likely first. */
export function nestingQuestions(
  profile: FileProfile,
): readonly { readonly cluster: string; readonly stratum: string | null }[] {
  const stratum = profile.columns.find((column) => stratumName.test(column.column))?.column ?? null;
  const order = ['run', 'psu', 'cluster', 'grappe'];
  const rank = (name: string) => (order.some((word) => name.toLowerCase().includes(word)) ? 0 : 1);
  return profile.columns
    .filter((column) => clusterName.test(column.column) && column.distinct > 1 && column.distinct < profile.rows / 2)
    .map((column) => ({ cluster: column.column, stratum }))
    .sort((a, b) => rank(a.cluster) - rank(b.cluster));
}

export interface DesignGuess {
  readonly design: DesignDeclaration;
  readonly guesses: readonly Guess[];
}

/** Guesses weight, strata and clusters; the sampling class is never guessed, and the least claim stands until a person says more. */
export function guessDesign(
  profile: FileProfile,
  variables: readonly Variable[],
  nesting: readonly NestingFact[],
): DesignGuess {
  const nameOf = (column: string) => variables.find((variable) => variable.column === column)?.name ?? column;
  const weight = profile.columns.find((column) => weightName.test(column.column) && column.numeric);
  const stratum = profile.columns.find((column) => stratumName.test(column.column) && column.distinct <= 200);
  const [cluster, ...others] = nesting;
  const guesses: Guess[] = [
    {
      variable: null,
      aspect: 'sampling-class',
      choice: 'non-probability',
      reasons: [because('sampling-class-unknown')],
      alternatives: ['probability', 'attempted-census', 'systematic-intercept'],
      decided: false,
    },
  ];
  const role = (
    aspect: 'weight' | 'stratum' | 'cluster',
    column: string,
    reasons: Guess['reasons'],
    decided: boolean,
    alternatives: readonly string[] = [],
  ) => guesses.push({ variable: nameOf(column), aspect, choice: aspect, reasons, alternatives, decided });
  if (weight) role('weight', weight.column, weightReasons(weight), weightFaults(weight) === 0);
  if (stratum)
    role(
      'stratum',
      stratum.column,
      [because('name-of-stratum'), because('few-values', { distinct: stratum.distinct })],
      stratum.blank.n === 0,
    );
  if (cluster) {
    const mean = (profile.rows - cluster.blank) / Math.max(1, cluster.clusters);
    const reasons = [because('name-of-cluster'), because('cluster-sizes', { clusters: cluster.clusters, mean })];
    if (cluster.stratum) {
      reasons.push(
        cluster.spanning === 0 ? because('nested-in-stratum') : because('spans-strata', { spanning: cluster.spanning }),
      );
    }
    if (cluster.blank > 0) reasons.push(because('cluster-blank', { n: cluster.blank }));
    const clean = cluster.spanning === 0 && cluster.blank === 0;
    role(
      'cluster',
      cluster.cluster,
      reasons,
      clean,
      others.map((other) => nameOf(other.cluster)),
    );
  }
  return {
    design: {
      samplingClass: 'non-probability',
      weight: weight && weightFaults(weight) === 0 ? nameOf(weight.column) : null,
      strata: stratum ? [nameOf(stratum.column)] : [],
      clusters: cluster ? [nameOf(cluster.cluster)] : [],
      fpc: [],
      nest: (cluster?.spanning ?? 0) > 0,
      lonelyPsu: 'fail',
    },
    guesses,
  };
}

function weightFaults(column: ColumnProfile): number {
  const words = column.words.reduce((sum, word) => sum + word.n, 0);
  const negative = column.values
    .filter((count) => count.value.startsWith('-'))
    .reduce((sum, count) => sum + count.n, 0);
  return words + negative + column.blank.n;
}

/** The first row that is no weight, as a spreadsheet counts. */
function firstWeightFault(column: ColumnProfile): number {
  const negative = column.values.filter((count) => count.value.startsWith('-'));
  const rows = [...column.words, ...negative, ...(column.blank.n > 0 ? [column.blank] : [])].map(
    ({ firstRow }) => firstRow,
  );
  return Math.min(...rows);
}

function weightReasons(column: ColumnProfile): Guess['reasons'] {
  const { n = 0, min = 0, max = 0, mean = 0 } = column.numeric ?? {};
  const faults = weightFaults(column);
  const values =
    faults > 0
      ? because('weight-faults', { faults, row: firstWeightFault(column) })
      : because('weight-values', { n, min, max, mean });
  return [because('name-of-weight'), values];
}

/** Whether a column's name is that of a weight. */
export function isNamedWeight(column: string): boolean {
  return weightName.test(column);
}
