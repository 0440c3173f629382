import { quantile } from '../../../../engine/stats/index.ts';
import { formatNumber } from '../../../chart/index.ts';
import type { LoadView } from './loadView.ts';

/** What the measured loads say, and where they leave the prediction. */
export interface Findings {
  /** Between which measured loads waiting becomes longer than serving, as a sentence. */
  readonly even: string;
  /** The lightest measured load at which requests waited longer than they were served, or null. */
  readonly waitsFrom: number | null;
  /** The heaviest load below 1. */
  readonly busiest: number;
  /** Mean service there over mean service alone. */
  readonly slowdown: number;
  /** Median over the loads of their median late start, in milliseconds. */
  readonly dispatch: number;
  /** Loads whose mean lies above, within and below what 95 of 100 replays gave. */
  readonly above: readonly number[];
  readonly within: readonly number[];
  readonly below: readonly number[];
}

export function findings({ loads, serviceMs }: LoadView): Findings {
  const waiting = loads.find(({ summary }) => summary.meanWait > summary.meanService);
  const before = loads.filter(({ point }) => point.load < (waiting?.point.load ?? Infinity)).at(-1);
  const stable = loads.filter(({ point }) => point.load < 1);
  const last = stable.at(-1);
  const side = (test: (value: number, lower: number, upper: number) => boolean) =>
    loads
      .filter(({ summary, point: { replay } }) =>
        test(summary.mean.value, replay.mean.lower, replay.mean.upper),
      )
      .map(({ point }) => point.load);
  return {
    even: waiting
      ? before
        ? `Measured: between ${formatNumber(before.point.load)} and ${formatNumber(waiting.point.load)}.`
        : `Measured: already at ${formatNumber(waiting.point.load)}.`
      : 'Measured: at none of these loads.',
    waitsFrom: waiting?.point.load ?? null,
    busiest: last?.point.load ?? 0,
    slowdown: last ? last.summary.meanService / serviceMs : 1,
    dispatch:
      loads.length > 0
        ? quantile(
            loads.map(({ summary }) => summary.dispatch),
            0.5,
          )
        : 0,
    above: side((value, _, upper) => value > upper),
    within: side((value, lower, upper) => value >= lower && value <= upper),
    below: side((value, lower) => value < lower),
  };
}
