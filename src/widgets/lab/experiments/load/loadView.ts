import {
  inSystemAt,
  type MeasuredServiceLaw,
  measuredServiceLaw,
  type OpenLoopSummary,
  type PredictedLoad,
  predictLoad,
  summarizeOpenLoop,
} from '../../../../engine/benchmark/index.ts';
import type { LoadPoint, LoadRun } from '../../../../store/loadRun.ts';

/** A load that counts, with what its requests met. */
export interface ShownLoad {
  readonly point: LoadPoint;
  readonly summary: OpenLoopSummary;
  /** Requests in the system when half of the arrivals' time was over, and at the last arrival. */
  readonly insideHalfway: number;
  readonly insideAtEnd: number;
  /** λ·E[S] with the service times of this load itself. */
  readonly realLoad: number;
}

export interface LoadView {
  readonly law: MeasuredServiceLaw;
  /** Mean service time alone, in milliseconds. */
  readonly serviceMs: number;
  /** By load, from the lightest on. */
  readonly loads: readonly ShownLoad[];
  readonly discarded: readonly LoadPoint[];
  readonly formula: readonly PredictedLoad[];
}

/** Where the prediction is drawn: densely where it bends. */
const grid = [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.985];

/** Everything that the pictures of a run show. */
export function loadView({ service, points }: LoadRun): LoadView {
  const law = measuredServiceLaw(service.serviceTimes, service.report.innerRuns);
  const counted = points.filter((point) => point.discarded === null && point.finish.length > 0);
  return {
    law,
    serviceMs: 1000 / law.serviceRate,
    loads: counted.toSorted((one, other) => one.load - other.load).map(shown),
    discarded: points.filter((point) => !counted.includes(point)),
    formula: predictLoad(service.serviceTimes, grid),
  };
}

const shown = (point: LoadPoint): ShownLoad => {
  const last = point.scheduled.at(-1) ?? 0;
  const summary = summarizeOpenLoop(point);
  return {
    point,
    summary,
    realLoad: (point.rate * summary.meanService) / 1000,
    insideHalfway: inSystemAt(point, last / 2),
    insideAtEnd: inSystemAt(point, last),
  };
};
