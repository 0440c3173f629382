import { requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { Cache, CacheState } from './cache.ts';

export interface TtlOptions {
  /** Seconds that a key is kept. */
  lifetime: number;
  /** Whether each request starts the lifetime anew; by default only storing does. */
  sliding?: boolean;
  hitLatency?: number;
}

/**
 * Time to live: a key is kept `lifetime` seconds, however many there are. Under Poisson requests of rate λᵢ for key i its hit
 * rate is λᵢT/(1 + λᵢT), and 1 − e^(−λᵢT) when sliding. Throws RangeError unless lifetime > 0 and hitLatency ≥ 0.
 *
 * @example
 * const keys = random.zipf({ items: 1000, exponent: 1 });
 * simulate.cacheHitRate({ cache: simulate.ttl({ lifetime: 10 }), keys, rate: 50, seed: 1, requests: 100_000 }).hitRate;
 * queueing.ttlCache({ items: 1000, exponent: 1, requestRate: 50, timeToLive: 10 }).hitRatio;
 */
export function ttl({ lifetime, sliding = false, hitLatency = 0 }: TtlOptions): Cache {
  requirePositive('lifetime', lifetime);
  requireNonNegative('hitLatency', hitLatency);
  return {
    name: 'ttl',
    parameters: { lifetime, sliding: sliding ? 1 : 0, hitLatency },
    hitLatency,
    start: () => new Expiry(lifetime, sliding),
  };
}

class Expiry implements CacheState {
  private readonly lifetime: number;
  private readonly sliding: boolean;
  private until = new Float64Array(256).fill(-Infinity);

  constructor(lifetime: number, sliding: boolean) {
    this.lifetime = lifetime;
    this.sliding = sliding;
  }

  lookup(key: number, now: number): boolean {
    if (key >= this.until.length || !((this.until[key] ?? 0) > now)) return false;
    if (this.sliding) this.until[key] = now + this.lifetime;
    return true;
  }

  store(key: number, now: number): void {
    if (key >= this.until.length) {
      const larger = new Float64Array(Math.max(key + 1, this.until.length * 2)).fill(-Infinity);
      larger.set(this.until);
      this.until = larger;
    }
    this.until[key] = now + this.lifetime;
  }
}
