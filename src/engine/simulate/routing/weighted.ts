import { requireNonNegative } from '../../numeric/require.ts';
import type { Router } from './router.ts';

/**
 * Queue k with probability weights[k]/Σ weights: a canary's share of the traffic, or faster machines' larger share.
 * Throws RangeError for negative weights, for none above 0, and in a run unless there is one weight a queue.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(2),
 *     service: simulate.exponential(1),
 *     servers: 2,
 *     speeds: [2, 1],
 *     routing: simulate.weighted({ weights: [2, 1] }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).meanSojourn.value;
 */
export function weighted({ weights }: { weights: readonly number[] }): Router {
  weights.forEach((weight, i) => {
    requireNonNegative(`weights[${i}]`, weight);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) throw new RangeError('weights must hold at least one number > 0, got only zeros');
  const below = Float64Array.from(weights);
  for (let k = 1; k < below.length; k++) below[k] = (below[k] ?? 0) + (below[k - 1] ?? 0);
  return {
    name: 'weighted',
    parameters: { weights },
    needs: 'nothing',
    refresh: 0,
    start(view, stream) {
      if (weights.length !== view.count) {
        throw new RangeError(`weights must hold one number a queue = ${view.count}, got ${weights.length}`);
      }
      return () => {
        const level = stream.uniform() * total;
        let k = 0;
        while ((below[k] ?? Infinity) <= level) k++;
        return k;
      };
    },
  };
}
