import type { Router } from './router.ts';

/**
 * The queues in turn. Of a Poisson stream each of n queues sees Erlang-n gaps, which are steadier than random ones.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.6),
 *     service: simulate.exponential(1),
 *     servers: 2,
 *     routing: simulate.roundRobin(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.roundRobin({ arrivalRate: 1.6, serviceRate: 1, servers: 2 }).meanSojourn;
 */
export function roundRobin(): Router {
  return {
    name: 'roundRobin',
    parameters: {},
    needs: 'nothing',
    refresh: 0,
    start(view) {
      let last = -1;
      return () => {
        last = last + 1 >= view.count ? 0 : last + 1;
        return last;
      };
    },
  };
}
