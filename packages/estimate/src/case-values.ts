import type { Measure } from './analysis-plan.ts';
import type { AnalysisVariable, RecodeCondition } from './analysis-variable.ts';
import type { CaseTable, StoredColumn } from './case-table.ts';

/** The values of the plan's variables, case by case; each is computed once. */
export class CaseValues {
  readonly rows: number;
  private readonly table: CaseTable;
  private readonly codes = new Map<AnalysisVariable, Int32Array>();
  private readonly quantities = new Map<AnalysisVariable, Float64Array>();
  private readonly measures = new Map<string, Float64Array>();

  constructor(table: CaseTable) {
    this.table = table;
    this.rows = table.rows;
  }

  stored(name: string): StoredColumn {
    const column = this.table.columns.get(name);
    if (column === undefined) throw new Error(`the column of ${name} was not read`);
    return column;
  }

  /** Per case the place of its code in `variable.codes`, or -1 where the answer is missing. */
  codesOf(variable: AnalysisVariable): Int32Array {
    const known = this.codes.get(variable);
    if (known !== undefined) return known;
    const computed = this.computeCodes(variable);
    this.codes.set(variable, computed);
    return computed;
  }

  /** Per case the number it stands for, or NaN where the answer is missing. */
  quantityOf(variable: AnalysisVariable): Float64Array {
    const known = this.quantities.get(variable);
    if (known !== undefined) return known;
    const computed = this.computeQuantity(variable);
    this.quantities.set(variable, computed);
    return computed;
  }

  /** y of a measure per case, NaN where the answer is missing. */
  measureOf(measure: Measure): Float64Array {
    const { variable, scores, estimand } = measure;
    const name = JSON.stringify(estimand);
    const known = this.measures.get(name);
    if (known !== undefined) return known;
    const computed =
      scores === null ? this.quantityOf(variable) : lookedUp(this.codesOf(variable), scoresByPlace(variable, scores));
    this.measures.set(name, computed);
    return computed;
  }

  /** Per case 1 where the variable has a valid answer. */
  isValid(variable: AnalysisVariable): Uint8Array {
    const valid = new Uint8Array(this.rows);
    if (variable.codes !== null && variable.variable?.kind !== 'number') {
      this.codesOf(variable).forEach((code, row) => {
        valid[row] = code >= 0 ? 1 : 0;
      });
    } else {
      this.quantityOf(variable).forEach((x, row) => {
        valid[row] = Number.isNaN(x) ? 0 : 1;
      });
    }
    return valid;
  }

  private computeCodes(variable: AnalysisVariable): Int32Array {
    const { source, codes } = variable;
    if (codes === null) throw new Error(`${variable.name} has no codes`);
    const result = new Int32Array(this.rows).fill(-1);
    switch (source.form) {
      case 'stored': {
        const { numbers, levels } = this.stored(source.name);
        const place = new Map(codes.map(({ code }, i) => [levels.length > 0 ? levels.indexOf(code) : Number(code), i]));
        numbers.forEach((x, row) => {
          result[row] = place.get(x) ?? -1;
        });
        return result;
      }
      case 'recode': {
        const applies = source.cases.map(({ when }) => this.whereTrue(source.of, when));
        const value = source.cases.map((one) => codes.findIndex(({ code }) => code === one.value));
        const otherwise = codes.findIndex(({ code }) => code === source.otherwise);
        const valid = this.isValid(source.of);
        for (let row = 0; row < this.rows; row += 1) {
          if (valid[row] === 0) continue;
          const at = applies.findIndex((column) => column[row] === 1);
          result[row] = at < 0 ? otherwise : (value[at] ?? -1);
        }
        return result;
      }
      case 'crossed': {
        const parts = source.of.map((part) => this.codesOf(part));
        const sizes = source.of.map((part) => part.codes?.length ?? 0);
        for (let row = 0; row < this.rows; row += 1) {
          let code = 0;
          let stride = 1;
          parts.forEach((part, i) => {
            const place = part[row] ?? -1;
            code = place < 0 || code < 0 ? -1 : code + stride * place;
            stride *= sizes[i] ?? 0;
          });
          result[row] = code;
        }
        return result;
      }
    }
  }

  private whereTrue(variable: AnalysisVariable, when: RecodeCondition): Uint8Array {
    const result = new Uint8Array(this.rows).fill(1);
    if (when.codes !== null) {
      const wanted = new Set(when.codes);
      const has =
        variable.codes === null
          ? Array.from(this.quantityOf(variable), (x) => wanted.has(String(x)))
          : Array.from(this.codesOf(variable), (place) => wanted.has(variable.codes?.[place]?.code ?? '\u0000'));
      has.forEach((one, row) => {
        if (!one) result[row] = 0;
      });
    }
    if (when.atLeast !== null || when.atMost !== null) {
      const low = when.atLeast ?? Number.NEGATIVE_INFINITY;
      const high = when.atMost ?? Number.POSITIVE_INFINITY;
      this.quantityOf(variable).forEach((x, row) => {
        if (!(x >= low && x <= high)) result[row] = 0;
      });
    }
    return result;
  }

  private computeQuantity(variable: AnalysisVariable): Float64Array {
    if (variable.source.form === 'stored') {
      const { numbers, levels } = this.stored(variable.source.name);
      if (levels.length === 0) return numbers;
    }
    const numbers = variable.codes?.map(({ number }) => number ?? Number.NaN) ?? [];
    return lookedUp(this.codesOf(variable), numbers);
  }
}

function scoresByPlace(variable: AnalysisVariable, scores: ReadonlyMap<string, number>): readonly number[] {
  return variable.codes?.map(({ code }) => scores.get(code) ?? Number.NaN) ?? [];
}

function lookedUp(places: Int32Array, numbers: readonly number[]): Float64Array {
  const found = new Float64Array(places.length);
  for (let row = 0; row < places.length; row += 1) {
    const place = places[row] ?? -1;
    found[row] = place < 0 ? Number.NaN : (numbers[place] ?? Number.NaN);
  }
  return found;
}
