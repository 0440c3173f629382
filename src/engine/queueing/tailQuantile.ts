import { log } from '../numeric/log.ts';
import { requireProbability } from '../numeric/require.ts';

/**
 * The p-quantile from a tail P(X > t): the t at which it falls to 1 − p; 0 where it is no higher at the start, Infinity
 * for p = 1. By regula falsi (Illinois) on ln tail, which is nearly a straight line for most waits.
 * `scale` is a time of about the right size.
 */
export function tailQuantile(tail: (t: number) => number, p: number, scale: number): number {
  const target = 1 - requireProbability('p', p);
  if (target === 0) return Infinity;
  const height = (t: number) => log(Math.max(tail(t), 1e-300) / target);
  let low = 0;
  let above = height(0);
  if (above <= 0) return 0;
  let high = scale;
  let below = height(high);
  for (; below > 0 && high < 1e300; below = height(high)) {
    low = high;
    above = below;
    high *= 2;
  }
  for (let i = 0, last = 0; i < 200 && high - low > 4e-16 * high; i++) {
    const slanted = low + ((high - low) * above) / (above - below);
    const t = i % 8 === 7 || !(slanted > low && slanted < high) ? low + (high - low) / 2 : slanted;
    const here = height(t);
    if (here === 0 || t === low || t === high) return t;
    const side = here > 0 ? 1 : -1;
    if (side > 0) {
      low = t;
      above = here;
      if (last === side) below /= 2;
    } else {
      high = t;
      below = here;
      if (last === side) above /= 2;
    }
    last = side;
  }
  return high;
}
