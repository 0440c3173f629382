import { type Router, refreshOf, type StaleOptions } from './router.ts';

/**
 * Least expected work: the queue that would be empty soonest, by the work of those who wait and what is left of the one in
 * service, at the queue's speed. Assumes that work is known. With equal servers, first come first served and fresh
 * information every request starts exactly when it would in one common queue.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(9),
 *     service: simulate.lognormal({ mean: 1, scv: 4 }),
 *     servers: 10,
 *     routing: simulate.leastWork(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).p99.value;
 */
export function leastWork(options: StaleOptions = {}): Router {
  const refresh = refreshOf(options);
  return {
    name: 'leastWork',
    parameters: { refresh },
    needs: 'work',
    refresh,
    start: (view) => () => {
      const { work, count } = view;
      let chosen = 0;
      let least = work[0] ?? 0;
      for (let k = 1; k < count && least > 0; k++) {
        const candidate = work[k] ?? 0;
        if (candidate < least) {
          least = candidate;
          chosen = k;
        }
      }
      return chosen;
    },
  };
}
