import { at } from '../numeric/at.ts';
import { requireFinite, requireInteger } from '../numeric/require.ts';
import { quantileOfSorted } from './quantile.ts';
import { sorted } from './sorted.ts';

export interface HistogramOptions {
  /** Number of bins; by default Freedman–Diaconis' rule, at most 200. */
  bins?: number;
  /** [low, high]; by default the sample's own range. */
  domain?: readonly [number, number];
}

/** Counts in equal bins; `below` and `above` count what lies outside the domain, so that nothing is lost. */
export interface Histogram {
  edges: Float64Array;
  counts: Float64Array;
  /** counts/(n·width), so that the bars' area is the share inside the domain. */
  density: Float64Array;
  below: number;
  above: number;
}

/**
 * Histogram with equal bins [edge, next edge); the last bin also holds its right end.
 *
 * @example
 * stats.histogram([1, 2, 2, 3, 9], { bins: 4, domain: [0, 8] });
 */
export function histogram(values: ArrayLike<number>, { bins, domain }: HistogramOptions = {}): Histogram {
  const sample = sorted(values);
  const n = sample.length;
  const smallest = at(sample, 0);
  const largest = at(sample, n - 1);
  let [low, high] = domain ?? [smallest, largest];
  requireFinite('domain[0]', low);
  requireFinite('domain[1]', high);
  if (domain && high <= low) throw new RangeError(`domain[1] must be > domain[0] = ${low}, got ${high}`);
  if (high === low) {
    const margin = low === 0 ? 0.5 : Math.max(Math.abs(low) * 0.5, 1e-300); // one value: a bar around it
    low -= margin;
    high += margin;
  }
  if (high - low === Infinity) throw new RangeError('domain must span a finite range, got one too wide');
  const count = bins === undefined ? freedmanDiaconis(sample, high - low) : requireInteger('bins', bins, 1);
  const width = (high - low) / count;
  const counts = new Float64Array(count);
  let below = 0;
  let above = 0;
  for (const value of sample) {
    if (value < low) below++;
    else if (value > high) above++;
    else {
      const bin = Math.min(count - 1, Math.floor(((value - low) / (high - low)) * count));
      counts[bin] = at(counts, bin) + 1;
    }
  }
  const edges = Float64Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + i * width));
  return { edges, counts, density: counts.map((c) => c / (n * width)), below, above };
}

/** Bin width 2·IQR/∛n (Freedman & Diaconis 1981). */
const freedmanDiaconis = (sample: Float64Array, range: number): number => {
  const spread = quantileOfSorted(sample, 0.75, 'linear') - quantileOfSorted(sample, 0.25, 'linear');
  if (!(spread > 0)) return 10;
  let root = 1;
  while (root * root * root < sample.length) root++;
  return Math.max(1, Math.min(200, Math.ceil((range * root) / (2 * spread))));
};
