/** When to stop sampling one configuration. */
export interface StoppingRule {
  /** Target for the half-width of the 95 % interval of p50, as a share of p50. */
  readonly relativeHalfWidth: number;
  /** The first look; 368 lets p99 have an interval. */
  readonly firstLook: number;
  /** Each further look comes at this multiple of the one before. */
  readonly lookFactor: number;
  /** Sampling lasts at least this long, in milliseconds, so that a slow swing of the machine is seen. */
  readonly shortestMs: number;
  readonly timeLimitMs: number;
  readonly countLimit: number;
}

export const stoppingRule: StoppingRule = {
  relativeHalfWidth: 0.02,
  firstLook: 368,
  lookFactor: 1.5,
  shortestMs: 2000,
  timeLimitMs: 10_000,
  countLimit: 10_000,
};

export type StopReason = 'precision' | 'time' | 'count';

/** What is known at the end of a block. */
export interface SamplingState {
  readonly samples: number;
  /** Time spent sampling, in milliseconds. */
  readonly elapsedMs: number;
  /** Looks taken so far. */
  readonly looks: number;
  /** Relative half-width of p50's interval now; null when it has none. Asked for only at a look. */
  readonly relativeHalfWidth: () => number | null;
}

export type StopDecision =
  | { readonly stop: false; readonly looks: number }
  | { readonly stop: true; readonly looks: number; readonly reason: StopReason };

/**
 * The fixed-look stopping rule: precision is judged only when the count passes 368, 552, 828 …, because looking
 * after every sample and stopping at the first narrow interval makes intervals that are too narrow.
 */
export function decideStop(state: SamplingState, rule: StoppingRule = stoppingRule): StopDecision {
  let looks = state.looks;
  if (state.elapsedMs >= rule.shortestMs && state.samples >= lookPoint(looks, rule)) {
    while (state.samples >= lookPoint(looks, rule)) looks += 1;
    const width = state.relativeHalfWidth();
    if (width !== null && width <= rule.relativeHalfWidth) return { stop: true, looks, reason: 'precision' };
  }
  if (state.elapsedMs >= rule.timeLimitMs) return { stop: true, looks, reason: 'time' };
  if (state.samples >= rule.countLimit) return { stop: true, looks, reason: 'count' };
  return { stop: false, looks };
}

/** Number of samples at which look `index` (from 0) falls due. */
export const lookPoint = (index: number, rule: StoppingRule = stoppingRule): number =>
  Math.ceil(rule.firstLook * rule.lookFactor ** index);
