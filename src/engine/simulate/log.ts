import type { Seed } from '../random/seed.ts';

/**
 * What became of a request: answered; still inside at the end of the run; turned away at the door; left by its client
 * without an answer; taken from the line and thrown away; lost with the server that worked on it.
 */
export const Outcome = {
  completed: 0,
  unfinished: 1,
  rejected: 2,
  timedOut: 3,
  dropped: 4,
  failed: 5,
} as const;

/**
 * What a row of `changes` records. A `leave` is a departure without an answer; a preempted request waits again; a `release`
 * takes a copy of a request away from the servers while the request itself stays or has left already.
 */
export const ChangeKind = { arrival: 0, start: 1, finish: 2, leave: 3, preempt: 4, release: 5 } as const;

/**
 * Everything that happened in one run, as plain data: typed arrays that can be cloned or handed to another thread.
 * Times in seconds from the start of the run.
 */
export interface Log {
  seed: Seed;
  /** Servers that there are, at most. */
  servers: number;
  /** Number of requests that arrived. */
  requests: number;
  /** Time of the last event, or the horizon. */
  end: number;
  /**
   * One row a request, in order of arrival. `start` is Infinity and `server` −1 for those that no server has begun; a
   * request that its cache answered has server −1. `finish` is when the request left, whatever its outcome; Infinity
   * where the run ended first.
   */
  arrival: Float64Array;
  start: Float64Array;
  finish: Float64Array;
  server: Int32Array;
  outcome: Uint8Array;
  changes: Changes;
  /** Requests at the front that `summarize` leaves out. */
  warmup: number;
  /** Class of each request, 0 the most urgent; with a priority discipline. */
  priority?: Uint8Array;
  /** How often each request was sent to the servers; with retries, hedges or a cache. */
  attempts?: Uint8Array;
  /** What the policies did; from a system that has any. */
  counts?: Counts;
  /** How many servers were ready, from each moment on; with an autoscaler. */
  replicas?: Replicas;
}

/** How often the policies acted, over the whole run, warm-up included. */
export interface Counts {
  /** Copies sent to the servers: first attempts, retries and hedges. */
  attempts: number;
  retries: number;
  hedges: number;
  /** Copies called off because another one won, or because the client left. */
  cancelled: number;
  /** Copies served in full for a client that had gone. */
  wasted: number;
  /** Copies turned away, thrown out of the line, and lost with a server. */
  rejected: number;
  dropped: number;
  failed: number;
  /** Attempts that ran into the timeout. */
  timedOut: number;
  /** Requests that a circuit breaker or a retry budget stopped. */
  refused: number;
  cacheHits: number;
  /** Batches served. */
  batches: number;
  /** Events of every kind. */
  events: number;
}

export interface Replicas {
  time: number[];
  ready: number[];
}

/**
 * One row a state change, in time order, with the state after it. At the same instant finishes come first, then arrivals,
 * then starts, so that a freed server is free for whoever comes; where events were simulated, a start follows at once on
 * the finish that allowed it.
 */
export interface Changes {
  time: Float64Array;
  inSystem: Int32Array;
  /** Servers at work. */
  busy: Int32Array;
  request: Int32Array;
  kind: Uint8Array;
  /** Requests in line, where that is not inSystem − busy: with batches, shared servers, retries, hedges or a cache. */
  queued?: Int32Array;
}
