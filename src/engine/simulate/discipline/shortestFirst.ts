import type { Discipline } from './discipline.ts';
import { RankedLine } from './rankedLine.ts';

/**
 * Shortest job first: of those who wait, the one with the least work is taken; nobody loses the server. Assumes that the
 * work is known on arrival. Mean sojourn of M/G/1: E[S] + ∫ f(x)·λE[S²]/2 / (1 − ρ(x))² dx, ρ(x) = λ∫₀ˣ t f(t) dt.
 * Source: Phipps 1956.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.8),
 *     service: simulate.exponential(1),
 *     discipline: simulate.shortestFirst(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.shortestJobFirst({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn;
 */
export function shortestFirst(): Discipline {
  return {
    name: 'shortestFirst',
    parameters: {},
    rank: 'work',
    preemptive: false,
    sharing: false,
    line: () => new RankedLine(),
  };
}

/**
 * Shortest remaining processing time: as shortest job first, and whoever has less work left takes the server away. No
 * discipline has a smaller mean sojourn (Schrage 1968). Assumes that the work is known on arrival.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.8),
 *     service: simulate.exponential(1),
 *     discipline: simulate.shortestRemaining(),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.shortestRemainingFirst({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn;
 */
export function shortestRemaining(): Discipline {
  return { ...shortestFirst(), name: 'shortestRemaining', preemptive: true };
}
