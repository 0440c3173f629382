import { at } from '../../numeric/at.ts';
import { expm1 } from '../../numeric/exp.ts';
import { requireInteger, requirePositive } from '../../numeric/require.ts';
import { sum } from '../../numeric/sum.ts';
import { type CacheMeasures, cheApproximation } from './characteristicTime.ts';
import { type Popularity, popularityOf } from './popularity.ts';

/**
 * An LRU cache under independent requests, by Che's approximation: Σ (1 − e^(−pᵢT)) = capacity gives the characteristic
 * time T in requests, and item i is found with probability 1 − e^(−pᵢT). Within a tenth of a percent for Zipf's law and
 * hundreds of items. A cache that holds everything always hits.
 * Source: Che, Tung & Wang 2002; Fricker, Robert & Roberts 2012.
 *
 * @example
 * const { hitRatio, characteristicTime } = queueing.lruCache({ items: 1000, exponent: 1, capacity: 100 });
 * hitRatio;
 * characteristicTime; // requests
 */
export function lruCache(options: Popularity & { capacity: number }): CacheMeasures {
  return cheApproximation(options, (asked) => -expm1(-asked));
}

/**
 * A FIFO cache, or one that evicts at random, under independent requests: like `lruCache` with the hit probability
 * pᵢT/(1 + pᵢT), since a hit does not extend an item's stay. Source: Fricker, Robert & Roberts 2012; Gelenbe 1973.
 *
 * @example
 * queueing.fifoCache({ items: 1000, exponent: 1, capacity: 100 }).hitRatio;
 */
export function fifoCache(options: Popularity & { capacity: number }): CacheMeasures {
  return cheApproximation(options, (asked) => asked / (1 + asked));
}

/**
 * The best that a cache can do under independent requests: it holds the `capacity` most popular items, which is where LFU
 * ends up after long enough. Exact.
 *
 * @example
 * queueing.lfuCache({ items: 1000, exponent: 1, capacity: 100 }).hitRatio;
 */
export function lfuCache(options: Popularity & { capacity: number }): { hitRatio: number } {
  const capacity = requireInteger('capacity', options.capacity, 0);
  const ranked = popularityOf(options).sort().reverse();
  return { hitRatio: Math.min(1, sum(ranked.subarray(0, capacity))) };
}

export interface TtlCacheMeasures {
  hitRatio: number;
  hitRatios: Float64Array;
  /** Mean number of items held: what the cache must have room for. */
  meanSize: number;
}

/**
 * A cache with a time to live and room for everything, Poisson requests at `requestRate` per second. An item that is asked
 * for at rate λᵢ is found with probability λᵢt/(1 + λᵢt) when the time runs from its fetch, 1 − e^(−λᵢt) when each hit
 * starts it anew (`renewed`). Exact. Source: Jung, Berger & Balakrishnan 2003; Fofack et al. 2012.
 *
 * @example
 * queueing.ttlCache({ items: 1000, exponent: 1, requestRate: 50, timeToLive: 10 }).hitRatio;
 */
export function ttlCache(
  options: Popularity & {
    requestRate: number;
    /** Seconds. */
    timeToLive: number;
    /** false by default. */
    renewed?: boolean;
  },
): TtlCacheMeasures {
  const { requestRate, timeToLive, renewed = false } = options;
  requirePositive('requestRate', requestRate);
  requirePositive('timeToLive', timeToLive);
  const popularity = popularityOf(options);
  const hitRatios = popularity.map((p) => {
    const asked = p * requestRate * timeToLive;
    return renewed ? -expm1(-asked) : asked / (1 + asked);
  });
  // Poisson requests see time averages: an item is held for the share of time in which a request would find it
  return {
    hitRatio: sum(hitRatios.map((hit, i) => hit * at(popularity, i))),
    hitRatios,
    meanSize: sum(hitRatios),
  };
}
