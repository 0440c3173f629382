import { requireNonNegative, requirePositive } from '../numeric/require.ts';
import { fromWait, type QueueMeasures } from './measures.ts';
import { mg1 } from './mg1.ts';

export interface SetupMeasures extends QueueMeasures {
  /** Share of time that the server is switched off. */
  offProbability: number;
  /** Share of time that it is starting. */
  setupProbability: number;
}

/**
 * M/G/1 that switches off when it is empty and needs a setup when the next request comes: scale to zero, with a cold
 * start. Wq = Wq(M/G/1) + (2E[I] + λE[I²])/(2(1 + λE[I])); for an exponential setup the addition is E[I] whatever the
 * load. P(setup) = (1 − ρ)·λE[I]/(1 + λE[I]). Exact. Service and setup are exponential (scv 1) unless said otherwise.
 * Throws RangeError for ρ ≥ 1. Source: Welch 1964; Harchol-Balter, Performance Modeling, ch. 27.
 *
 * @example
 * const cold = queueing.setupTimes({ arrivalRate: 0.6, meanService: 1, meanSetup: 4 });
 * cold.meanSojourn;
 * cold.setupProbability;
 */
export function setupTimes(options: {
  arrivalRate: number;
  meanService: number;
  /** Seconds from the request that finds it off until it serves. */
  meanSetup: number;
  scvService?: number;
  scvSetup?: number;
}): SetupMeasures {
  const { arrivalRate, meanService, meanSetup, scvService = 1, scvSetup = 1 } = options;
  requirePositive('meanSetup', meanSetup);
  requireNonNegative('scvSetup', scvSetup);
  const plain = mg1({ arrivalRate, meanService, scvService });
  const coming = arrivalRate * meanSetup; // requests that arrive during a setup
  const addition = (meanSetup * (2 + coming * (1 + scvSetup))) / (2 * (1 + coming));
  const empty = 1 - plain.utilization;
  return {
    ...fromWait(plain.meanWait + addition, arrivalRate, 1 / meanService, plain.utilization),
    waitProbability: 1,
    offProbability: empty / (1 + coming),
    setupProbability: (empty * coming) / (1 + coming),
  };
}
