import { requireFinite, requireInteger, requirePositive, requireProbability } from '../../numeric/require.ts';

interface Centroid {
  mean: number;
  weight: number;
}

/**
 * Merging t-digest: a sample kept as weighted means, small ones in the tails. A centroid at quantile q holds at most
 * 4·n·q(1 − q)/δ values (at least one), so that the error of a quantile shrinks with q(1 − q); δ is `compression`. Minimum
 * and maximum are exact. Unlike DDSketch its error is one of rank, without a hard bound, and merging depends on the order.
 * Source: Dunning & Ertl 2019.
 *
 * @example
 * const digest = new stats.TDigest();
 * for (let i = 1; i <= 1000; i++) digest.add(i);
 * digest.quantile(0.99);
 */
export class TDigest {
  readonly compression: number;
  min = Infinity;
  max = -Infinity;
  private merged: Centroid[] = [];
  private buffer: Centroid[] = [];
  private merges = 0;
  private total = 0;

  /** @throws RangeError unless compression is a whole number ≥ 10 */
  constructor(compression = 200) {
    this.compression = requireInteger('compression', compression, 10);
  }

  get count(): number {
    return this.total;
  }

  /** Adds a value, or a mean of `weight` values. */
  add(value: number, weight = 1): void {
    requireFinite('value', value);
    requirePositive('weight', weight);
    this.buffer.push({ mean: value, weight });
    this.total += weight;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
    if (this.buffer.length >= 10 * this.compression) this.compress();
  }

  merge(other: TDigest): void {
    for (const { mean, weight } of other.centroids()) this.add(mean, weight);
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** The weighted means in increasing order. */
  centroids(): readonly Readonly<Centroid>[] {
    this.compress();
    return this.merged;
  }

  /** Interpolated between the centroids' middles, and to the exact minimum and maximum at the ends; NaN when empty. */
  quantile(q: number): number {
    requireProbability('q', q);
    const centroids = this.centroids();
    if (this.total === 0) return Number.NaN;
    const target = q * (this.total - 1) + 0.5;
    let [position, value, seen] = [0.5, this.min, 0];
    for (const { mean, weight } of centroids) {
      const middle = seen + weight / 2;
      if (middle >= target) return Math.min(this.max, between(position, value, middle, mean, target));
      [position, value] = [middle, Math.max(value, mean)]; // means may be out of order by a rounding
      seen += weight;
    }
    return between(position, value, this.total - 0.5, this.max, target);
  }

  private compress(): void {
    if (this.buffer.length === 0) return;
    const all = [...this.merged, ...this.buffer].sort((a, b) => a.mean - b.mean);
    this.buffer = [];
    this.merges++;
    const backwards = this.merges % 2 === 0; // alternate, so that no side gets the larger centroids
    if (backwards) all.reverse();
    const out: Centroid[] = [];
    let seen = 0;
    let current: Centroid | undefined;
    for (const next of all) {
      if (!current) {
        current = { ...next };
        continue;
      }
      const weight = current.weight + next.weight;
      if (weight <= Math.min(this.limit(seen), this.limit(seen + weight))) {
        current.mean += ((next.mean - current.mean) * next.weight) / weight;
        current.weight = weight;
      } else {
        seen += current.weight;
        out.push(current);
        current = { ...next };
      }
    }
    if (current) out.push(current);
    this.merged = backwards ? out.reverse() : out;
  }

  private limit(rank: number): number {
    const q = Math.min(1, rank / this.total);
    return Math.max(1, (4 * this.total * q * (1 - q)) / this.compression);
  }
}

/** Linear between two points, kept within them: rounding must not let a quantile fall as q rises. */
const between = (from: number, low: number, to: number, high: number, target: number): number => {
  if (to <= from) return high;
  const value = low + (high - low) * (Math.max(0, target - from) / (to - from));
  return Math.min(Math.max(low, high), Math.max(low, value));
};
