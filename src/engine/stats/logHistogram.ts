import { HIGH_WORD } from '../numeric/bits.ts';

const SUB_BITS = 7;
const LOWEST_EXPONENT = -30;
const HIGHEST_EXPONENT = 34;
const OFFSET = (LOWEST_EXPONENT + 1023) << SUB_BITS;
const SIZE = ((HIGHEST_EXPONENT - LOWEST_EXPONENT) << SUB_BITS) + 1;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/**
 * Counts positive values in buckets of equal relative width (0.8 %), in the manner of HdrHistogram: a bucket is the
 * exponent and the top seven fraction bits of the IEEE-754 form, so recording is a shift and an add. Covers 1e-9 to 1.7e10;
 * what lies outside lands in the first or last bucket. Memory is constant; `merge` is exact, unlike averaging percentiles.
 *
 * @example
 * const latencies = new stats.LogHistogram();
 * for (let i = 1; i <= 1000; i++) latencies.add(i / 1000);
 * latencies.quantile(0.99);
 */
export class LogHistogram {
  readonly counts = new Float64Array(SIZE);
  count = 0;
  max = 0;

  /** Records values[from] … values[to − 1]. */
  addBlock(values: Float64Array, from: number, to: number): void {
    const { counts } = this;
    const parts = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
    let { max } = this;
    for (let i = from; i < to; i++) {
      const value = values[i] ?? 0;
      if (value > max) max = value;
      let bucket = ((parts[2 * i + HIGH_WORD] ?? 0) >>> (20 - SUB_BITS)) - OFFSET;
      if (bucket < 0) bucket = 0;
      else if (bucket >= SIZE) bucket = SIZE - 1;
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    }
    this.max = max;
    this.count += to - from;
  }

  /** Records one value. */
  add(value: number): void {
    this.addBlock(Float64Array.of(value), 0, 1);
  }

  merge(other: LogHistogram): void {
    const { counts } = this;
    for (let bucket = 0; bucket < SIZE; bucket++) {
      counts[bucket] = (counts[bucket] ?? 0) + (other.counts[bucket] ?? 0);
    }
    this.count += other.count;
    this.max = Math.max(this.max, other.max);
  }

  clear(): void {
    this.counts.fill(0);
    this.count = 0;
    this.max = 0;
  }

  /** Quantile for p in [0, 1], interpolated inside its bucket (relative error below 0.8 %); NaN when empty. */
  quantile(p: number): number {
    if (this.count === 0) return Number.NaN;
    const target = p * this.count;
    let seen = 0;
    for (let bucket = 0; bucket < SIZE; bucket++) {
      const inside = this.counts[bucket] ?? 0;
      if (inside > 0 && seen + inside >= target) {
        const low = bucket === 0 ? 0 : bucketEdge(bucket);
        const high = bucketEdge(bucket + 1);
        return Math.min(this.max, low + ((target - seen) / inside) * (high - low));
      }
      seen += inside;
    }
    return this.max;
  }
}

/** The lower edge of a bucket. */
const bucketEdge = (bucket: number): number => {
  words[1 - HIGH_WORD] = 0;
  words[HIGH_WORD] = (bucket + OFFSET) << (20 - SUB_BITS);
  return double[0] ?? 0;
};
