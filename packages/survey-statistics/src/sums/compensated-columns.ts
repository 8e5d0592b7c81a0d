/** Many running sums side by side, each keeping the digits that rounding loses (Neumaier 1974). */
export class CompensatedColumns {
  private readonly width: number;
  private readonly sums: Float64Array;
  private readonly lost: Float64Array;

  constructor(rows: number, width: number) {
    this.width = width;
    this.sums = new Float64Array(rows * width);
    this.lost = new Float64Array(rows * width);
  }

  add(row: number, column: number, term: number): void {
    this.addAt(row * this.width + column, term);
  }

  /** Adds factor times each value to the sums of a row. */
  addAll(row: number, values: Float64Array, factor: number): void {
    const from = row * this.width;
    for (let column = 0; column < values.length; column += 1) this.addAt(from + column, factor * values[column]!);
  }

  /** Adds factor times each product of two values, row by row of the upper triangle. */
  addPairs(row: number, values: Float64Array, factor: number): void {
    let at = row * this.width;
    for (let a = 0; a < values.length; a += 1) {
      const weighted = factor * values[a]!;
      for (let b = a; b < values.length; b += 1) {
        this.addAt(at, weighted * values[b]!);
        at += 1;
      }
    }
  }

  totals(): Float64Array {
    const { sums, lost } = this;
    return sums.map((sum, at) => (Number.isFinite(lost[at]!) ? sum + lost[at]! : sum));
  }

  /** The sums of one column. */
  column(column: number): Float64Array {
    const { sums, lost, width } = this;
    return Float64Array.from({ length: sums.length / width }, (_, row) => {
      const at = row * width + column;
      return Number.isFinite(lost[at]!) ? sums[at]! + lost[at]! : sums[at]!;
    });
  }

  private addAt(at: number, term: number): void {
    const sum = this.sums[at]!;
    const next = sum + term;
    this.lost[at]! += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    this.sums[at] = next;
  }
}
