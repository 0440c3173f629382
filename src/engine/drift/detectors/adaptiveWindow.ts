import { at } from '../../numeric/at.ts';

/** Buckets of one size, oldest first. */
interface Row {
  totals: number[];
  /** Sums of squared deviations from each bucket's own mean. */
  squares: number[];
}

/** ADWIN's exponential histogram: row r holds buckets of 2^r values, the newest values in row 0. */
export class AdaptiveWindow {
  width = 0;
  total = 0;
  private squares = 0;
  private readonly rows: Row[] = [{ totals: [], squares: [] }];
  private readonly maxBuckets: number;

  constructor(maxBuckets: number) {
    this.maxBuckets = maxBuckets;
  }

  /** Population variance of the window. */
  get variance(): number {
    return this.squares / this.width;
  }

  insert(value: number): void {
    if (this.width > 0) {
      const distance = value - this.total / this.width;
      this.squares += (this.width * distance * distance) / (this.width + 1);
    }
    this.width++;
    this.total += value;
    this.rows[0]?.totals.push(value);
    this.rows[0]?.squares.push(0);
    this.compress();
  }

  /** Whether some cut between buckets, from the oldest on, differs; each row's newest bucket is not cut after. */
  someCut(differs: (n0: number, n1: number, difference: number) => boolean): boolean {
    let [n0, u0] = [0, 0];
    for (let r = this.rows.length - 1, size = this.sizeOf(r); r >= 0; r--, size /= 2) {
      const totals = this.rows[r]?.totals ?? [];
      for (let k = 0; k < totals.length - 1; k++) {
        n0 += size;
        u0 += at(totals, k);
        const n1 = this.width - n0;
        if (differs(n0, n1, u0 / n0 - (this.total - u0) / n1)) return true;
      }
    }
    return false;
  }

  dropOldest(): void {
    const last = this.rows.length - 1;
    const row = this.rows[last];
    const size = this.sizeOf(last);
    const total = row?.totals.shift() ?? 0;
    const own = row?.squares.shift() ?? 0;
    this.width -= size;
    this.total -= total;
    const distance = total / size - this.total / this.width;
    this.squares -= own + (size * this.width * distance * distance) / (size + this.width);
    if (row?.totals.length === 0 && last > 0) this.rows.pop();
  }

  /** Merges the two oldest buckets of a row that has one too many into the next row. */
  private compress(): void {
    for (let r = 0; r < this.rows.length; r++) {
      const row = this.rows[r];
      if (!row || row.totals.length <= this.maxBuckets) return;
      const size = this.sizeOf(r);
      const [a, b] = [row.totals.shift() ?? 0, row.totals.shift() ?? 0];
      const [p, q] = [row.squares.shift() ?? 0, row.squares.shift() ?? 0];
      const distance = (a - b) / size;
      let next = this.rows[r + 1];
      if (!next) {
        next = { totals: [], squares: [] };
        this.rows.push(next);
      }
      next.totals.push(a + b);
      next.squares.push(p + q + (size * distance * distance) / 2);
    }
  }

  private sizeOf(row: number): number {
    let size = 1;
    for (let r = 0; r < row; r++) size *= 2;
    return size;
  }
}
