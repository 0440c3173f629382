import { at } from '../numeric/at.ts';
import { requireInteger, requireProbability } from '../numeric/require.ts';

/**
 * Everything is needed: the product of the availabilities. Assumes independent failures.
 *
 * @example
 * queueing.seriesAvailability([0.999, 0.999, 0.999]);
 */
export function seriesAvailability(availabilities: readonly number[]): number {
  requireInteger('the number of components', availabilities.length, 1);
  return availabilities.reduce((all, each, i) => all * requireProbability(`availabilities[${i}]`, each), 1);
}

/**
 * Any one is enough: 1 − Π (1 − aᵢ). Assumes independent failures; a common cause, such as a shared network, goes in
 * series with the whole.
 *
 * @example
 * queueing.parallelAvailability([0.999, 0.999]);
 */
export function parallelAvailability(availabilities: readonly number[]): number {
  requireInteger('the number of components', availabilities.length, 1);
  const down = availabilities.reduce(
    (all, each, i) => all * (1 - requireProbability(`availabilities[${i}]`, each)),
    1,
  );
  return 1 - down;
}

/**
 * At least `needed` of `components` alike are up: Σ C(n, k)·aᵏ·(1 − a)^(n−k) over k ≥ needed. Assumes independent failures.
 *
 * @example
 * queueing.redundantAvailability({ availability: 0.99, components: 3, needed: 2 });
 */
export function redundantAvailability(options: {
  availability: number;
  components: number;
  needed: number;
}): number {
  const { availability, components, needed } = options;
  requireProbability('availability', availability);
  requireInteger('components', components, 1);
  requireInteger('needed', needed, 1);
  if (needed > components)
    throw new RangeError(`needed must be <= components = ${components}, got ${needed}`);
  // ups[k] is the probability that k of those looked at so far are up
  const ups = new Float64Array(components + 1);
  ups[0] = 1;
  for (let seen = 1; seen <= components; seen++) {
    for (let k = seen; k >= 0; k--) {
      ups[k] = at(ups, k) * (1 - availability) + (k > 0 ? at(ups, k - 1) * availability : 0);
    }
  }
  return ups.subarray(needed).reduce((sum, p) => sum + p, 0);
}
