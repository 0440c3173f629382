import { at } from '../../numeric/at.ts';
import { powerOfTwo } from '../../numeric/bits.ts';
import { requireFinite, requireInteger, requireProbability } from '../../numeric/require.ts';

export interface HdrOptions {
  /** Smallest value told apart from 0 (default 1). */
  lowest?: number;
  /** Largest value that can be recorded (default 3.6e9: an hour in microseconds). */
  highest?: number;
  /** Significant digits kept, 1 to 5 (default 3). */
  digits?: number;
}

/**
 * HdrHistogram: counts whole, non-negative values in buckets whose width doubles with every power of two, so that a fixed
 * number of digits survives over the whole range in fixed memory. subBuckets = 2^⌈log₂(2·10^digits)⌉; counts =
 * (buckets + 1)·subBuckets/2. Merging equal shapes is exact. Source: G. Tene, HdrHistogram, AbstractHistogram.
 *
 * @example
 * const recorded = new stats.HdrHistogram({ lowest: 1, highest: 3_600_000_000, digits: 3 });
 * recorded.countsLength;
 */
export class HdrHistogram {
  readonly lowest: number;
  readonly highest: number;
  readonly digits: number;
  readonly subBuckets: number;
  readonly buckets: number;
  readonly counts: Float64Array;
  count = 0;
  min = Infinity;
  max = 0;
  private readonly unit: number;
  private readonly half: number;

  /** @throws RangeError unless lowest ≥ 1, highest ≥ 2·lowest and digits is 1 to 5, all whole */
  constructor({ lowest = 1, highest = 3_600_000_000, digits = 3 }: HdrOptions = {}) {
    this.lowest = requireInteger('lowest', lowest, 1);
    this.highest = requireInteger('highest', highest, 2 * lowest);
    this.digits = requireInteger('digits', digits, 1);
    if (digits > 5) throw new RangeError(`digits must be <= 5, got ${digits}`);
    let [wanted, size, unit] = [2, 1, 1];
    for (let i = 0; i < digits; i++) wanted *= 10;
    while (size < wanted) size *= 2;
    while (unit * 2 <= lowest) unit *= 2;
    let [buckets, reach] = [1, size * unit];
    for (; reach <= highest; reach *= 2) buckets++;
    [this.subBuckets, this.half, this.unit, this.buckets] = [size, size / 2, unit, buckets];
    this.counts = new Float64Array((buckets + 1) * this.half);
  }

  get countsLength(): number {
    return this.counts.length;
  }

  /** Records a value `times` times. Throws RangeError for a value that is negative, NaN or above `highest`. */
  record(value: number, times = 1): void {
    requireFinite('value', value);
    if (value < 0) throw new RangeError(`value must be >= 0, got ${value}`);
    if (value > this.highest)
      throw new RangeError(`value must be <= highest = ${this.highest}, got ${value}`);
    requireInteger('times', times, 0);
    const whole = Math.floor(value);
    const index = this.indexOf(whole);
    this.counts[index] = at(this.counts, index) + times;
    this.count += times;
    this.min = Math.min(this.min, whole);
    this.max = Math.max(this.max, whole);
  }

  /**
   * Records a value and, if it exceeds the interval at which the load generator meant to send, the values that the requests
   * it did not send would have seen: value − interval, value − 2·interval, … (the repair of coordinated omission).
   */
  recordCorrected(value: number, expectedInterval: number): void {
    this.record(value);
    if (!(expectedInterval > 0)) return;
    for (let missing = value - expectedInterval; missing >= expectedInterval; missing -= expectedInterval)
      this.record(missing);
  }

  /** The smallest value counted together with this one. */
  lowestEquivalent(value: number): number {
    const width = this.widthAt(value);
    return Math.floor(value / width) * width;
  }

  /** The largest whole value counted together with this one. */
  highestEquivalent(value: number): number {
    return this.lowestEquivalent(value) + this.widthAt(value) - 1;
  }

  /** The highest value equivalent to the ⌈p·count⌉-th smallest; NaN when empty. */
  quantile(p: number): number {
    requireProbability('p', p);
    if (this.count === 0) return Number.NaN;
    const rank = Math.max(1, Math.ceil(p * this.count * (1 - 4 * Number.EPSILON)));
    let seen = 0;
    for (let index = 0; index < this.counts.length; index++) {
      seen += at(this.counts, index);
      if (seen >= rank) return Math.min(this.max, this.highestEquivalent(this.valueAt(index)));
    }
    return this.max;
  }

  /** Mean of the buckets' middles, weighted by their counts. */
  get mean(): number {
    let total = 0;
    this.counts.forEach((count, index) => {
      if (count === 0) return;
      const value = this.valueAt(index);
      total += count * (value + Math.floor(this.widthAt(value) / 2));
    });
    return total / this.count;
  }

  /** Adds another histogram's counts. Throws RangeError when its shape differs. */
  merge(other: HdrHistogram): void {
    if (other.countsLength !== this.countsLength || other.unit !== this.unit || other.half !== this.half)
      throw new RangeError(`shapes must agree: ${this.countsLength} counts, got ${other.countsLength}`);
    other.counts.forEach((count, index) => {
      this.counts[index] = at(this.counts, index) + count;
    });
    this.count += other.count;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** Width of the values counted together: the unit, doubled for every power of two above the first bucket. */
  private widthAt(value: number): number {
    let width = this.unit;
    while (value >= this.subBuckets * width) width *= 2;
    return width;
  }

  private indexOf(value: number): number {
    let [bucket, width] = [0, this.unit];
    for (; value >= this.subBuckets * width; width *= 2) bucket++;
    return bucket * this.half + Math.floor(value / width);
  }

  private valueAt(index: number): number {
    const bucket = Math.max(0, Math.floor(index / this.half) - 1);
    return (index - bucket * this.half) * this.unit * powerOfTwo(bucket);
  }
}
