import type { Codebook } from './codebook.ts';
import type { CodebookProblem } from './codebook-problem.ts';
import { clusterSpansStrata, stratumOnePsu } from './design-problem.ts';
import { trimCell } from './number-text.ts';

/** The sample design of a file, row by row. Numbers run from 0 in the order of first appearance. */
export interface EncodedDesign {
  readonly strata: Int32Array | null;
  /** Codes of the stratum columns joined by " × ". */
  readonly stratumLabels: readonly string[];
  /** First-stage clusters; null where each case was drawn by itself. A row without its cluster is one of its own. */
  readonly psus: Int32Array | null;
  readonly psuCount: number;
}

/** What a person should know of a design before estimating with it. */
export interface DesignFacts {
  readonly strata: readonly { readonly label: string; readonly n: number; readonly psus: number }[];
  /** Clusters that lie in more than one stratum, by their code; none where `nest` says that numbers repeat. */
  readonly spanning: readonly string[];
}

/** Numbers the strata and clusters that a codebook names; `cellsOf` gives the cells of a variable by its name. */
export function encodeDesign(
  design: Codebook['design'],
  rows: number,
  cellsOf: (name: string) => readonly string[],
): EncodedDesign {
  const strata = design.strata.map(cellsOf);
  const [clusterName] = design.clusters;
  const clusters = clusterName === undefined ? null : cellsOf(clusterName);
  const stratumLabels: string[] = [];
  const places = new Map<string, number>();
  const stratumOf = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const label = strata.map((cells) => trimCell(cells[row] ?? '')).join(' × ');
    let place = places.get(label);
    if (place === undefined) {
      place = stratumLabels.push(label) - 1;
      places.set(label, place);
    }
    stratumOf[row] = place;
  }
  if (!clusters) return { strata: strata.length > 0 ? stratumOf : null, stratumLabels, psus: null, psuCount: rows };
  const psus = new Int32Array(rows);
  const numbers = new Map<string, number>();
  let psuCount = 0;
  for (let row = 0; row < rows; row++) {
    const cluster = trimCell(clusters[row] ?? '');
    const key = design.nest ? `${stratumOf[row]} ${cluster}` : cluster;
    let psu = cluster === '' ? undefined : numbers.get(key);
    if (psu === undefined) {
      psu = psuCount++;
      if (cluster !== '') numbers.set(key, psu);
    }
    psus[row] = psu;
  }
  return { strata: strata.length > 0 ? stratumOf : null, stratumLabels, psus, psuCount };
}

/** Counts the clusters of each stratum and finds those that span strata; `clusterCells` are the codes of the first-stage cluster. */
export function designFacts(columns: EncodedDesign, rows: number, clusterCells: readonly string[] | null): DesignFacts {
  const labels = columns.strata ? columns.stratumLabels : [''];
  const counts = labels.map((label) => ({ label, n: 0, psus: new Set<number>() }));
  const home = new Map<number, number>();
  const spanning = new Map<number, string>();
  for (let row = 0; row < rows; row++) {
    const stratum = columns.strata?.[row] ?? 0;
    const psu = columns.psus?.[row] ?? row;
    const count = counts[stratum];
    if (!count) continue;
    count.n++;
    count.psus.add(psu);
    const first = home.get(psu);
    if (first === undefined) home.set(psu, stratum);
    else if (first !== stratum) spanning.set(psu, trimCell(clusterCells?.[row] ?? ''));
  }
  return {
    strata: counts.map(({ label, n, psus }) => ({ label, n, psus: psus.size })),
    spanning: [...spanning.values()],
  };
}

/** What the facts of a design call for: strata with one cluster, clusters in several strata. */
export function designNotices(design: Codebook['design'], facts: DesignFacts): readonly CodebookProblem[] {
  const alone = facts.strata.filter((stratum) => stratum.psus === 1);
  const [example] = facts.spanning;
  return [
    ...alone.map((stratum) => stratumOnePsu(stratum.label, stratum.n)),
    ...(example === undefined ? [] : [clusterSpansStrata(design.clusters[0] ?? '', facts.spanning.length, example)]),
  ];
}
