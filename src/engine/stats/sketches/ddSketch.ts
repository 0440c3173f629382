import { exp } from '../../numeric/exp.ts';
import { log } from '../../numeric/log.ts';
import { requireFinite, requireFraction, requireProbability } from '../../numeric/require.ts';

/**
 * DDSketch: quantiles within a relative error α of the value at that rank, from counts in buckets (γ^(i−1), γ^i] with
 * γ = (1 + α)/(1 − α). A bucket answers 2γ^i/(γ + 1). Merging is exact: the sketch of the parts is the sketch of the whole.
 * Negative values have buckets of their own; 0, and what is nearer to it than 1e-300, is counted apart.
 * Source: Masson, Rim & Lee 2019.
 *
 * @example
 * const sketch = new stats.DDSketch(0.01);
 * for (let i = 1; i <= 1000; i++) sketch.add(i);
 * sketch.quantile(0.99);
 */
export class DDSketch {
  readonly alpha: number;
  count = 0;
  sum = 0;
  min = Infinity;
  max = -Infinity;
  private zeros = 0;
  private readonly positive = new Map<number, number>();
  private readonly negative = new Map<number, number>();
  private readonly logGamma: number;

  /** @throws RangeError unless 0 < alpha < 1 */
  constructor(alpha = 0.01) {
    this.alpha = requireFraction('alpha', alpha);
    this.logGamma = log((1 + alpha) / (1 - alpha));
  }

  add(value: number): void {
    requireFinite('value', value);
    if (Math.abs(value) < SMALLEST) this.zeros++;
    else {
      const buckets = value > 0 ? this.positive : this.negative;
      const index = Math.ceil(log(Math.abs(value)) / this.logGamma);
      buckets.set(index, (buckets.get(index) ?? 0) + 1);
    }
    this.count++;
    this.sum += value;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  /** Adds another sketch's counts. Throws RangeError when its alpha differs. */
  merge(other: DDSketch): void {
    if (other.alpha !== this.alpha) throw new RangeError(`alpha must be ${this.alpha}, got ${other.alpha}`);
    for (const [index, count] of other.positive)
      this.positive.set(index, (this.positive.get(index) ?? 0) + count);
    for (const [index, count] of other.negative)
      this.negative.set(index, (this.negative.get(index) ?? 0) + count);
    this.zeros += other.zeros;
    this.count += other.count;
    this.sum += other.sum;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** The value at rank ⌊q·(count − 1)⌋, within α of it; NaN when empty. Not interpolated between ranks. */
  quantile(q: number): number {
    requireProbability('q', q);
    if (this.count === 0) return Number.NaN;
    const rank = q * (this.count - 1);
    let seen = 0;
    for (const [index, count] of byIndex(this.negative, -1)) {
      seen += count;
      if (seen > rank) return -this.representative(index);
    }
    seen += this.zeros;
    if (seen > rank) return 0;
    for (const [index, count] of byIndex(this.positive, 1)) {
      seen += count;
      if (seen > rank) return this.representative(index);
    }
    return this.max;
  }

  /** Buckets in use: the memory that the sketch takes. */
  get buckets(): number {
    return this.positive.size + this.negative.size + (this.zeros > 0 ? 1 : 0);
  }

  private representative(index: number): number {
    const gamma = (1 + this.alpha) / (1 - this.alpha);
    return (2 * exp(index * this.logGamma)) / (gamma + 1);
  }
}

/** Below it numbers lose digits, and a relative error means nothing. */
const SMALLEST = 1e-300;

const byIndex = (buckets: Map<number, number>, direction: number): [number, number][] =>
  [...buckets].sort(([a], [b]) => direction * (a - b));
