import type { CellSums, VariableSums } from '@common-measure/survey-statistics';

type Column = 'n' | 'w' | 'w2' | 'wy' | 'wyy' | 'w2y' | 'w2yy';

/**
 * Sums of two domains, one group (0) and all others (1), from those of a breakdown: what lies in a stratum or sampling unit
 * outside of the group is its total minus the group's part. Small, however many groups there are.
 */
export class ComplementSums {
  private readonly sums: CellSums;
  private readonly units: number;
  private readonly stratumOf: Int32Array;
  private readonly totals: readonly Readonly<Record<Column, Float64Array | null>>[];
  private readonly rows: Float64Array;
  private readonly cellsOf: readonly (readonly number[])[];

  constructor(sums: CellSums) {
    this.sums = sums;
    const unitOf = sums.psu ?? sums.stratum;
    this.units = unitOf.reduce((most, unit) => Math.max(most, unit + 1), 0);
    this.stratumOf = new Int32Array(this.units).fill(-1);
    const cellsOf: number[][] = Array.from({ length: sums.domains }, () => []);
    sums.domain.forEach((domain, cell) => {
      cellsOf[domain]?.push(cell);
      this.stratumOf[unitOf[cell] ?? 0] = sums.stratum[cell] ?? 0;
    });
    this.cellsOf = cellsOf;
    const added = (column: Float64Array) => {
      const total = new Float64Array(this.units);
      column.forEach((sum, cell) => {
        const unit = unitOf[cell] ?? 0;
        total[unit] = (total[unit] ?? 0) + sum;
      });
      return total;
    };
    this.rows = added(sums.rowsWithWeight);
    this.totals = sums.variables.map((variable) => eachColumn((name) => addedOrNull(variable[name], added)));
  }

  /** The group's cells, then one cell for each unit with what is left of it. */
  ofGroup(domain: number): CellSums {
    const { sums, units } = this;
    const own = this.cellsOf[domain] ?? [];
    const unitOf = sums.psu ?? sums.stratum;
    const size = own.length + units;
    const taken = (column: Float64Array, total: Float64Array) => {
      const both = new Float64Array(size);
      both.set(total, own.length);
      own.forEach((cell, i) => {
        both[i] = column[cell] ?? 0;
        const at = own.length + (unitOf[cell] ?? 0);
        both[at] = (both[at] ?? 0) - (column[cell] ?? 0);
      });
      return both;
    };
    const rowsWithWeight = taken(sums.rowsWithWeight, this.rows);
    const isLeft = Array.from({ length: units }, (_, unit) => (rowsWithWeight[own.length + unit] ?? 0) > 0);
    const kept = (column: Float64Array) => {
      // Where nobody is left, the difference of two equal sums is nothing but rounding.
      isLeft.forEach((left, unit) => {
        if (!left) column[own.length + unit] = 0;
      });
      return column;
    };
    return {
      form: sums.form,
      domains: 2,
      domain: Int32Array.from({ length: size }, (_, i) => (i < own.length ? 0 : 1)),
      stratum: Int32Array.from({ length: size }, (_, i) =>
        i < own.length ? (sums.stratum[own[i] ?? 0] ?? 0) : Math.max(0, this.stratumOf[i - own.length] ?? 0),
      ),
      psu:
        sums.psu === null
          ? null
          : Int32Array.from({ length: size }, (_, i) => (i < own.length ? (unitOf[own[i] ?? 0] ?? 0) : i - own.length)),
      rowsWithWeight,
      variables: sums.variables.map((variable, v): VariableSums => {
        const of = (name: Column) => {
          const column = variable[name];
          const total = this.totals[v]?.[name];
          // Counts and squares may stand in one cell of their domain for all: only their sum by domain is meant.
          return column === null || total === null || total === undefined
            ? null
            : name === 'w' || name === 'wy'
              ? kept(taken(column, total))
              : taken(column, total);
        };
        const { label, origin } = variable;
        const needed = (name: Column) => of(name) ?? new Float64Array(size);
        return {
          label,
          origin,
          n: needed('n'),
          w: needed('w'),
          w2: needed('w2'),
          wy: needed('wy'),
          wyy: needed('wyy'),
          w2y: of('w2y'),
          w2yy: of('w2yy'),
        };
      }),
      pairs: [],
    };
  }
}

function eachColumn(make: (name: Column) => Float64Array | null): Readonly<Record<Column, Float64Array | null>> {
  const made = (name: Column) => make(name);
  return {
    n: made('n'),
    w: made('w'),
    w2: made('w2'),
    wy: made('wy'),
    wyy: made('wyy'),
    w2y: made('w2y'),
    w2yy: made('w2yy'),
  };
}

function addedOrNull(column: Float64Array | null, added: (column: Float64Array) => Float64Array): Float64Array | null {
  return column === null ? null : added(column);
}
