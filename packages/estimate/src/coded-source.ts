import type { AnalysisVariable } from './analysis-variable.ts';
import type { AnswerCount, VariableSource } from './sums-source.ts';

/** The answer of `cellQuery`, column by column. */
export interface CellRows {
  readonly rows: number;
  /** group, stratum, sampling unit, code, n, w, w2, cases. */
  readonly columns: readonly Float64Array[];
}

/** Puts the answer of `cellQuery` into the form of the sums door. `units`: number of strata and of sampling units (0: cases). */
export function codedSource(
  variable: AnalysisVariable,
  by: AnalysisVariable | null,
  answer: CellRows,
  units: { readonly strata: number; readonly psus: number },
): VariableSource {
  const codes = variable.codes ?? [];
  const groups = by === null ? [''] : (by.codes ?? []).map(({ code }) => code);
  const [domain, stratum, psu, code, n, w, w2, cases] = answer.columns;
  if (!domain || !stratum || !psu || !code || !n || !w || !w2 || !cases) throw new Error('columns are missing');
  const form = units.psus > 0 ? 'psu' : 'row';
  const width = form === 'psu' ? units.psus : units.strata;
  const cellAt = new Int32Array(groups.length * width).fill(-1);
  const keys: number[] = [];
  const strataOf: number[] = [];
  const cellOf = new Int32Array(answer.rows).fill(-1);
  const counts = new Map<string, AnswerCount>();
  for (let row = 0; row < answer.rows; row += 1) {
    const group = domain[row] ?? -1;
    count(
      counts,
      by === null ? null : (groups[group] ?? null),
      codes[code[row] ?? -1]?.code ?? null,
      code[row] ?? -1,
      cases[row] ?? 0,
    );
    if (group < 0) continue;
    const key = group * width + ((form === 'psu' ? psu[row] : stratum[row]) ?? 0);
    let cell = cellAt[key] ?? -1;
    if (cell < 0) {
      cell = keys.length;
      cellAt[key] = cell;
      keys.push(key);
      strataOf.push(stratum[row] ?? 0);
    }
    cellOf[row] = cell;
  }
  const size = keys.length;
  const rowsWithWeight = new Float64Array(size);
  const values = { values: codes.length, n: zeros(size, codes), w: zeros(size, codes), w2: zeros(size, codes) };
  for (let row = 0; row < answer.rows; row += 1) {
    const cell = cellOf[row] ?? -1;
    if (cell < 0) continue;
    rowsWithWeight[cell] = (rowsWithWeight[cell] ?? 0) + (n[row] ?? 0);
    const place = code[row] ?? -1;
    if (place < 0) continue;
    const at = cell * codes.length + place;
    values.n[at] = n[row] ?? 0;
    values.w[at] = w[row] ?? 0;
    values.w2[at] = w2[row] ?? 0;
  }
  return {
    sums: {
      form,
      domains: groups.length,
      domain: Int32Array.from(keys, (key) => Math.floor(key / width)),
      stratum: Int32Array.from(strataOf),
      psu: form === 'psu' ? Int32Array.from(keys, (key) => key % width) : null,
      rowsWithWeight,
      variables: [],
      pairs: [],
    },
    domains: groups,
    of: { form: 'codes', values },
    counts: [...counts.values()],
  };
}

function zeros(cells: number, codes: readonly unknown[]): Float64Array {
  return new Float64Array(cells * codes.length);
}

function count(
  counts: Map<string, AnswerCount>,
  group: string | null,
  code: string | null,
  place: number,
  n: number,
): void {
  const key = `${group === null ? '' : `=${group}`}\u0000${place}`;
  const before = counts.get(key)?.n ?? 0;
  counts.set(key, { group, code, missing: place < 0 ? -1 - place : 0, n: before + n });
}
