import { littlesLawWindow, type Stays, stepArea } from '../../engine/simulate/index.ts';
import { batchMeans, type Estimate } from '../../engine/stats/index.ts';
import type { NumberPath } from './steps.ts';

/** What a window [0, length) of one long run shows, for growing lengths (seconds). */
export interface Growth {
  readonly length: Float64Array;
  /** L̄ */
  readonly number: Float64Array;
  /** λ̄·W̄ */
  readonly product: Float64Array;
  /** |ε|, requests */
  readonly edge: Float64Array;
}

const points = 44;

/** Windows from a shortest to a longest length, evenly spaced on a log axis. */
export function growingWindows(stays: Stays, shortest: number, longest: number): Growth {
  const length = Float64Array.from(
    { length: points },
    (_, k) => shortest * (longest / shortest) ** (k / (points - 1)),
  );
  const windows = Array.from(length, (end) => littlesLawWindow(stays, 0, end));
  return {
    length,
    number: Float64Array.from(windows, (window) => window.number),
    product: Float64Array.from(windows, (window) => window.number - window.edgeTerm),
    edge: Float64Array.from(windows, (window) => Math.abs(window.edgeTerm)),
  };
}

/** Time average of N over [from, to] with its 95 % interval, from twenty equal stretches. */
export function longRunNumber(path: NumberPath, from: number, to: number): Estimate {
  const batches = 20;
  const edge = (k: number) => from + ((to - from) * k) / batches;
  const averages = Array.from(
    { length: batches },
    (_, k) => stepArea(path, edge(k), edge(k + 1)) / (edge(k + 1) - edge(k)),
  );
  const { mean, lower, upper } = batchMeans(averages, { batches });
  return { value: mean, lower, upper };
}

/**
 * The height at length 1 of the line of slope −1 that runs through the edge terms on log axes: the median of |ε|·length,
 * request-seconds. Where the system is stable it settles, so that the error of the plain law falls as 1/length.
 */
export function edgeScale({ length, edge }: Growth): number {
  const scales = edge.map((error, k) => error * (length[k] ?? 0)).sort();
  return scales[scales.length >> 1] ?? 0;
}
