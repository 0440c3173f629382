import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { erlangC } from './erlang.ts';
import type { QueueMeasures } from './measures.ts';

/** One class of requests; the first in the list is served first. */
export interface PriorityClass {
  arrivalRate: number;
  /** Seconds. */
  meanService: number;
  /** Squared coefficient of variation of its service times; 1, exponential, by default. */
  scvService?: number;
}

export interface PriorityMeasures extends QueueMeasures {
  /** In the order given, highest priority first. `utilization` is the class's own share of the server. */
  classes: QueueMeasures[];
}

/**
 * M/G/1 with priorities, without preemption (Cobham): a higher class goes before a lower one in the queue, and who is
 * being served is served to the end. With R = Σ λᵢE[Sᵢ²]/2 over all classes and σ_k = ρ₁ + … + ρ_k,
 * Wq_k = R/((1 − σ_(k−1))·(1 − σ_k)). Exact. With `servers` c > 1 it is M/M/c: R = C/(cμ) with Erlang's C, and all classes
 * must have the same exponential service.
 * Throws RangeError where a class gets less than it asks for, σ_k ≥ 1, and for several servers with unlike services.
 * Source: Cobham 1954; Kleinrock, Queueing Systems vol. 2, §3.3.
 *
 * @example
 * const [urgent, rest] = queueing.nonPreemptivePriority({
 *   classes: [
 *     { arrivalRate: 0.3, meanService: 1 },
 *     { arrivalRate: 0.5, meanService: 1 },
 *   ],
 * }).classes;
 * urgent.meanWait;
 * rest.meanWait;
 */
export function nonPreemptivePriority(options: {
  classes: readonly PriorityClass[];
  /** 1 by default. */
  servers?: number;
}): PriorityMeasures {
  const { classes, servers = 1 } = options;
  requireInteger('servers', servers, 1);
  const load = loads(classes, servers);
  const residual = servers === 1 ? load.reduce((sum, one) => sum + one.residual, 0) : joint(classes, servers);
  return together(
    load.map((one) => {
      const meanWait = residual / (1 - one.before) / (1 - one.upTo);
      return measures(one, meanWait + one.meanService);
    }),
  );
}

/**
 * M/G/1 with preemptive-resume priorities: a higher class interrupts a lower one, whose work is kept. With
 * R_k = Σ_(i ≤ k) λᵢE[Sᵢ²]/2, T_k = E[S_k]/(1 − σ_(k−1)) + R_k/((1 − σ_(k−1))·(1 − σ_k)): a class never feels those
 * below it. `meanWait` is all time not in service, interruptions included. Exact. Throws RangeError for σ_k ≥ 1.
 * Source: Kleinrock, Queueing Systems vol. 2, §3.4; Harchol-Balter, Performance Modeling, ch. 32.
 *
 * @example
 * const { classes } = queueing.preemptivePriority({
 *   classes: [
 *     { arrivalRate: 0.3, meanService: 1 },
 *     { arrivalRate: 0.5, meanService: 1 },
 *   ],
 * });
 * classes.map((one) => one.meanSojourn);
 */
export function preemptivePriority({ classes }: { classes: readonly PriorityClass[] }): PriorityMeasures {
  let residual = 0;
  return together(
    loads(classes).map((one) => {
      residual += one.residual;
      const meanSojourn = one.meanService / (1 - one.before) + residual / (1 - one.before) / (1 - one.upTo);
      return measures(one, meanSojourn);
    }),
  );
}

interface Load {
  arrivalRate: number;
  meanService: number;
  servers: number;
  /** σ of the classes above, and of those and this one. */
  before: number;
  upTo: number;
  residual: number;
}

/** Mean time until one of several servers, all busy, is free, times the probability that all are: C/(cμ). */
const joint = (classes: readonly PriorityClass[], servers: number): number => {
  const meanService = classes[0]?.meanService ?? 0;
  if (classes.some((one) => one.meanService !== meanService || (one.scvService ?? 1) !== 1)) {
    throw new RangeError(
      'classes must all have the same exponential service (meanService alike, scvService 1) at several servers',
    );
  }
  const offeredLoad = meanService * classes.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  return (erlangC({ offeredLoad, servers }) * meanService) / servers;
};

const loads = (classes: readonly PriorityClass[], servers = 1): Load[] => {
  if (classes.length === 0) throw new RangeError('classes must hold at least one class, got none');
  let upTo = 0;
  return classes.map(({ arrivalRate, meanService, scvService = 1 }, k) => {
    requirePositive(`classes[${k}].arrivalRate`, arrivalRate);
    requirePositive(`classes[${k}].meanService`, meanService);
    requireNonNegative(`classes[${k}].scvService`, scvService);
    const before = upTo;
    upTo += (arrivalRate * meanService) / servers;
    if (upTo >= 1) {
      const shown = Number.parseFloat(upTo.toPrecision(6));
      throw new RangeError(
        `utilization of the classes up to classes[${k}] must be < 1, got ${shown}: that class waits without bound`,
      );
    }
    const residual = (arrivalRate * meanService * meanService * (1 + scvService)) / 2;
    return { arrivalRate, meanService, servers, before, upTo, residual };
  });
};

const measures = ({ arrivalRate, meanService, servers }: Load, meanSojourn: number): QueueMeasures => ({
  utilization: (arrivalRate * meanService) / servers,
  meanNumber: arrivalRate * meanSojourn,
  meanQueue: arrivalRate * (meanSojourn - meanService),
  meanSojourn,
  meanWait: meanSojourn - meanService,
});

/** All classes as one stream: numbers add up, times by Little's law. */
const together = (classes: QueueMeasures[]): PriorityMeasures => {
  const total = (read: (one: QueueMeasures) => number) => classes.reduce((sum, one) => sum + read(one), 0);
  const arrivalRate = total((one) => one.meanNumber / one.meanSojourn);
  const meanNumber = total((one) => one.meanNumber);
  const meanQueue = total((one) => one.meanQueue);
  return {
    utilization: total((one) => one.utilization),
    meanNumber,
    meanQueue,
    meanSojourn: meanNumber / arrivalRate,
    meanWait: meanQueue / arrivalRate,
    classes,
  };
};
