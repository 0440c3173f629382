import { pairedDifference, quantile } from '../stats/index.ts';
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
  const medians = new Map(first.filter(counts).map((block) => [block.round, logMedian(block)]));
  const pairs = second.filter(counts).flatMap((block) => {
    const partner = medians.get(block.round);
    return partner === undefined ? [] : [[partner, logMedian(block)] as const];
  });
  if (pairs.length < 3) return null;
  const difference = pairedDifference(
    pairs.map(([ours]) => ours),
    pairs.map(([, theirs]) => theirs),
  );
  if (!Number.isFinite(difference.lower)) return null;
  return {
    ratio: Math.exp(difference.mean),
    lower: Math.exp(difference.lower),
    upper: Math.exp(difference.upper),
    pairs: pairs.length,
  };
}

const counts = (block: Block): boolean => block.discarded === null && block.samples.length > 0;
const logMedian = (block: Block): number => Math.log(quantile(block.samples, 0.5));
