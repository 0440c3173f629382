import { mg1 } from '../queueing/index.ts';
import { empirical, type Law } from '../random/index.ts';
import { quantiles } from '../stats/index.ts';

/** What M/G/1 says of one load. Times in milliseconds; Infinity from ρ = 1 on. */
export interface PredictedLoad {
  readonly load: number;
  readonly mean: number;
  readonly p95: number;
}

/**
 * Latency against load for a server with these measured service times, Poisson arrivals and first come first served, in
 * the long run: the mean by Pollaczek–Khinchine, p95 by inverting the transform of the latency.
 *
 * The transform is taken of 80 evenly spaced quantiles of the measured times: it sums over all of them for every point
 * that it is asked for, and its error near a jump, about 1e-4, is below that of the measurement.
 *
 * @param serviceTimes  milliseconds of single runs
 * @param loads         ρ = λ·E[S], > 0
 */
export function predictLoad(serviceTimes: readonly number[], loads: readonly number[]): PredictedLoad[] {
  const { mean, scv } = empirical(serviceTimes);
  const service = thinned(serviceTimes);
  return loads.map((load) => {
    if (load >= 1) return { load, mean: Infinity, p95: Infinity };
    const { meanSojourn } = mg1({ arrivalRate: load / mean, meanService: mean, scvService: scv });
    const { sojournQuantile } = mg1({ arrivalRate: load / service.mean, service });
    return { load, mean: meanSojourn, p95: sojournQuantile(0.95) };
  });
}

/**
 * Load from which on a request waits longer than it is served, by Pollaczek–Khinchine: ρ/(1 − ρ) · (1 + CV²)/2 = 1 at
 * ρ = 2/(3 + CV²). For service times that never vary it is 2/3, for exponential ones 1/2.
 */
export function evenLoad(scv: number): number {
  return 2 / (3 + scv);
}

const standIns = 80;

const thinned = (serviceTimes: readonly number[]): Law => {
  if (serviceTimes.length <= standIns) return empirical(serviceTimes);
  const places = Array.from({ length: standIns }, (_, index) => (index + 0.5) / standIns);
  return empirical(quantiles(serviceTimes, places, 'hazen'));
};
