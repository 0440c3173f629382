import type { Router } from './router.ts';

/**
 * The same key always to the same queue, by a hash of the key: each server's cache then sees only its own keys, and a
 * popular key makes one server hot. Needs `keys`.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(6),
 *     service: simulate.exponential(1),
 *     servers: 10,
 *     routing: simulate.sticky(),
 *     keys: random.zipf({ items: 1000, exponent: 0.5 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).p99.value;
 */
export function sticky(): Router {
  return {
    name: 'sticky',
    parameters: {},
    needs: 'key',
    refresh: 0,
    start: (view) => (key) => (hash(key) >>> 0) % view.count,
  };
}

/** MurmurHash3's finalizer: every bit of the key moves every bit of the hash. */
const hash = (key: number): number => {
  let word = Math.imul(key ^ (key >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return word ^ (word >>> 16);
};
