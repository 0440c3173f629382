import { exp } from '../numeric/exp.ts';
import { requirePositive } from '../numeric/require.ts';
import { integrate } from './integrate.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';

export interface SizeBasedMeasures extends QueueMeasures {
  /** Mean sojourn of a request that takes `size` seconds of service. */
  sojournOfSize: (size: number) => number;
}

/** Sizes beyond this many means are as rare as e^(−80). */
const FAR = 80;

/**
 * M/M/1 with the shortest job first, not preempted: whoever takes least time is next, which needs the sizes to be known.
 * A request of size x waits R/(1 − ρ_x)², R = λE[S²]/2, ρ_x = λ∫₀ˣ t f(t) dt the load of the smaller ones.
 * `meanSojourn` averages over the sizes. Throws RangeError for ρ ≥ 1.
 * Source: Phipps 1956; Harchol-Balter, Performance Modeling, ch. 31.
 *
 * @example
 * queueing.shortestJobFirst({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn;
 */
export function shortestJobFirst(options: { arrivalRate: number; serviceRate: number }): SizeBasedMeasures {
  const { arrivalRate, serviceRate } = options;
  const utilization = requireStable(arrivalRate, serviceRate);
  // in units of the mean service
  const waitOf = (x: number) => {
    const free = 1 - utilization + utilization * exp(-x) * (1 + x);
    return utilization / free / free;
  };
  const wait = integrate((x) => exp(-x) * waitOf(x), 0, FAR, 320);
  return {
    ...fromWait(wait / serviceRate, arrivalRate, serviceRate, utilization),
    sojournOfSize: (size) => size + waitOf(requirePositive('size', size) * serviceRate) / serviceRate,
  };
}

/**
 * M/M/1 with the shortest remaining processing time first, preemptive: no policy has a smaller mean sojourn.
 * T(x) = λ·(m₂(x) + x²·P(S > x))/(2(1 − ρ_x)²) + ∫₀ˣ dy/(1 − ρ_y), m₂(x) = ∫₀ˣ t² f(t) dt: the time until first served,
 * then the time in service with its interruptions. `meanWait` is all time not in service. Throws RangeError for ρ ≥ 1.
 * Source: Schrage & Miller 1966; Harchol-Balter, Performance Modeling, ch. 33.
 *
 * @example
 * const srpt = queueing.shortestRemainingFirst({ arrivalRate: 0.8, serviceRate: 1 });
 * srpt.meanSojourn;
 * srpt.sojournOfSize(5);
 */
export function shortestRemainingFirst(options: {
  arrivalRate: number;
  serviceRate: number;
}): SizeBasedMeasures {
  const { arrivalRate, serviceRate } = options;
  const utilization = requireStable(arrivalRate, serviceRate);
  const free = (x: number) => 1 - utilization + utilization * exp(-x) * (1 + x);
  const untilServed = (x: number) => {
    const secondMoment = 2 - exp(-x) * (2 + 2 * x); // m₂(x) + x²·e^(−x)
    return (utilization * secondMoment) / 2 / free(x) / free(x);
  };
  const inService = (x: number) => integrate((y) => 1 / free(y), 0, x, 8 + Math.ceil(4 * Math.min(x, 200)));
  const sojourn = integrate((x) => exp(-x) * (untilServed(x) + 1 / free(x)), 0, FAR, 320);
  return {
    ...fromWait((sojourn - 1) / serviceRate, arrivalRate, serviceRate, utilization),
    sojournOfSize: (size) => {
      const x = requirePositive('size', size) * serviceRate;
      return (untilServed(x) + inService(x)) / serviceRate;
    },
  };
}

/**
 * M/G/1 with processor sharing: everyone inside is served at once, each at a share of the speed. W = E[S]/(1 − ρ)
 * whatever the service law, and a request of size x takes x/(1 − ρ): the slowdown is the same for all sizes.
 * `meanWait` is the time lost to sharing. Throws RangeError for ρ ≥ 1.
 * Source: Kleinrock, Queueing Systems vol. 2, §4.4; Harchol-Balter, Performance Modeling, ch. 30.
 *
 * @example
 * const shared = queueing.processorSharing({ arrivalRate: 0.8, meanService: 1 });
 * shared.meanSojourn;
 * shared.sojournOfSize(0.1);
 */
export function processorSharing(options: { arrivalRate: number; meanService: number }): SizeBasedMeasures {
  const { arrivalRate, meanService } = options;
  requirePositive('meanService', meanService);
  const utilization = requireStable(arrivalRate, 1 / meanService);
  const wait = (meanService * utilization) / (1 - utilization);
  return {
    ...fromWait(wait, arrivalRate, 1 / meanService, utilization),
    sojournOfSize: (size) => requirePositive('size', size) / (1 - utilization),
  };
}
