import { type Router, refreshOf, type StaleOptions } from './router.ts';

/**
 * Join the shortest queue: the queue with the fewest requests, those in service included. Of equal ones the next in turn
 * after the last choice, so that no queue is favoured. With stale information all requests of one period rush to the
 * queues that were shortest at its beginning.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.8),
 *     service: simulate.exponential(1),
 *     servers: 2,
 *     routing: simulate.leastLoaded(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.jsq2({ arrivalRate: 1.8, serviceRate: 1 }).meanSojourn;
 */
export function leastLoaded(options: StaleOptions = {}): Router {
  const refresh = refreshOf(options);
  return {
    name: 'leastLoaded',
    parameters: { refresh },
    needs: 'load',
    refresh,
    start(view) {
      let last = -1;
      return () => {
        const { load, count } = view;
        let chosen = last + 1 >= count ? 0 : last + 1;
        let least = load[chosen] ?? 0;
        for (let step = 1, k = chosen + 1; step < count && least > 0; step++, k++) {
          if (k >= count) k = 0;
          const candidate = load[k] ?? 0;
          if (candidate < least) {
            least = candidate;
            chosen = k;
          }
        }
        last = chosen;
        return chosen;
      };
    },
  };
}
