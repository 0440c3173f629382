import { at } from '../numeric/at.ts';
import { brentRoot } from '../numeric/brent.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';
import { requireFraction, requireInteger } from '../numeric/require.ts';
import { requireOneOf } from '../numeric/requireOneOf.ts';
import { boundaryCrossing, informationTimes } from './boundaryCrossing.ts';
import { continueWithin, exitChance, start } from './brownianExit.ts';
import { obrienFlemingSpending, pocockSpending, type Spending } from './spending.ts';

/**
 * 'pocock': the same z at every look. 'obrienFleming': z = c·√(1/t), strict early. 'haybittlePeto': 3 at every look but the
 * last, which is adjusted. 'spendPocock' and 'spendObrienFleming': Lan & DeMets' spending functions, whose looks need not be
 * planned. A function: one's own spending.
 */
export type GroupSequentialDesign =
  | 'pocock'
  | 'obrienFleming'
  | 'haybittlePeto'
  | 'spendPocock'
  | 'spendObrienFleming'
  | Spending;

export interface GroupSequentialOptions {
  /** Number of looks. */
  looks: number;
  /** Two-sided false-alarm rate over all looks (default 0.05). */
  alpha?: number;
  spending?: GroupSequentialDesign;
  /** Share of all information (sample size) at each look; equal steps by default. */
  information?: ArrayLike<number>;
}

export interface GroupSequential {
  /** |z| that stops at each look. */
  z: number[];
  /** The two-sided p-value that this z is. */
  nominal: number[];
  /** False-alarm rate spent up to each look; the last is `alpha`. */
  spent: number[];
  /** c of the classical designs: z = c (Pocock) or c/√t (O'Brien–Fleming); NaN for the others. */
  constant: number;
}

/**
 * Group-sequential bounds: how large |z| must be at each of several looks so that all looks together give a false alarm with
 * probability alpha. Pocock's c for 2, 3, 5 looks is 2.178, 2.289, 2.413; O'Brien–Fleming's 1.977, 2.004, 2.040.
 * By recursive numerical integration of the score's density. Assumes independent normal increments (means, proportions and
 * their like with many requests a look). Throws RangeError for looks < 1, alpha outside (0, 1) or an unknown design.
 * Source: Jennison & Turnbull, Group Sequential Methods, 2000, ch. 2, 7, 19.
 *
 * @example
 * release.groupSequential({ looks: 5, spending: 'obrienFleming' }).z;
 */
export function groupSequential({
  looks,
  alpha = 0.05,
  spending = 'obrienFleming',
  information,
}: GroupSequentialOptions): GroupSequential {
  requireInteger('looks', looks, 1);
  requireFraction('alpha', alpha);
  const times = informationTimes(looks, information);
  const { z, constant } = boundsOf(spending, times, alpha);
  const { upper, lower } = boundaryCrossing(z, { information: times });
  let total = 0;
  const spent = upper.map((chance, k) => {
    total += chance + at(lower, k);
    return total;
  });
  return { z, nominal: z.map((bound) => 2 * normalCdf(-bound)), spent, constant };
}

const boundsOf = (
  design: GroupSequentialDesign,
  times: number[],
  alpha: number,
): { z: number[]; constant: number } => {
  if (typeof design === 'function') return { z: spendingBounds(design, times, alpha), constant: Number.NaN };
  requireOneOf('spending', design, [
    'pocock',
    'obrienFleming',
    'haybittlePeto',
    'spendPocock',
    'spendObrienFleming',
  ]);
  if (design === 'spendPocock')
    return { z: spendingBounds(pocockSpending, times, alpha), constant: Number.NaN };
  if (design === 'spendObrienFleming')
    return { z: spendingBounds(obrienFlemingSpending, times, alpha), constant: Number.NaN };
  const shape = (c: number): number[] =>
    times.map((time, k) => {
      if (design === 'pocock') return c;
      if (design === 'obrienFleming') return c / Math.sqrt(time);
      return k === times.length - 1 ? c : 3;
    });
  const crossing = (c: number): number => boundaryCrossing(shape(c), { information: times }).total;
  const single = -normalQuantile(alpha / 2);
  const highest = single + Math.sqrt(times.length) + 1;
  const constant = brentRoot((c) => alpha - crossing(c), 0.9 * single, highest, 1e-12);
  return { z: shape(constant), constant: design === 'haybittlePeto' ? Number.NaN : constant };
};

/** Look by look: the z at which the paths still inside leave with the error that this look may spend, half on each side. */
const spendingBounds = (spending: Spending, times: number[], alpha: number): number[] => {
  let paths = start;
  let before = 0;
  return times.map((time, k) => {
    const until = 2 * spending(time, alpha / 2);
    const side = Math.max(0, until - before) / 2;
    before = until;
    const z = side < 1e-16 ? Infinity : brentRoot((x) => side - exitChance(paths, time, x, 0), 0, 12, 1e-12);
    if (k < times.length - 1) paths = continueWithin(paths, time, Math.min(z, 12), 0);
    return z;
  });
};
