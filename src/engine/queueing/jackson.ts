import { at } from '../numeric/at.ts';
import {
  requireInteger,
  requireNonNegative,
  requirePositive,
  requireProbability,
} from '../numeric/require.ts';
import { inverse, matrix, rowTimes } from './matrix.ts';
import type { QueueMeasures } from './measures.ts';
import { mmc } from './mmc.ts';

export interface Station {
  serviceRate: number;
  /** 1 by default. */
  servers?: number;
  /** Requests per second that come here from outside; 0 by default. */
  arrivalRate?: number;
}

export interface NetworkMeasures {
  /** Each as M/M/c at the rate that flows through it. */
  stations: (QueueMeasures & { arrivalRate: number })[];
  meanNumber: number;
  /** From entering the network to leaving it. */
  meanSojourn: number;
}

/**
 * An open Jackson network: Poisson arrivals from outside, exponential stations, and after station i a request goes to j
 * with probability routing[i][j], otherwise it leaves. Flows from λⱼ = γⱼ + Σ λᵢ·routing[i][j]; each station then behaves
 * like M/M/c on its own (product form), and W = Σ Lᵢ/Σ γᵢ.
 * Throws RangeError where a row of `routing` sums to more than 1, nobody ever leaves, or a station is overloaded.
 * Source: Jackson 1957; Gross et al., Fundamentals of Queueing Theory, ch. 4.
 *
 * @example
 * // every second request comes back for another round
 * queueing.jackson({
 *   stations: [{ serviceRate: 4, arrivalRate: 1 }, { serviceRate: 3 }],
 *   routing: [[0, 1], [0.5, 0]],
 * }).meanSojourn;
 */
export function jackson(options: {
  stations: readonly Station[];
  routing: readonly (readonly number[])[];
}): NetworkMeasures {
  const { stations, routing } = options;
  const size = requireInteger('the number of stations', stations.length, 1);
  if (routing.length !== size) throw new RangeError(`routing must have ${size} rows, got ${routing.length}`);
  routing.forEach((row, i) => {
    if (row.length !== size)
      throw new RangeError(`routing[${i}] must have ${size} entries, got ${row.length}`);
    row.forEach((p, j) => {
      requireProbability(`routing[${i}][${j}]`, p);
    });
    const total = row.reduce((sum, p) => sum + p, 0);
    if (total > 1 + 1e-12) throw new RangeError(`routing[${i}] must sum to at most 1, got ${total}`);
  });
  const external = Float64Array.from(stations, ({ arrivalRate = 0 }, i) =>
    requireNonNegative(`stations[${i}].arrivalRate`, arrivalRate),
  );
  const entering = requirePositive(
    'the arrival rate from outside',
    external.reduce((sum, rate) => sum + rate, 0),
  );
  const flow = rowTimes(
    external,
    inverse(matrix(size, (i, j) => (i === j ? 1 : 0) - (routing[i]?.[j] ?? 0))),
  );
  const measured = stations.map(({ serviceRate, servers = 1 }, i) =>
    stationAt(i, at(flow, i), serviceRate, servers),
  );
  const meanNumber = measured.reduce((sum, one) => sum + one.meanNumber, 0);
  return { stations: measured, meanNumber, meanSojourn: meanNumber / entering };
}

/**
 * Stations one after the other: a Jackson network in a line, W = Σ 1/(μᵢ − λ).
 *
 * @example
 * queueing.tandem({ arrivalRate: 2, serviceRates: [3, 4, 5] }).meanSojourn;
 */
export function tandem(options: { arrivalRate: number; serviceRates: readonly number[] }): NetworkMeasures {
  const { arrivalRate, serviceRates } = options;
  requirePositive('arrivalRate', arrivalRate);
  return jackson({
    stations: serviceRates.map((serviceRate, i) => ({ serviceRate, arrivalRate: i === 0 ? arrivalRate : 0 })),
    routing: serviceRates.map((_, i) => serviceRates.map((_rate, j) => (j === i + 1 ? 1 : 0))),
  });
}

const stationAt = (
  index: number,
  arrivalRate: number,
  serviceRate: number,
  servers: number,
): QueueMeasures & { arrivalRate: number } => {
  if (arrivalRate === 0) {
    const idle = { utilization: 0, meanNumber: 0, meanQueue: 0, meanWait: 0, waitProbability: 0 };
    return {
      ...idle,
      meanSojourn: 1 / requirePositive(`stations[${index}].serviceRate`, serviceRate),
      arrivalRate,
    };
  }
  try {
    return { ...mmc({ arrivalRate, serviceRate, servers }), arrivalRate };
  } catch (error) {
    throw new RangeError(`stations[${index}]: ${error instanceof Error ? error.message : String(error)}`);
  }
};
