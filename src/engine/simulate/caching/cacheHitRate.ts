import { requireInteger, requirePositive } from '../../numeric/require.ts';
import type { Seed } from '../../random/seed.ts';
import { createStreams } from '../../random/streams.ts';
import { batchMeans } from '../../stats/batchMeans.ts';
import { type KeySource, keysOf } from '../keys.ts';
import type { Cache } from './cache.ts';

export interface CacheHitRateOptions {
  cache: Cache;
  /** A law such as `zipf`, or recorded keys. */
  keys: KeySource;
  seed: Seed;
  requests: number;
  /** Requests at the front that fill the cache and do not count; a tenth by default. */
  warmup?: number;
  /** Poisson rate of the requests, for a cache that knows time; 1 by default. */
  rate?: number;
  confidence?: number;
}

export interface CacheHitRate {
  hitRate: number;
  lower: number;
  upper: number;
  /** Requests counted. */
  requests: number;
}

const BLOCK = 1024;

/**
 * The hit rate of a cache alone, a miss being stored at once, with its interval from 20 batches of successive requests.
 * Keys are those that `simulate` draws from the same seed. Throws RangeError for requests < 40, rate ≤ 0 or no room for them after the warm-up.
 *
 * @example
 * const keys = random.zipf({ items: 1000, exponent: 1 });
 * simulate.cacheHitRate({ cache: simulate.lru({ capacity: 100 }), keys, seed: 1, requests: 100_000 });
 * queueing.lruCache({ items: 1000, exponent: 1, capacity: 100 }).hitRatio;
 */
export function cacheHitRate(options: CacheHitRateOptions): CacheHitRate {
  const { cache, keys, seed, requests, rate = 1, confidence = 0.95 } = options;
  requireInteger('requests', requests, 40);
  requirePositive('rate', rate);
  const warmup = requireInteger('warmup', options.warmup ?? Math.floor(requests / 10), 0);
  if (warmup > requests - 40)
    throw new RangeError(`warmup must be <= requests − 40 = ${requests - 40}, got ${warmup}`);
  const streams = createStreams(seed);
  const draw = keysOf(keys).start(streams.stream('keys'));
  const state = cache.start();
  const block = new Int32Array(BLOCK);
  const hits = new Float64Array(requests - warmup);
  let now = 0;
  for (let done = 0; done < requests; done += BLOCK) {
    const count = Math.min(BLOCK, requests - done);
    draw(block, count);
    for (let i = 0; i < count; i++) {
      const key = block[i] ?? 0;
      now += streams.arrivals.exponential() / rate;
      const hit = state.lookup(key, now);
      if (!hit) state.store(key, now);
      if (done + i >= warmup) hits[done + i - warmup] = hit ? 1 : 0;
    }
  }
  const { mean, lower, upper } = batchMeans(hits, { batches: 20, confidence });
  return { hitRate: mean, lower, upper, requests: hits.length };
}
