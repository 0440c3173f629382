import type { Discipline } from './discipline.ts';
import { RankedLine } from './rankedLine.ts';

/**
 * Processor sharing: all who are present are served at once, each by min(1, servers/present) of a server. What a time-sliced
 * machine does. M/G/1: mean sojourn E[S]/(1 − ρ) whatever the law, and x/(1 − ρ) for a request of work x (Kleinrock 1967).
 * Service starts on arrival, so nobody waits; a log names the first server of the group for everyone.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.8),
 *     service: simulate.constant(1),
 *     discipline: simulate.processorSharing(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn; // 1/(1 − 0.8), whatever the service law
 */
export function processorSharing(): Discipline {
  return {
    name: 'processorSharing',
    parameters: {},
    rank: 'none',
    preemptive: false,
    sharing: true,
    line: () => new RankedLine(),
  };
}
