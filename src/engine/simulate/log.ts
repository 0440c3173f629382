import type { Seed } from '../random/seed.ts';

/** What became of a request. */
export const Outcome = { completed: 0, unfinished: 1 } as const;

/** What a row of `changes` records. */
export const ChangeKind = { arrival: 0, start: 1, finish: 2 } as const;

/**
 * Everything that happened in one run, as plain data: typed arrays that can be cloned or handed to another thread.
 * Times in seconds from the start of the run.
 */
export interface Log {
  seed: Seed;
  servers: number;
  /** Number of requests that arrived. */
  requests: number;
  /** Time of the last event, or the horizon. */
  end: number;
  /** One row a request, in order of arrival. `start` and `finish` are Infinity, and `server` −1, where the run ended first. */
  arrival: Float64Array;
  start: Float64Array;
  finish: Float64Array;
  server: Int32Array;
  outcome: Uint8Array;
  changes: Changes;
  /** Requests at the front that `summarize` leaves out. */
  warmup: number;
}

/**
 * One row a state change, in time order, with the state after it. At the same instant finishes come first, then arrivals,
 * then starts, so that a freed server is free for whoever comes.
 */
export interface Changes {
  time: Float64Array;
  inSystem: Int32Array;
  busy: Int32Array;
  request: Int32Array;
  kind: Uint8Array;
}
