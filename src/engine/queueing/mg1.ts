import { add, complex, divide, multiply, subtract, times } from '../numeric/complex.ts';
import { requireNonNegative, requirePositive } from '../numeric/require.ts';
import type { Law } from '../random/law.ts';
import type { Transform } from '../random/transform.ts';
import { invertTransform } from './invertTransform.ts';
import { md1 } from './md1.ts';
import { fromWait, type QueueMeasures, requireStable } from './measures.ts';
import { tailQuantile } from './tailQuantile.ts';

/** The service by its first two moments, or by its law. */
export type Mg1Options =
  | { arrivalRate: number; meanService: number; scvService: number }
  | { arrivalRate: number; service: Law };

/**
 * M/G/1: Poisson arrivals, any service law, one server, first come first served.
 * Wq = ρ/(1 − ρ)·(1 + scv)/2·E[S] (Pollaczek–Khinchine): exact, from the two moments alone. An infinite scv gives an
 * infinite mean wait, although every quantile is finite.
 *
 * Given a `service` law, quantiles too: the transform of the wait, (1 − ρ)s/(s − λ + λ·E[e^(−sS)]), is inverted
 * numerically (error of the probability about 1e-10; for laws with jumps, such as `empirical`, about 1e-4 near them).
 * Throws RangeError for ρ ≥ 1, and for quantiles of a law without a transform.
 * Source: Kleinrock, Queueing Systems vol. 1, eq. 5.72 and 5.105.
 *
 * @example
 * queueing.mg1({ arrivalRate: 0.7, meanService: 1, scvService: 4 }).meanWait;
 * const service = random.hyperexponential({ probability: 0.5, means: [0.2, 1.8] });
 * queueing.mg1({ arrivalRate: 0.8, service }).waitQuantile(0.99);
 */
export function mg1(options: { arrivalRate: number; service: Law }): Required<QueueMeasures>;
export function mg1(options: { arrivalRate: number; meanService: number; scvService: number }): QueueMeasures;
export function mg1(options: Mg1Options): QueueMeasures {
  if ('service' in options) return withLaw(options.arrivalRate, options.service);
  const { arrivalRate, meanService, scvService } = options;
  requirePositive('meanService', meanService);
  return means(arrivalRate, meanService, requireNonNegative('scvService', scvService));
}

const means = (arrivalRate: number, meanService: number, scvService: number): QueueMeasures => {
  const utilization = requireStable(arrivalRate, 1 / meanService);
  const meanWait = ((utilization / (1 - utilization)) * meanService * (1 + scvService)) / 2;
  return {
    ...fromWait(meanWait, arrivalRate, 1 / meanService, utilization),
    waitProbability: utilization,
  };
};

const withLaw = (arrivalRate: number, service: Law): Required<QueueMeasures> => {
  if (service.scv === 0) return md1({ arrivalRate, serviceRate: 1 / service.mean });
  const measures = means(arrivalRate, service.mean, service.scv);
  const { utilization } = measures;
  const scale = Number.isFinite(measures.meanSojourn) ? measures.meanSojourn : service.mean;
  const quantileOf = (make: (service: Transform) => Transform, atZero: number) => (p: number) => {
    const { transform } = service;
    if (!transform) throw new RangeError(`the ${service.name} law has no transform to find quantiles from`);
    const ofTail = tailTransform(make(transform));
    return tailQuantile((t) => (t === 0 ? atZero : invertTransform(ofTail, t)), p, scale);
  };
  const wait = (service: Transform): Transform => {
    return (s) => {
      const drift = add(subtract(s, complex(arrivalRate)), times(service(s), arrivalRate));
      return divide(times(s, 1 - utilization), drift);
    };
  };
  return {
    ...measures,
    waitProbability: utilization,
    waitQuantile: quantileOf(wait, utilization),
    sojournQuantile: quantileOf((law) => (s) => multiply(wait(law)(s), law(s)), 1),
  };
};

/** ∫ e^(−st) P(X > t) dt = (1 − E[e^(−sX)])/s. */
const tailTransform =
  (law: Transform): Transform =>
  (s) =>
    divide(subtract(complex(1), law(s)), s);
