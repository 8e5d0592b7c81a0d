/**
 * A running sum that keeps the digits that rounding loses (Neumaier 1974). The total of a million terms is correct to
 * about one unit in the last place.
 */
export class CompensatedSum {
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  get total(): number {
    return Number.isFinite(this.lost) ? this.sum + this.lost : this.sum;
  }
}
