import { choose } from '../../numeric/binomial.ts';
import { normalCdf } from '../../numeric/normal.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import { sum } from '../../numeric/sum.ts';
import { type Alternative, pValueOf, type Tails } from '../alternative.ts';
import { mergedRanks, tieTerm } from '../ranks.ts';
import { sorted } from '../sorted.ts';

export interface MannWhitneyOptions {
  alternative?: Alternative;
  /** 'auto': exact without ties when n·m ≤ 2500, else the normal approximation. */
  method?: 'auto' | 'exact' | 'asymptotic';
  /** Half a step towards the middle in the normal approximation (default). */
  continuity?: boolean;
}

export interface MannWhitney {
  /** U of the first sample: pairs (a, b) with a > b, equal ones counting half. */
  statistic: number;
  /** U/(n·m), the chance that a value of `a` exceeds one of `b`: ½ means no difference. */
  superiority: number;
  pValue: number;
  method: 'exact' | 'asymptotic';
}

/**
 * Mann–Whitney's (Wilcoxon's rank-sum) test: does one sample tend to larger values? It sees ranks alone, so that one
 * outlier weighs no more than one value. Exact for small samples without ties; otherwise normal with the variance reduced
 * for ties, NaN when all values are equal.
 * Throws RangeError for an empty sample, NaN, or method 'exact' with ties. Source: Mann & Whitney 1947.
 *
 * @example
 * stats.mannWhitney([1, 2, 3, 4, 1000], [6, 7, 8, 9, 10]);
 */
export function mannWhitney(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { alternative = 'two-sided', method = 'auto', continuity = true }: MannWhitneyOptions = {},
): MannWhitney {
  requireOneOf('method', method, ['auto', 'exact', 'asymptotic']);
  const [x, y] = [sorted(a, 'a'), sorted(b, 'b')];
  const [n, m] = [x.length, y.length];
  const { first, ties } = mergedRanks(x, y);
  const statistic = sum(first) - (n * (n + 1)) / 2;
  if (method === 'exact' && ties.length > 0)
    throw new RangeError(`method exact needs values without ties, got ${ties.length} groups of equal values`);
  const exact = method === 'exact' || (method === 'auto' && ties.length === 0 && n * m <= 2500);
  const tails = exact ? exactTails(statistic, n, m) : normalTails(statistic, n, m, tieTerm(ties), continuity);
  return {
    statistic,
    superiority: statistic / (n * m),
    pValue: pValueOf(alternative, tails),
    method: exact ? 'exact' : 'asymptotic',
  };
}

const exactTails = (statistic: number, n: number, m: number): Tails => {
  const below = lowerTail(n, m);
  return { atMost: below(statistic), atLeast: below(n * m - statistic) }; // the law of U is symmetric
};

/**
 * P(U ≤ u) from the generating function Π (1 − q^(m + i))/(1 − q^i): each factor multiplies, then divides. Tails are summed
 * from the left, where the counts are small and exact.
 */
const lowerTail = (n: number, m: number): ((u: number) => number) => {
  const size = n * m;
  const ways = new Float64Array(size + 1);
  ways[0] = 1;
  for (let i = 1; i <= n; i++) {
    for (let u = size; u >= m + i; u--) ways[u] = (ways[u] ?? 0) - (ways[u - m - i] ?? 0);
    for (let u = i; u <= size; u++) ways[u] = (ways[u] ?? 0) + (ways[u - i] ?? 0);
  }
  const all = choose(n + m, n);
  return (u) => {
    if (2 * u >= size) return 1 - sum(ways.subarray(0, size - Math.floor(u))) / all;
    return sum(ways.subarray(0, Math.floor(u) + 1)) / all;
  };
};

const normalTails = (statistic: number, n: number, m: number, tied: number, continuity: boolean): Tails => {
  const total = n + m;
  const variance = ((n * m) / 12) * (total + 1 - tied / (total * (total - 1)));
  const half = continuity ? 0.5 : 0;
  const deviation = Math.sqrt(variance);
  if (!(deviation > 0)) return { atLeast: Number.NaN, atMost: Number.NaN };
  const from = statistic - (n * m) / 2;
  return { atLeast: normalCdf(-(from - half) / deviation), atMost: normalCdf((from + half) / deviation) };
};
