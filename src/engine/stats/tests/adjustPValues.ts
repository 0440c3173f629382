import { at } from '../../numeric/at.ts';
import { requireProbability } from '../../numeric/require.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';

/**
 * 'bonferroni': p·m. 'holm': as strict over all, never weaker. Both keep the chance of any false alarm ≤ α.
 * 'benjaminiHochberg': keeps the expected share of false ones among the alarms ≤ α.
 */
export type Adjustment = 'bonferroni' | 'holm' | 'benjaminiHochberg';

/**
 * P-values adjusted for being several: compare each with α as if it were alone. Twenty metrics of a harmless canary give one
 * alarm at 5 % by chance. In the order given; at most 1. Throws RangeError for values outside [0, 1] or an unknown method.
 * Source: Holm 1979; Benjamini & Hochberg 1995.
 *
 * @example
 * stats.adjustPValues([0.01, 0.04, 0.03], 'holm');
 */
export function adjustPValues(pValues: ArrayLike<number>, method: Adjustment = 'holm'): number[] {
  requireOneOf('method', method, ['bonferroni', 'holm', 'benjaminiHochberg']);
  const values = Array.from(pValues, (p, i) => requireProbability(`pValues[${i}]`, p));
  const m = values.length;
  if (method === 'bonferroni') return values.map((p) => Math.min(1, p * m));
  const order = values.map((_, i) => i).sort((i, j) => at(values, i) - at(values, j));
  const adjusted = new Array<number>(m).fill(0);
  let bound = method === 'holm' ? 0 : 1;
  for (let step = 0; step < m; step++) {
    const rank = method === 'holm' ? step : m - 1 - step; // Holm steps down from the smallest, BH up from the largest
    const place = at(order, rank);
    const p = at(values, place);
    bound = method === 'holm' ? Math.max(bound, p * (m - rank)) : Math.min(bound, (p * m) / (rank + 1));
    adjusted[place] = Math.min(1, bound);
  }
  return adjusted;
}
