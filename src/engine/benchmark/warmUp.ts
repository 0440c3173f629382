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
 * hot and cold" (OOPSLA 2017): smooth single spikes, cut the logarithms of the run times where their mean
 * changes, then read backwards which final segments are equivalent. If they cover enough of the chart, it is
 * steady from their start; if not, no steady state was found, and that is a result.
 *
 * @param windows  typical run time in each equal stretch of time, in order, in any unit, all > 0
 */
export function findSteadyState(windows: readonly number[], rule: WarmUpRule = warmUpRule): WarmUp {
  if (windows.length < rule.fewest) return { kind: 'none' };
  const levels = smoothed(windows.map(Math.log));
  const noise = noiseOf(levels);
  const segments = changepoints(levels, 3 * noise ** 2 * Math.log(levels.length), 3);
  const last = segments.at(-1);
  if (!last) return { kind: 'none' };

  const same = Math.max(Math.log1p(rule.tolerance), 2 * noise);
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

const smoothed = (values: readonly number[]): number[] =>
  values.map((_, index) => quantile(values.slice(Math.max(0, index - 2), index + 3), 0.5));

// Spread of the noise from neighbouring differences, which a slow trend or a jump hardly moves; at least 1 %.
const noiseOf = (levels: readonly number[]): number => {
  const differences = levels.slice(1).map((level, index) => Math.abs(level - (levels[index] ?? level)));
  return Math.max(0.01, quantile(differences, 0.75) / (1.1504 * Math.SQRT2));
};
