import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cache,
  cacheHitRate,
  constant,
  exponential,
  lfu,
  lru,
  Outcome,
  poisson,
  simulate,
  summarize,
  trace,
  ttl,
  zipf,
} from '../../../src/engine/simulate/index.ts';
import { oracles } from '../support/oracle.ts';

const oracle = oracles('simulate');
const popular = zipf({ items: 1000, exponent: 1 });

describe('hit rates', () => {
  it('LRU under Zipf: Che', () => {
    const { inputs, expected } = oracle('che-lru-1000-1.0-100');
    const { hitRate, lower, upper } = cacheHitRate({
      cache: lru({ capacity: inputs.capacity }),
      keys: popular,
      seed: 3,
      requests: 1_000_000,
      confidence: 0.999,
    });
    expect(lower).toBeLessThan(expected.hit);
    expect(upper).toBeGreaterThan(expected.hit);
    expect(upper - lower).toBeLessThan(0.01);
    expect(hitRate).toBeLessThan(0.692993); // what the hundred most popular keys would give
  });
  it.each([false, true])('TTL of Poisson requests, sliding %s', (sliding) => {
    const lifetime = 30;
    const expected = popular.probabilities.reduce(
      (sum, p) => sum + p * (sliding ? 1 - Math.exp(-p * lifetime) : (p * lifetime) / (1 + p * lifetime)),
      0,
    );
    const cache = ttl({ lifetime, sliding });
    const { lower, upper } = cacheHitRate({
      cache,
      keys: popular,
      seed: 3,
      requests: 400_000,
      confidence: 0.999,
    });
    expect(lower).toBeLessThan(expected);
    expect(upper).toBeGreaterThan(expected);
    expect(upper - lower).toBeLessThan(0.02);
  });
  it('LFU keeps steady favourites: between LRU and the best static choice', () => {
    const rate = (cache: Cache) => cacheHitRate({ cache, keys: popular, seed: 3, requests: 200_000 }).hitRate;
    const least = rate(lfu({ capacity: 100 }));
    expect(least).toBeGreaterThan(rate(lru({ capacity: 100 })));
    expect(least).toBeLessThan(0.7);
  });
  it('a scan through LRU flushes it', () => {
    const keys = [...Array(101).keys()];
    expect(cacheHitRate({ cache: lru({ capacity: 100 }), keys, seed: 1, requests: 5000 }).hitRate).toBe(0);
    expect(cacheHitRate({ cache: lru({ capacity: 101 }), keys, seed: 1, requests: 5000 }).hitRate).toBe(1);
  });
});

describe('the same keys in plain lists', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 });
  const size = fc.integer({ min: 1, max: 9 });
  it('LRU', () => {
    fc.assert(
      fc.property(keys, size, (asked, capacity) => {
        const cache = lru({ capacity }).start();
        let list: number[] = [];
        return asked.every((key, i) => {
          const hit = list.includes(key);
          list = [key, ...list.filter((other) => other !== key)].slice(0, capacity);
          const found = cache.lookup(key, i);
          if (!found) cache.store(key, i);
          return found === hit;
        });
      }),
    );
  });
  it.each([false, true])('TTL, sliding %s: the last moment is too late', (sliding) => {
    const gap = fc.integer({ min: 0, max: 4 });
    const key = fc.constantFrom(0, 1, 255, 256, 257, 512, 2000); // around the room that a table begins with
    fc.assert(
      fc.property(fc.array(fc.tuple(key, gap), { maxLength: 200 }), (requests) => {
        const cache = ttl({ lifetime: 3, sliding }).start();
        const until = new Map<number, number>();
        let now = 0;
        for (const [key, wait] of requests) {
          now += wait;
          const hit = (until.get(key) ?? 0) > now;
          expect(cache.lookup(key, now)).toBe(hit);
          if (!hit) cache.store(key, now);
          if (!hit || sliding) until.set(key, now + 3);
        }
      }),
    );
  });
  it('LFU', () => {
    fc.assert(
      fc.property(keys, size, (asked, capacity) => {
        const cache = lfu({ capacity }).start();
        let list: { key: number; uses: number; used: number }[] = [];
        return asked.every((key, i) => {
          const known = list.find((entry) => entry.key === key);
          if (known) Object.assign(known, { uses: known.uses + 1, used: i });
          else {
            if (list.length === capacity) {
              const worst = list.toSorted((a, b) => a.uses - b.uses || a.used - b.used)[0];
              list = list.filter((entry) => entry !== worst);
            }
            list.push({ key, uses: 1, used: i });
          }
          const found = cache.lookup(key, i);
          if (!found) cache.store(key, i);
          return found === (known !== undefined);
        });
      }),
    );
  });
});

describe('in front of servers', () => {
  it('a hit needs no server and takes the hit latency', () => {
    const log = simulate(
      {
        arrivals: trace([0, 10, 20, 30, 31]),
        service: exponential(1),
        keys: [7, 7, 7, 8, 7],
        cache: lru({ capacity: 1, hitLatency: 0.25 }),
      },
      { seed: 1, requests: 5, warmup: 0 },
    );
    expect([...log.server.slice(0, 4)]).toEqual([0, -1, -1, 0]);
    expect([...log.attempts!.slice(0, 4)]).toEqual([1, 0, 0, 1]);
    expect(log.finish[1]).toBe(10.25);
    expect(log.counts?.cacheHits).toBeGreaterThanOrEqual(2);
    expect(log.outcome.every((o) => o === 0)).toBe(true);
  });
  it('gives every hit its latency, however many are on their way', () => {
    const times = Array.from({ length: 300 }, (_, i) => 10 + i / 100);
    const system = {
      arrivals: trace([0, ...times]),
      service: constant(1),
      keys: [7],
      cache: lru({ capacity: 1, hitLatency: 5 }),
    };
    const log = simulate(system, { seed: 1, requests: 301, warmup: 0 });
    expect([...log.finish.slice(1)]).toEqual(times.map((t) => expect.closeTo(t + 5, 9)));
    const stopped = simulate(system, { seed: 1, horizon: 16, warmup: 0 });
    stopped.finish.slice(1).forEach((finish, i) => {
      const answered = times[i]! + 5 <= 16;
      expect(finish).toEqual(answered ? expect.closeTo(times[i]! + 5, 9) : Infinity);
      expect(stopped.outcome[i + 1]).toBe(answered ? Outcome.completed : Outcome.unfinished);
    });
  });
  it('takes the hit rate off the load', () => {
    const system = {
      arrivals: poisson(1.5),
      service: exponential(1),
      keys: popular,
      cache: lru({ capacity: 100, hitLatency: 0.01 }),
    };
    const options = { seed: 5, requests: 200_000 };
    const summary = summarize(simulate(system, { ...options, log: 'none' }));
    const { hitRate } = cacheHitRate({ cache: system.cache, keys: popular, seed: 5, requests: 200_000 });
    expect(Math.abs(summary.utilization.value / (1.5 * (1 - hitRate)) - 1)).toBeLessThan(0.02);
    expect(summary.throughput.value).toBeCloseTo(1.5, 1);
    expect(summary.p50.value).toBeLessThan(0.011);
  });
});

it('names what is wrong', () => {
  const system = { arrivals: poisson(1), service: exponential(1), cache: lru({ capacity: 5 }) };
  expect(() => simulate(system, { seed: 1, requests: 5 })).toThrow('the lru cache needs keys');
  expect(() => lru({ capacity: 0 })).toThrow('capacity must be an integer >= 1');
  expect(() => ttl({ lifetime: 0 })).toThrow('lifetime must be > 0');
  expect(() => cacheHitRate({ cache: lfu({ capacity: 5 }), keys: [], seed: 1, requests: 50 })).toThrow(
    'keys must be a law',
  );
  expect(() => cacheHitRate({ cache: lfu({ capacity: 5 }), keys: [2 ** 25], seed: 1, requests: 50 })).toThrow(
    'a key must be <=',
  );
  expect(() =>
    cacheHitRate({ cache: lfu({ capacity: 5 }), keys: [1], seed: 1, requests: 50, warmup: 20 }),
  ).toThrow('warmup must be <=');
});
