import { type LittlesLawWindow, littlesLawWindow, stepArea } from '../../engine/simulate/index.ts';
import { type Result, shownSeconds } from './model.ts';

/** Whose sojourns the dashboard averages: those of the window's arrivals, or those of its log lines, written at the end. */
export type Cohort = 'arrived' | 'finished';

/** The window and how the dashboard measures it. */
export interface MeterSettings {
  readonly from: number;
  readonly to: number;
  readonly cohort: Cohort;
  /** By how much completion stamps run ahead of arrival stamps, ms. */
  readonly clockSkew: number;
}

/** What is known of the window when the playhead stands at one moment. */
export interface Reading {
  readonly from: number;
  /** The playhead, or the window's end if that comes first. */
  readonly until: number;
  /** The path itself. */
  readonly truth: LittlesLawWindow;
  /** ∫N cut upright; `truth.area` is the same area cut level. */
  readonly columns: number;
  /** Attempts turned away in the window. */
  readonly rejected: number;
  /** What the dashboard shows: λ̄ (requests/s), W̄ (s) and their product (requests). */
  readonly arrivalRate: number;
  readonly sojourn: number;
  readonly product: number;
  /** L̄ − λ̄·W̄ − ε, requests: 0 when everything is measured as the law asks. */
  readonly unexplained: number;
}

/** Throws RangeError unless the window ends after it starts, within the shown path. */
export function requireWindow({ from, to }: MeterSettings): void {
  if (to > from && from >= 0 && to <= shownSeconds) return;
  throw new RangeError(
    `the window must end after it starts, within ${shownSeconds} s; it runs from ${from} s to ${to} s`,
  );
}

/** Reads the window at a moment; undefined while the playhead has not passed the window's start. */
export function readingAt(result: Result, settings: MeterSettings, time: number): Reading | undefined {
  const { from, cohort, clockSkew } = settings;
  const until = Math.min(time, settings.to);
  if (!(until > from)) return undefined;
  const truth = littlesLawWindow(result.shown, from, until);
  const rejected = result.rejected.filter((at) => at >= from && at < until).length;
  const [count, total] =
    cohort === 'arrived' ? [truth.arrivals, truth.summedSojourn] : [truth.departures, truth.finishedSojourn];
  const arrivalRate = (count + rejected) / (until - from);
  const sojourn = total / count + clockSkew / 1000;
  const product = count === 0 ? 0 : arrivalRate * sojourn;
  return {
    from,
    until,
    truth,
    columns: stepArea(result.path, from, until),
    rejected,
    arrivalRate,
    sojourn,
    product,
    unexplained: withoutRounding(truth.number - product - truth.edgeTerm, truth.number + Math.abs(product)),
  };
}

/** A difference of nearly equal numbers below their rounding errors is 0, not 3 × 10⁻¹⁶. */
const withoutRounding = (difference: number, size: number) =>
  Math.abs(difference) <= 1e-12 * size ? 0 : difference;
