import type { Stream } from '../stream.ts';

/** A rule by which requests arrive. */
export interface Arrivals {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  /** Long-run mean rate, requests per second. */
  readonly rate: number;
  /** Squared coefficient of variation of the gaps between arrivals. */
  readonly scv: number;
  /** Begins one realisation at time 0. */
  start(stream: Stream): ArrivalSource;
}

/** One realisation of an arrival process. */
export interface ArrivalSource {
  /** Writes the next `count` arrival times (seconds, never decreasing); Infinity when there are no more. */
  fill(times: Float64Array, count: number): void;
}
