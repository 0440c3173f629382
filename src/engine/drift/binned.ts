import { at } from '../numeric/at.ts';
import { requireInteger } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import { sorted } from '../stats/sorted.ts';
import { type BinMethod, binEdges, binMethods } from './binEdges.ts';

export interface BinnedOptions {
  /** Number of bins (default 10); 'sturges' and 'freedman-diaconis' find it themselves. */
  bins?: number;
  /** Where the edges come from; see `BinMethod`. */
  method?: BinMethod;
  /** 'clamp' (default): the end bins are open, nothing is lost. 'drop': values beyond the edges are left out. */
  outside?: 'clamp' | 'drop';
}

export interface Binned {
  /** Shares of each sample's size; with 'drop' they may sum to less than 1. */
  reference: Float64Array;
  current: Float64Array;
  /** One more than bins; a bin is [edge, next edge), the last one closed. */
  edges: Float64Array;
  /** Values of the current sample beyond the edges: the drift that closed bins would hide. */
  outside: number;
}

/**
 * Shares of two samples in the same bins, for `psi` and the divergences. The bins decide much of the result (deciles of the
 * reference and equal widths can differ by a fifth): state the method beside the number. Equal edges, from ties in the
 * reference, are merged, so that there may be fewer bins than asked for.
 * Throws RangeError for an empty sample, NaN, bins < 1 or an unknown method.
 *
 * @example
 * const { reference, current } = drift.binned([1, 2, 3, 4, 5, 6, 7, 8], [5, 6, 7, 8, 8, 9], { bins: 4 });
 * reference;
 * current;
 */
export function binned(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  { bins = 10, method = 'quantile', outside = 'clamp' }: BinnedOptions = {},
): Binned {
  requireInteger('bins', bins, 1);
  requireOneOf('method', method, binMethods);
  requireOneOf('outside', outside, ['clamp', 'drop']);
  const [r, c] = [sorted(reference, 'reference'), sorted(current, 'current')];
  const edges = binEdges(r, c, bins, method);
  const [low, high] = [at(edges, 0), at(edges, edges.length - 1)];
  return {
    reference: shares(r, edges, outside),
    current: shares(c, edges, outside),
    edges,
    outside: c.reduce((count, value) => count + (value < low || value > high ? 1 : 0), 0),
  };
}

const shares = (sample: Float64Array, edges: Float64Array, outside: 'clamp' | 'drop'): Float64Array => {
  const counts = new Float64Array(edges.length - 1);
  const last = counts.length - 1;
  let bin = 0;
  for (const value of sample) {
    while (bin < last && value >= (edges[bin + 1] ?? Infinity)) bin++;
    const within = value >= at(edges, 0) && value <= at(edges, edges.length - 1);
    if (within || outside === 'clamp') counts[bin] = at(counts, bin) + 1;
  }
  return counts.map((count) => count / sample.length);
};
