import type { Router } from './router.ts';

/**
 * Each queue with the same probability. A Poisson stream splits into independent Poisson streams.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.6),
 *     service: simulate.exponential(1),
 *     servers: 2,
 *     routing: simulate.randomRouting(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn; // two M/M/1 at 0.8: 5
 */
export function randomRouting(): Router {
  return {
    name: 'random',
    parameters: {},
    needs: 'nothing',
    refresh: 0,
    start: (view, stream) => () => stream.integer(view.count),
  };
}
