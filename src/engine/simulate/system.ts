import { requireInteger, requirePositive } from '../numeric/require.ts';
import type { Arrivals } from '../random/arrivals/arrivals.ts';
import type { Law } from '../random/law.ts';
import { requireSeed, type Seed } from '../random/seed.ts';
import type { Admission } from './admission/admission.ts';
import type { Autoscaler } from './autoscaling/autoscaler.ts';
import type { Batching } from './batching/batching.ts';
import type { Cache } from './caching/cache.ts';
import type { Discipline } from './discipline/discipline.ts';
import type { KeySource } from './keys.ts';
import type { CircuitBreaker } from './retry/circuitBreaker.ts';
import type { Fork } from './retry/forkJoin.ts';
import type { Hedge } from './retry/hedge.ts';
import type { Retry } from './retry/retry.ts';
import type { Timeout } from './retry/timeout.ts';
import type { Router } from './routing/router.ts';
import type { ScheduledEvent } from './schedule/faults.ts';
import type { Pause } from './schedule/pauses.ts';
import type { Spike } from './schedule/spikes.ts';

/**
 * A queueing system. Alone, arrivals, service and servers make one line, first come first served, for the first free of
 * `servers` servers. Every further part is a policy that may be added to the others; those that contradict each other are
 * refused with a sentence.
 */
export interface System {
  arrivals: Arrivals;
  /** Seconds of work of a request; with `affineBatch`, of a batch. */
  service: Law;
  /** 1 by default. With an autoscaler, those ready at the start. */
  servers?: number;
  /** Work that each server does per second, 1 by default. Of idle servers the lowest number is taken, fast or slow. */
  speeds?: readonly number[];
  /** Who is next; `fcfs()` by default. */
  discipline?: Discipline;
  batching?: Batching;
  /** Sends each request to a queue of its own servers; absent, there is one common queue. */
  routing?: Router;
  /** With routing: how many queues share the servers evenly; one a server by default. */
  queues?: number;
  /** What requests ask for, for a cache or a sticky router: a law such as `zipf`, or recorded keys. */
  keys?: KeySource;
  cache?: Cache;
  /** One policy or several, all of which must let a request in. */
  admission?: Admission | readonly Admission[];
  /** How long clients wait for an attempt, seconds or `timeout({…})`. */
  timeout?: number | Timeout;
  retry?: Retry;
  breaker?: CircuitBreaker;
  hedge?: Hedge;
  /** Makes each request several tasks at once, all of which must be done. */
  fork?: Fork;
  autoscaler?: Autoscaler;
  /** Scheduled faults: `outage`, `slowdown`, `spike`. */
  events?: readonly ScheduledEvent[];
  /** Stalls of all servers at once: a garbage collection, an outage. */
  pauses?: readonly Pause[];
  /** Times at which requests come faster or slower. */
  spikes?: readonly Spike[];
}

export interface SimulateOptions {
  seed: Seed;
  /** Stop after this many requests, all served to the end … */
  requests?: number;
  /** … or at this time, whatever is still inside (a tally counts those to their end). One of the two. */
  horizon?: number;
  /** Requests at the front that summaries leave out; by default a tenth of those expected. */
  warmup?: number;
  /**
   * 'full' (default) keeps every request; 'none' keeps running statistics only, in constant memory; 'sampled' keeps those
   * and some thousand requests evenly spread over the run.
   */
  log?: 'full' | 'sampled' | 'none';
  /** For logs 'none' and 'sampled': sojourns up to this count as goodput. With a full log `summarize` is told. */
  deadline?: number;
}

/** The options with their defaults and bounds applied. */
export interface Plan {
  seed: Seed;
  servers: number;
  limit: number;
  horizon: number;
  log: 'full' | 'sampled' | 'none';
  /** How many requests to expect, for sizing batches and warm-up. */
  expected: number;
  warmup: number;
  deadline: number;
}

/** Most requests a full log may hold; its columns then take about 0.5 GB. */
const LARGEST_FULL_LOG = 5_000_000;

export function plan(system: System, options: SimulateOptions): Plan {
  const { seed, requests, horizon, log = 'full', deadline = Infinity } = options;
  requireSeed(seed);
  const ready = requireInteger('servers', system.servers ?? 1, 1);
  const servers = Math.max(ready, system.autoscaler?.maximum ?? 0);
  if (typeof system.arrivals?.start !== 'function') {
    throw new TypeError(
      'arrivals must be an arrival process, such as poisson(0.8) or renewal(law of the gaps)',
    );
  }
  if (typeof system.service?.fill !== 'function') {
    throw new TypeError('service must be a law, such as exponential(mean) or constant(value)');
  }
  if ((requests === undefined) === (horizon === undefined)) {
    throw new TypeError('give either requests or horizon: when does the run end?');
  }
  if (requests !== undefined) requireInteger('requests', requests, 1);
  if (horizon !== undefined) requirePositive('horizon', horizon);
  if (log !== 'full' && log !== 'sampled' && log !== 'none')
    throw new RangeError(`unknown log: ${String(log)} (one of full, sampled, none)`);
  const expected = requests ?? Math.ceil(system.arrivals.rate * (horizon ?? 0));
  if (log === 'full' && expected > LARGEST_FULL_LOG) {
    throw new RangeError(
      `a full log holds at most ${LARGEST_FULL_LOG} requests, got ${expected}: use log: 'none' for running statistics`,
    );
  }
  const warmup = requireInteger('warmup', options.warmup ?? Math.floor(expected / 10), 0);
  if (requests !== undefined && warmup >= requests) {
    throw new RangeError(`warmup must be < requests = ${requests}, got ${warmup}`);
  }
  if (!(deadline > 0)) throw new RangeError(`deadline must be > 0, got ${deadline}`);
  return {
    seed,
    servers,
    limit: requests ?? Infinity,
    horizon: horizon ?? Infinity,
    log,
    expected,
    warmup,
    deadline,
  };
}
