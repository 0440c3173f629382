import { at } from '../../numeric/at.ts';
import { choose } from '../../numeric/binomial.ts';
import { requireInteger } from '../../numeric/require.ts';
import type { Seed } from '../../random/seed.ts';
import { createStreams } from '../../random/streams.ts';
import { type Alternative, pValueOf } from '../alternative.ts';
import { mean } from '../description.ts';
import { sorted } from '../sorted.ts';

export interface PermutationOptions {
  alternative?: Alternative;
  /** Compared between the groups; the difference of means by default. */
  statistic?: (a: Float64Array, b: Float64Array) => number;
  /** All splits are enumerated up to this many; beyond it so many are drawn. */
  permutations?: number;
  seed?: Seed;
}

export interface PermutationTest {
  statistic: number;
  pValue: number;
  /** How many splits were compared, the observed one included. */
  permutations: number;
  exact: boolean;
}

/**
 * Permutation test: how often does a random split of the pooled values give a statistic as extreme as the observed one?
 * Valid whatever the law, if the values are exchangeable under "no difference". Exact when all C(n + m, n) splits are
 * visited; otherwise Monte Carlo with the observed split counted, so that p is never 0 (Phipson & Smyth 2010). Statistics
 * that agree to 1e-14 count as equal. Throws RangeError for an empty sample or NaN.
 *
 * @example
 * stats.permutationTest([5, 6, 7, 9], [1, 2, 4, 4]);
 */
export function permutationTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  {
    alternative = 'two-sided',
    statistic = (x, y) => mean(x) - mean(y),
    permutations = 10_000,
    seed = 1,
  }: PermutationOptions = {},
): PermutationTest {
  requireInteger('permutations', permutations, 1);
  const [n, m] = [sorted(a, 'a').length, sorted(b, 'b').length];
  const pool = Float64Array.from([...Array.from(a), ...Array.from(b)]);
  const observed = statistic(pool.slice(0, n), pool.slice(n));
  const slack = 1e-14 * Math.abs(observed);
  let [atLeast, atMost, seen] = [0, 0, 0];
  const compare = (value: number): void => {
    if (value >= observed - slack) atLeast++;
    if (value <= observed + slack) atMost++;
    seen++;
  };
  const exact = choose(n + m, n) <= permutations;
  if (exact) eachSplit(pool, n, (x, y) => compare(statistic(x, y)));
  else {
    const stream = createStreams(seed).stream('permutation');
    compare(observed);
    const shuffled = pool.slice();
    while (seen < permutations) {
      for (let i = 0; i < n; i++) {
        const j = i + stream.integer(n + m - i);
        const kept = at(shuffled, i);
        shuffled[i] = at(shuffled, j);
        shuffled[j] = kept;
      }
      compare(statistic(shuffled.slice(0, n), shuffled.slice(n)));
    }
  }
  const pValue = pValueOf(alternative, { atLeast: atLeast / seen, atMost: atMost / seen });
  return { statistic: observed, pValue, permutations: seen, exact };
}

/** Visits every choice of n places for the first group. */
const eachSplit = (
  pool: Float64Array,
  n: number,
  visit: (a: Float64Array, b: Float64Array) => void,
): void => {
  const chosen: boolean[] = new Array(pool.length).fill(false);
  const place = (from: number, left: number): void => {
    if (left === 0) {
      visit(
        pool.filter((_, i) => chosen[i] === true),
        pool.filter((_, i) => chosen[i] !== true),
      );
      return;
    }
    for (let i = from; i <= pool.length - left; i++) {
      chosen[i] = true;
      place(i + 1, left - 1);
      chosen[i] = false;
    }
  };
  place(0, n);
};
