import { at } from '../../numeric/at.ts';
import { normalCdf } from '../../numeric/normal.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import { sum } from '../../numeric/sum.ts';
import { type Alternative, pValueOf, type Tails } from '../alternative.ts';
import { midranks } from '../ranks.ts';
import { requirePairs } from './pairs.ts';

export interface WilcoxonSigned {
  /** The smaller of the two rank sums. */
  statistic: number;
  /** Rank sum of the pairs with a > b. */
  positive: number;
  /** Pairs that differ; equal ones are left out. */
  pairs: number;
  pValue: number;
  method: 'exact' | 'asymptotic';
}

/**
 * Wilcoxon's signed-rank test on the differences a − b of pairs. Pairs without difference are dropped (Wilcoxon's rule);
 * equal sizes share midranks. Up to 50 pairs the law over all 2ⁿ signs is exact, ties included; above that normal, without
 * continuity correction. With no pair left that differs the p-value is NaN.
 * Throws RangeError when the lengths differ or for NaN. Source: Wilcoxon 1945.
 *
 * @example
 * stats.wilcoxonSigned([0.74, 0.75, 0.73, 0.77, 0.79], [0.72, 0.74, 0.7, 0.73, 0.74]);
 */
export function wilcoxonSigned(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  {
    alternative = 'two-sided',
    method = 'auto',
  }: { alternative?: Alternative; method?: 'auto' | 'exact' | 'asymptotic' } = {},
): WilcoxonSigned {
  requireOneOf('method', method, ['auto', 'exact', 'asymptotic']);
  const differences = requirePairs(a, b).filter((difference) => difference !== 0);
  const pairs = differences.length;
  const { ranks } = midranks(differences.map(Math.abs), 'a − b');
  const positive = sum(ranks.filter((_, i) => at(differences, i) > 0));
  const exact = method === 'exact' || (method === 'auto' && pairs <= 50);
  const tails = exact ? exactTails(ranks, positive) : normalTails(ranks, positive);
  return {
    statistic: Math.min(positive, (pairs * (pairs + 1)) / 2 - positive),
    positive,
    pairs,
    pValue: pairs === 0 ? Number.NaN : pValueOf(alternative, tails),
    method: exact ? 'exact' : 'asymptotic',
  };
}

/** Convolves one fair sign a rank; ranks are doubled, so that midranks are whole. */
const exactTails = (ranks: Float64Array, positive: number): Tails => {
  const doubled = ranks.map((rank) => 2 * rank);
  const size = sum(doubled);
  const chance = new Float64Array(size + 1);
  chance[0] = 1;
  for (const rank of doubled)
    for (let total = size; total >= 0; total--)
      chance[total] = (at(chance, total) + (total >= rank ? at(chance, total - rank) : 0)) / 2;
  return { atMost: sum(chance.subarray(0, 2 * positive + 1)), atLeast: sum(chance.subarray(2 * positive)) };
};

const normalTails = (ranks: Float64Array, positive: number): Tails => {
  const deviation = Math.sqrt(sum(ranks.map((rank) => rank * rank)) / 4);
  const z = (positive - sum(ranks) / 2) / deviation;
  return { atMost: normalCdf(z), atLeast: normalCdf(-z) };
};
