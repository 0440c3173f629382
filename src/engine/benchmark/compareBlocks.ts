import { pairedDifference } from '../stats/index.ts';
import { commonRounds } from './commonRounds.ts';
import type { Block } from './runChart.ts';

/** How many times as long the second configuration takes as the first. */
export interface Comparison {
  readonly ratio: number;
  /** 95 % interval of the ratio. */
  readonly lower: number;
  readonly upper: number;
  readonly pairs: number;
}

/**
 * Compares two configurations by paired differences: the logarithms of the medians of blocks that stood side by
 * side in time, so that a machine which changes during the run changes both. Two separate means would not cancel it.
 *
 * @returns null with fewer than three rounds in which both blocks count, or when a coarse clock makes all pairs equal
 */
export function compareBlocks(first: readonly Block[], second: readonly Block[]): Comparison | null {
  const pairs = commonRounds([first, second]).map((medians) => medians.map(Math.log));
  if (pairs.length < 3) return null;
  const difference = pairedDifference(
    pairs.map(([ours = Number.NaN]) => ours),
    pairs.map(([, theirs = Number.NaN]) => theirs),
  );
  if (!Number.isFinite(difference.lower)) return null;
  return {
    ratio: Math.exp(difference.mean),
    lower: Math.exp(difference.lower),
    upper: Math.exp(difference.upper),
    pairs: pairs.length,
  };
}
