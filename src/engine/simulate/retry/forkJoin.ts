import { requireInteger } from '../../numeric/require.ts';

export interface Fork {
  readonly name: 'forkJoin';
  /** Tasks of each request, at as many queues. */
  readonly tasks: number;
}

/**
 * Fork and join: each request is `tasks` tasks at as many queues, each with work of its own drawn from the service law, and is
 * answered when the last of them is done; its row shows that one. A task that is turned away or lost takes the others with it.
 * Needs `roundRobin` routing, which spreads the tasks of a request over different queues. Two M/M/1 queues:
 * mean sojourn (12 − ρ)/8 · 1/(μ − λ) (Nelson & Tantawi 1988). Throws RangeError unless tasks is an integer ≥ 1.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.5),
 *     service: simulate.exponential(1),
 *     servers: 2,
 *     routing: simulate.roundRobin(),
 *     fork: simulate.forkJoin({ tasks: 2 }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn; // one queue alone: 2
 */
export function forkJoin({ tasks }: { tasks: number }): Fork {
  return { name: 'forkJoin', tasks: requireInteger('tasks', tasks, 1) };
}
