import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { quantileOfSorted } from '../stats/quantile.ts';

/**
 * Where bins come from: 'quantile' – equal shares of the reference (deciles for 10 bins; linear quantiles);
 * 'width' – equal widths over the reference's range; 'union' – equal widths over both samples' range; 'sturges' – the same
 * with ⌈log₂ n + 1⌉ bins for n values in all (Evidently's rule; Sturges 1926); 'freedman-diaconis' – the same with width
 * 2·IQR/∛n.
 */
export type BinMethod = 'quantile' | 'width' | 'union' | 'sturges' | 'freedman-diaconis';

export const binMethods: readonly BinMethod[] = [
  'quantile',
  'width',
  'union',
  'sturges',
  'freedman-diaconis',
];

/** Rising edges, at least two. Samples are sorted. */
export function binEdges(
  reference: Float64Array,
  current: Float64Array,
  bins: number,
  method: BinMethod,
): Float64Array {
  if (method === 'quantile') {
    const edges = Float64Array.from({ length: bins + 1 }, (_, i) =>
      quantileOfSorted(reference, i / bins, 'linear'),
    );
    const distinct = edges.filter((edge, i) => i === 0 || edge !== edges[i - 1]);
    return distinct.length > 1 ? distinct : equalWidths(at(edges, 0), at(edges, 0), 1);
  }
  if (method === 'width') return equalWidths(at(reference, 0), at(reference, reference.length - 1), bins);
  const both = Float64Array.of(...ends(reference), ...ends(current)).sort();
  const [low, high] = [at(both, 0), at(both, 3)];
  if (method === 'union') return equalWidths(low, high, bins);
  const n = reference.length + current.length;
  if (method === 'sturges') return equalWidths(low, high, Math.ceil(log(n) / Math.LN2 + 1));
  const pooled = new Float64Array(n);
  pooled.set(reference);
  pooled.set(current, reference.length);
  pooled.sort();
  const spread = quantileOfSorted(pooled, 0.75, 'linear') - quantileOfSorted(pooled, 0.25, 'linear');
  const width = (2 * spread) / exp(log(n) / 3);
  return equalWidths(low, high, width > 0 ? Math.max(1, Math.min(1000, Math.ceil((high - low) / width))) : 1);
}

const ends = (sample: Float64Array): [number, number] => [at(sample, 0), at(sample, sample.length - 1)];

const equalWidths = (low: number, high: number, bins: number): Float64Array => {
  const [from, to] = high > low ? [low, high] : [low - 0.5, high + 0.5]; // one value: a bar around it, as numpy does
  return Float64Array.from({ length: bins + 1 }, (_, i) =>
    i === bins ? to : from + (i * (to - from)) / bins,
  );
};
