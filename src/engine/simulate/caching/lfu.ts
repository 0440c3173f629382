import { requireInteger, requireNonNegative } from '../../numeric/require.ts';
import type { Cache, CacheState } from './cache.ts';
import { KeyTable } from './keyTable.ts';
import type { CacheOptions } from './lru.ts';

/**
 * Least frequently used: a full cache throws out the key with the fewest requests since it came in, of equal ones the one
 * asked for longest ago. Keeps steady favourites through scans, and yesterday's favourites for too long.
 * Throws RangeError unless capacity is an integer ≥ 1 and hitLatency ≥ 0.
 *
 * @example
 * const keys = random.zipf({ items: 1000, exponent: 1 });
 * simulate.cacheHitRate({ cache: simulate.lfu({ capacity: 100 }), keys, seed: 1, requests: 100_000 }).hitRate;
 * queueing.lfuCache({ items: 1000, exponent: 1, capacity: 100 }).hitRatio;
 */
export function lfu({ capacity, hitLatency = 0 }: CacheOptions): Cache {
  requireInteger('capacity', capacity, 1);
  requireNonNegative('hitLatency', hitLatency);
  return {
    name: 'lfu',
    parameters: { capacity, hitLatency },
    hitLatency,
    timed: false,
    start: () => new Frequency(capacity),
  };
}

/** A binary heap of the keys, the next to go at its root; a table finds a key's place in it. */
class Frequency implements CacheState {
  private readonly places = new KeyTable();
  private readonly keys: Int32Array;
  private readonly uses: Float64Array;
  private readonly used: Float64Array;
  private readonly capacity: number;
  private count = 0;
  private clock = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.keys = new Int32Array(capacity);
    this.uses = new Float64Array(capacity);
    this.used = new Float64Array(capacity);
  }

  lookup(key: number): boolean {
    const place = this.places.get(key);
    if (place < 0) return false;
    this.sink(place, key, (this.uses[place] ?? 0) + 1);
    return true;
  }

  store(key: number): void {
    if (this.lookup(key)) return;
    if (this.count === this.capacity) {
      this.places.set(this.keys[0] ?? 0, -1);
      this.sink(0, key, 1);
    } else this.rise(this.count++, key);
  }

  /** Puts a key with a new use in at a place and lets it go down below all that go before it. */
  private sink(from: number, key: number, uses: number): void {
    let place = from;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && this.goesBefore(child + 1, child)) child++;
      // of equal uses the newcomer is the latest used, so all of them go before it
      if ((this.uses[child] ?? 0) > uses) break;
      this.put(place, this.keys[child] ?? 0, this.uses[child] ?? 0, this.used[child] ?? 0);
      place = child;
    }
    this.put(place, key, uses, this.clock++);
  }

  /** Puts a new key in at the end and lets it rise above those with more uses. */
  private rise(end: number, key: number): void {
    let place = end;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if ((this.uses[parent] ?? 0) <= 1) break;
      this.put(place, this.keys[parent] ?? 0, this.uses[parent] ?? 0, this.used[parent] ?? 0);
      place = parent;
    }
    this.put(place, key, 1, this.clock++);
  }

  private goesBefore(a: number, b: number): boolean {
    const usesA = this.uses[a] ?? 0;
    const usesB = this.uses[b] ?? 0;
    return usesA < usesB || (usesA === usesB && (this.used[a] ?? 0) < (this.used[b] ?? 0));
  }

  private put(place: number, key: number, uses: number, used: number): void {
    this.keys[place] = key;
    this.uses[place] = uses;
    this.used[place] = used;
    this.places.set(key, place);
  }
}
