import { requireInteger, requireNonNegative } from '../../numeric/require.ts';
import type { Cache, CacheState } from './cache.ts';
import { KeyTable } from './keyTable.ts';

export interface CacheOptions {
  /** Keys that it holds. */
  capacity: number;
  /** Seconds that an answer from the cache takes; 0 by default. */
  hitLatency?: number;
}

/**
 * Least recently used: a full cache throws out the key that was asked for longest ago. Under independent requests its hit
 * rate is close to Σ pᵢ(1 − e^(−pᵢT)), where T solves Σ (1 − e^(−pᵢT)) = capacity (Che, Tung & Wang 2002).
 * Throws RangeError unless capacity is an integer ≥ 1 and hitLatency ≥ 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(1.2),
 *     service: simulate.exponential(1),
 *     keys: random.zipf({ items: 1000, exponent: 1 }),
 *     cache: simulate.lru({ capacity: 100, hitLatency: 0.01 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).meanSojourn.value;
 */
export function lru({ capacity, hitLatency = 0 }: CacheOptions): Cache {
  requireInteger('capacity', capacity, 1);
  requireNonNegative('hitLatency', hitLatency);
  return {
    name: 'lru',
    parameters: { capacity, hitLatency },
    hitLatency,
    timed: false,
    start: () => new Recency(capacity),
  };
}

/** A ring of places, the latest asked for behind place 0 and the oldest before it; a table finds a key's place. */
class Recency implements CacheState {
  private readonly places = new KeyTable();
  private readonly newer: Int32Array;
  private readonly older: Int32Array;
  private readonly keys: Int32Array;
  private readonly capacity: number;
  private count = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.newer = new Int32Array(capacity + 1);
    this.older = new Int32Array(capacity + 1);
    this.keys = new Int32Array(capacity + 1);
  }

  lookup(key: number): boolean {
    const place = this.places.get(key);
    if (place < 0) return false;
    this.unlink(place);
    this.link(place);
    return true;
  }

  store(key: number): void {
    if (this.lookup(key)) return;
    let place = this.count + 1;
    if (this.count < this.capacity) this.count++;
    else {
      place = this.newer[0] ?? 0;
      this.places.set(this.keys[place] ?? 0, -1);
      this.unlink(place);
    }
    this.keys[place] = key;
    this.places.set(key, place);
    this.link(place);
  }

  private unlink(place: number): void {
    const newer = this.newer[place] ?? 0;
    const older = this.older[place] ?? 0;
    this.older[newer] = older;
    this.newer[older] = newer;
  }

  /** The latest: next to place 0, whose `older` is the latest and whose `newer` is the oldest. */
  private link(place: number): void {
    const latest = this.older[0] ?? 0;
    this.older[place] = latest;
    this.newer[place] = 0;
    this.newer[latest] = place;
    this.older[0] = place;
  }
}
