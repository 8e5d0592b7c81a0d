import { missingKinds } from '@common-measure/dataset';
import type { AnalysisVariable } from './analysis-variable.ts';
import type { AnswerCount, VariableSource } from './sums-source.ts';

/** Places below 0 stand for missing answers: -1 minus the number of the kind. */
const lowest = missingKinds.length + 1;

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
  const slots = lowest + codes.length;
  const tallied = new Float64Array((groups.length + 1) * slots);
  for (let row = 0; row < answer.rows; row += 1) {
    const group = domain[row] ?? -1;
    const slot = (group + 1) * slots + (code[row] ?? -1) + lowest;
    tallied[slot] = (tallied[slot] ?? 0) + (cases[row] ?? 0);
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
    counts: answerCounts(tallied, slots, by === null ? null : groups, codes),
  };
}

function zeros(cells: number, codes: readonly unknown[]): Float64Array {
  return new Float64Array(cells * codes.length);
}

/** The tallied cases as counts: by group (not stated first) and code, those of missing answers below the codes. */
function answerCounts(
  tallied: Float64Array,
  slots: number,
  groups: readonly string[] | null,
  codes: readonly { readonly code: string }[],
): readonly AnswerCount[] {
  const counts: AnswerCount[] = [];
  tallied.forEach((n, slot) => {
    if (n === 0) return;
    const place = (slot % slots) - lowest;
    const group = Math.floor(slot / slots) - 1;
    counts.push({
      group: groups?.[group] ?? null,
      code: codes[place]?.code ?? null,
      missing: place < 0 ? -1 - place : 0,
      n,
    });
  });
  return counts;
}
