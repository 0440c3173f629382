import { quantile } from '../stats/index.ts';
import { changepoints } from './changepoints.ts';

/** Where the run chart became steady, or that it did not. */
export type WarmUp =
  | { readonly kind: 'steady'; readonly from: number; readonly shape: 'flat' | 'faster' | 'slower' }
  | { readonly kind: 'none' };

export interface WarmUpRule {
  /** Levels that differ by less than this share count as the same. */
  readonly tolerance: number;
  /** The steady part must be at least this share of the whole chart. */
  readonly share: number;
  /** Fewer windows than this decide nothing. */
  readonly fewest: number;
}

export const warmUpRule: WarmUpRule = { tolerance: 0.05, share: 0.4, fewest: 24 };

/**
 * Ends a warm-up by changepoint analysis of the run chart, after Barrett et al., "Virtual machine warmup blows
 * hot and cold" (OOPSLA 2017): pull single spikes in, cut the logarithms of the run times where their mean
 * changes, then read backwards which final segments are equivalent. If they cover enough of the chart, it is
 * steady from their start; if not, no steady state was found, and that is a result.
 *
 * @param windows  typical run time in each equal stretch of time, in order, in any unit, all > 0
 */
export function findSteadyState(windows: readonly number[], rule: WarmUpRule = warmUpRule): WarmUp {
  if (windows.length < rule.fewest) return { kind: 'none' };
  const levels = withoutSpikes(windows.map(Math.log));
  const { spread, longRunVariance } = noiseOf(levels);
  const segments = changepoints(levels, 3 * longRunVariance * Math.log(levels.length), 3);
  const last = segments.at(-1);
  if (!last) return { kind: 'none' };

  const same = Math.max(Math.log1p(rule.tolerance), spread);
  let from = last.from;
  for (const segment of segments.slice(0, -1).reverse()) {
    if (Math.abs(segment.mean - last.mean) > same) break;
    from = segment.from;
  }
  if (levels.length - from < rule.share * levels.length) return { kind: 'none' };
  if (from === 0) return { kind: 'steady', from, shape: 'flat' };
  const before = segments.find((segment) => segment.to === from);
  return { kind: 'steady', from, shape: (before?.mean ?? last.mean) > last.mean ? 'faster' : 'slower' };
}

// Only spikes are replaced by the median around them. A running median of all values would make neighbours alike,
// and noise whose neighbours are alike looks like changes of level.
const withoutSpikes = (values: readonly number[]): number[] => {
  const far = 3 * spreadAtLag(values, 1);
  return values.map((value, index) => {
    const middle = quantile(values.slice(Math.max(0, index - 2), index + 3), 0.5);
    return Math.abs(value - middle) > far ? middle : value;
  });
};

/**
 * Spread of the noise from differences of values five apart, which a jump or a slow trend hardly moves, and the
 * variance that a mean of many neighbours answers to: larger by (1 + φ)/(1 − φ) where neighbours are correlated.
 */
const noiseOf = (levels: readonly number[]): { spread: number; longRunVariance: number } => {
  const near = spreadAtLag(levels, 1);
  const spread = Math.max(near, spreadAtLag(levels, 5));
  const correlation = Math.min(mostCorrelation, 1 - (near / spread) ** 2);
  return { spread, longRunVariance: (spread ** 2 * (1 + correlation)) / (1 - correlation) };
};

// Beyond it, correlated noise cannot be told from a trend, and a trend must not pass as steady.
const mostCorrelation = 0.6;

// 1.1504 is the normal law's 0.75 quantile of |x|; at least 1 %.
const spreadAtLag = (levels: readonly number[], lag: number): number => {
  const differences = levels.slice(lag).map((level, index) => Math.abs(level - (levels[index] ?? level)));
  return Math.max(0.01, quantile(differences, 0.75) / (1.1504 * Math.SQRT2));
};
