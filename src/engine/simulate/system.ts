import { requireInteger, requirePositive } from '../numeric/require.ts';
import type { Arrivals } from '../random/arrivals/arrivals.ts';
import type { Law } from '../random/law.ts';
import { requireSeed, type Seed } from '../random/seed.ts';
import type { Pause } from './schedule/pauses.ts';
import type { Spike } from './schedule/spikes.ts';

/** A queueing system: requests wait in one line, first come first served, for the first free of `servers` servers. */
export interface System {
  arrivals: Arrivals;
  service: Law;
  /** 1 by default. */
  servers?: number;
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
  /** 'full' (default) keeps every request; 'none' keeps running statistics only, in constant memory. */
  log?: 'full' | 'none';
  /** For log 'none': sojourns up to this count as goodput. With a full log `summarize` is told. */
  deadline?: number;
}

/** The options with their defaults and bounds applied. */
export interface Plan {
  seed: Seed;
  servers: number;
  limit: number;
  horizon: number;
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
  const servers = requireInteger('servers', system.servers ?? 1, 1);
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
  if (log !== 'full' && log !== 'none')
    throw new RangeError(`unknown log: ${String(log)} (one of full, none)`);
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
    expected,
    warmup,
    deadline,
  };
}
