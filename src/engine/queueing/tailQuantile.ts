import { brentRoot } from '../numeric/brent.ts';
import { log } from '../numeric/log.ts';
import { requireProbability } from '../numeric/require.ts';

/**
 * The p-quantile from a tail P(X > t): the t at which it falls to 1 − p; 0 where it is no higher at the start, Infinity
 * for p = 1 or where it stays above. By Brent's method on ln tail, which is nearly a straight line for most waits.
 * `scale` is a time of about the right size.
 */
export function tailQuantile(tail: (t: number) => number, p: number, scale: number): number {
  const target = 1 - requireProbability('p', p);
  if (target === 0) return Infinity;
  const height = (t: number) => log(Math.max(tail(t), 1e-300) / target);
  if (height(0) <= 0) return 0;
  let [low, high] = [0, scale];
  while (height(high) > 0) {
    if (high > 1e300) return Infinity;
    low = high;
    high *= 2;
  }
  return brentRoot(height, low, high, 0);
}
