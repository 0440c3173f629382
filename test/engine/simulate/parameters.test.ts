import { expect, it } from 'vitest';
import * as simulate from '../../../src/engine/simulate/index.ts';

/** What a record of a run says of its policies: the options as told, and the defaults of those that were not. */
it.each([
  [() => simulate.priority({ shares: [0.3, 0.7] }), 'priority', { shares: [0.3, 0.7] }],
  [
    () => simulate.priority({ shares: [0.3, 0.7], preemptive: true }),
    'preemptivePriority',
    { shares: [0.3, 0.7] },
  ],
  [() => simulate.ttl({ lifetime: 9 }), 'ttl', { lifetime: 9, sliding: 0, hitLatency: 0 }],
  [() => simulate.ttl({ lifetime: 9, sliding: true }), 'ttl', { lifetime: 9, sliding: 1, hitLatency: 0 }],
  [() => simulate.lru({ capacity: 5, hitLatency: 0.1 }), 'lru', { capacity: 5, hitLatency: 0.1 }],
  [() => simulate.lfu({ capacity: 5 }), 'lfu', { capacity: 5, hitLatency: 0 }],
  [() => simulate.deadlineDrop({ deadline: 4 }), 'deadlineDrop', { deadline: 4 }],
  [() => simulate.boundedQueue({ capacity: 7 }), 'boundedQueue', { capacity: 7 }],
  [() => simulate.tokenBucket({ rate: 2, burst: 3 }), 'tokenBucket', { rate: 2, burst: 3 }],
  [() => simulate.codel(), 'codel', { target: 0.005, interval: 0.1 }],
  [
    () => simulate.aimdConcurrency({ latency: 1 }),
    'aimdConcurrency',
    { latency: 1, initial: 20, minimum: 1, maximum: 1000, decrease: 0.9 },
  ],
  [
    () => simulate.gradientConcurrency(),
    'gradientConcurrency',
    { initial: 20, minimum: 1, maximum: 200, tolerance: 1.5, smoothing: 0.2, memory: 0.002 },
  ],
] as const)('%o tells what it was made with: %s, %o', (made, name, parameters) => {
  const policy = made();
  expect(policy.name).toBe(name);
  expect(policy.parameters).toEqual(parameters);
});

it('priority lets whoever is in service finish, unless told otherwise', () => {
  const shares = [0.5, 0.5];
  expect(simulate.priority({ shares }).preemptive).toBe(false);
  expect(simulate.priority({ shares, preemptive: true }).preemptive).toBe(true);
});

it('a stored key expires whatever asks for it, unless told otherwise', () => {
  const cache = simulate.ttl({ lifetime: 3 }).start();
  cache.store(1, 0);
  expect([cache.lookup(1, 2), cache.lookup(1, 4)]).toEqual([true, false]);
});
