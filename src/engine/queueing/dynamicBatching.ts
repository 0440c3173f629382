import { at } from '../numeric/at.ts';
import { log } from '../numeric/log.ts';
import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import type { QueueMeasures } from './measures.ts';
import { poissonProbabilities } from './poissonProbabilities.ts';

export interface DynamicBatchingOptions {
  arrivalRate: number;
  /** Seconds that a batch takes whatever its size, and for each request in it. */
  fixed: number;
  perItem: number;
  maxBatch: number;
}

export interface DynamicBatchingMeasures extends QueueMeasures {
  meanBatch: number;
  /** Share of batches with n requests, at index n; index 0 is 0. */
  batchShares: number[];
  /** Most requests per second that can be kept up, maxBatch/(fixed + perItem·maxBatch). */
  capacity: number;
}

/**
 * Dynamic batching with a cap and no timeout: a free server takes all that wait, at most `maxBatch`, and serves them in
 * fixed + perItem·n seconds; an idle one serves the next arrival alone. Poisson arrivals. Exact to about 1e-12: the chain
 * of the queue left at batch ends, solved by state reduction, then Little's law. `utilization` is the share of time busy;
 * `meanWait` is the time until the batch starts.
 * Throws RangeError at and beyond capacity, and so close to it that the queue cannot be held.
 * Source: the embedded chain of bulk service queues, Bailey 1954; Inoue 2021 for affine batch times.
 *
 * @example
 * const batching = queueing.dynamicBatching({ arrivalRate: 5, fixed: 0.6, perItem: 0.1, maxBatch: 8 });
 * batching.meanSojourn;
 * batching.meanBatch;
 */
export function dynamicBatching(options: DynamicBatchingOptions): DynamicBatchingMeasures {
  const { arrivalRate, fixed, perItem, maxBatch } = options;
  requirePositive('arrivalRate', arrivalRate);
  requireNonNegative('fixed', fixed);
  requireNonNegative('perItem', perItem);
  requireInteger('maxBatch', maxBatch, 1);
  const batchTime = (n: number) => fixed + perItem * n;
  requirePositive('fixed + perItem', batchTime(1));
  const capacity = maxBatch / batchTime(maxBatch);
  if (arrivalRate >= capacity) {
    const shown = Number.parseFloat(capacity.toPrecision(6));
    throw new RangeError(
      `arrivalRate must be < ${shown}, what full batches can serve, got ${arrivalRate}: the queue grows without bound`,
    );
  }
  const left = queueLeft(arrivalRate, batchTime, maxBatch);
  const batchShares = new Array<number>(maxBatch + 1).fill(0);
  left.forEach((p, q) => {
    const n = batchOf(q, maxBatch);
    batchShares[n] = at(batchShares, n) + p;
  });
  const over = (of: (n: number) => number) => batchShares.reduce((sum, p, n) => sum + p * of(n), 0);
  const meanBatch = over((n) => n);
  const busy = over(batchTime);
  const cycle = busy + at(left, 0) / arrivalRate;
  // during a batch those present at its start stay inside, and arrivals come at a steady rate
  const present = left.reduce((sum, p, q) => sum + p * Math.max(q, 1) * batchTime(batchOf(q, maxBatch)), 0);
  const meanNumber = (present + (arrivalRate * over((n) => batchTime(n) * batchTime(n))) / 2) / cycle;
  const inService = over((n) => n * batchTime(n)) / cycle;
  return {
    utilization: busy / cycle,
    meanNumber,
    meanQueue: meanNumber - inService,
    meanSojourn: meanNumber / arrivalRate,
    meanWait: (meanNumber - inService) / arrivalRate,
    waitProbability: busy / cycle,
    meanBatch,
    batchShares,
    capacity,
  };
}

const batchOf = (queue: number, maxBatch: number): number => Math.min(Math.max(queue, 1), maxBatch);

const none = new Float64Array(0);

/**
 * Stationary law of the number left waiting when a batch ends. States are removed from the top, the flow through each
 * going straight to where it leads (Grassmann, Taksar & Heyman 1985: no subtraction, so no cancellation).
 */
const queueLeft = (arrivalRate: number, batchTime: (n: number) => number, maxBatch: number): Float64Array => {
  const states = statesNeeded(arrivalRate * batchTime(maxBatch), maxBatch);
  const rows = Array.from({ length: states }, (_, q) => {
    const row = new Float64Array(states);
    const n = batchOf(q, maxBatch);
    const rest = Math.max(q, 1) - n;
    row.set(poissonProbabilities(arrivalRate * batchTime(n), states - rest), rest);
    return row;
  });
  const rowOf = (state: number) => rows[state] ?? none;
  const downTo = (state: number) => Math.max(0, state - maxBatch);
  for (let state = states - 1; state > 0; state--) {
    const row = rowOf(state);
    const from = downTo(state);
    let down = 0;
    for (let to = from; to < state; to++) down += at(row, to);
    for (let above = 0; above < state; above++) {
      const other = rowOf(above);
      const share = at(other, state) / down;
      other[state] = share;
      if (share === 0) continue;
      for (let to = from; to < state; to++) other[to] = (other[to] ?? 0) + share * (row[to] ?? 0);
    }
  }
  const law = new Float64Array(states);
  law[0] = 1;
  for (let state = 1; state < states; state++) {
    let flow = 0;
    for (let from = 0; from < state; from++) flow += at(law, from) * at(rowOf(from), state);
    law[state] = flow;
  }
  const total = law.reduce((sum, p) => sum + p, 0);
  return law.map((p) => p / total);
};

/** As many as hold all but 1e-16: the tail falls like z^(−n) with z > 1 from z^maxBatch = e^(a(z − 1)), a arrivals a batch. */
const statesNeeded = (perBatch: number, maxBatch: number): number => {
  const drift = (z: number) => perBatch * (z - 1) - maxBatch * log(z); // negative just above 1, then rising
  let low = 1;
  let high = maxBatch / perBatch; // where the drift is lowest
  while (drift(high) < 0) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (drift(middle) < 0) low = middle;
    else high = middle;
  }
  const states = maxBatch + 10 + Math.ceil(perBatch + 10 * Math.sqrt(perBatch) + 37 / log(high));
  if (states <= 3000) return states;
  const used = Number.parseFloat((perBatch / maxBatch).toPrecision(6));
  throw new RangeError(
    `arrivalRate is ${used} of what full batches can serve: too close to 1 to hold the queue in a table`,
  );
};
