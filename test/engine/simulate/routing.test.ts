import { describe, expect, it } from 'vitest';
import { mm1 } from '../../../src/engine/queueing/index.ts';
import {
  constant,
  exponential,
  leastLoaded,
  leastWork,
  poisson,
  powerOfD,
  type Router,
  randomRouting,
  roundRobin,
  simulate,
  sticky,
  summarize,
  uniform,
  weighted,
} from '../../../src/engine/simulate/index.ts';
import { oracles } from '../support/oracle.ts';
import { covers, longRun } from './support/longRun.ts';

const oracle = oracles('simulate');
const two = { arrivals: poisson(1.8), service: exponential(1), servers: 2 };

describe('two queues at ρ = 0.9', () => {
  it('join the shortest queue', () => {
    const summary = longRun({ ...two, routing: leastLoaded() }, 1_500_000);
    covers(summary, { meanSojourn: oracle('jsq-2-0.9').expected, utilization: 0.9 });
  });
  it('round robin: each sees Erlang-2 gaps', () => {
    const summary = longRun({ ...two, routing: roundRobin() }, 1_500_000);
    covers(summary, { meanSojourn: oracle('round-robin-2-0.9').expected });
  });
  it('at random: two M/M/1', () => {
    const theory = mm1({ arrivalRate: 0.7, serviceRate: 1 });
    const summary = longRun({ ...two, arrivals: poisson(1.4), routing: randomRouting() });
    covers(summary, { meanSojourn: theory.meanSojourn, p99: theory.sojournQuantile(0.99) });
  });
});

describe('power of d', () => {
  it.each([
    ['power-of-2-0.9', 0.9, 2],
    ['power-of-3-0.9', 0.9, 3],
  ])('%s over 100 queues lies near the mean field', (id, rate, d) => {
    const system = { arrivals: poisson(100 * rate), service: exponential(1), servers: 100 };
    const { meanSojourn } = longRun({ ...system, routing: powerOfD({ d }) }, 1_000_000);
    const limit = oracle(id).expected.T;
    // a hundred queues are not infinitely many: some per cent above the limit
    expect(meanSojourn.value / limit).toBeGreaterThan(1);
    expect(meanSojourn.lower / limit).toBeLessThan(1.03);
    expect((meanSojourn.upper - meanSojourn.lower) / limit).toBeLessThan(0.06);
  });
  it('with one choice is random, with as many as there are it is the shortest queue', () => {
    const shortest = longRun({ ...two, routing: powerOfD({ d: 2 }) }, 400_000);
    expect(Math.abs(shortest.meanSojourn.value / oracle('jsq-2-0.9').expected - 1)).toBeLessThan(0.1);
    const one = longRun({ ...two, arrivals: poisson(1.4), routing: powerOfD({ d: 1 }) });
    covers(one, { meanSojourn: 1 / 0.3 });
  });
});

it('least work starts every request exactly when one common queue would', () => {
  for (const service of [exponential(1), uniform({ min: 0, max: 2 })]) {
    const system = { arrivals: poisson(3.6), service, servers: 4 };
    const common = simulate(system, { seed: 9, requests: 20_000 });
    const routed = simulate({ ...system, routing: leastWork() }, { seed: 9, requests: 20_000 });
    routed.start.forEach((start, i) => {
      expect(Math.abs(start - common.start[i]!)).toBeLessThan(1e-6);
    });
  }
});

it('weights split the traffic', () => {
  const log = simulate(
    {
      arrivals: poisson(2),
      service: exponential(0.5),
      servers: 3,
      routing: weighted({ weights: [0.9, 0, 0.1] }),
    },
    { seed: 3, requests: 20_000 },
  );
  const share = [0, 1, 2].map((k) => log.server.filter((server) => server === k).length / 20_000);
  expect(share[1]).toBe(0);
  expect(Math.abs(share[0]! - 0.9)).toBeLessThan(0.01);
});

it('a sticky router sends a key always to the same queue, and keys to all queues', () => {
  const keys = Array.from({ length: 500 }, (_, i) => (i * 7919) % 97);
  const log = simulate(
    { arrivals: poisson(3), service: exponential(1), servers: 8, routing: sticky(), keys },
    { seed: 1, requests: 2000 },
  );
  const home = new Map<number, number>();
  log.server.forEach((server, i) => {
    const key = keys[i % 500]!;
    expect(home.get(key) ?? server).toBe(server);
    home.set(key, server);
  });
  expect(new Set(home.values()).size).toBe(8);
});

it('stale loads make the shortest queue worse than chance', () => {
  const system = { arrivals: poisson(16), service: exponential(1), servers: 20 };
  const mean = (routing: Router) => longRun({ ...system, routing }, 100_000).meanSojourn.value;
  const fresh = mean(leastLoaded());
  const stale = mean(leastLoaded({ refresh: 0.5 }));
  const older = mean(leastLoaded({ refresh: 10 }));
  expect(fresh).toBeLessThan(stale);
  expect(stale).toBeLessThan(older);
  expect(older).toBeGreaterThan(mean(randomRouting()));
  expect(mean(powerOfD({ d: 2, refresh: 10 }))).toBeLessThan(older); // two choices herd less (Mitzenmacher 2000)
});

it('a slow server gets what its router does not look at', () => {
  const system = { arrivals: poisson(2.4), service: exponential(1), servers: 4, speeds: [1, 1, 1, 0.25] };
  const p99 = (routing: Router) => longRun({ ...system, routing }, 100_000).p99.value;
  expect(p99(leastWork())).toBeLessThan(p99(leastLoaded()));
  expect(p99(leastLoaded())).toBeLessThan(p99(roundRobin()));
});

it('several servers may share a queue', () => {
  const system = {
    arrivals: poisson(3.2),
    service: exponential(1),
    servers: 4,
    queues: 2,
    routing: randomRouting(),
  };
  const theory = 1 / (1 - 0.8 * 0.8); // M/M/2 at ρ = 0.8
  covers(longRun(system), { meanSojourn: theory, utilization: 0.8 });
});

describe('common random numbers', () => {
  it('every router meets the same requests with the same work', () => {
    const system = { arrivals: poisson(3), service: exponential(1), servers: 400 };
    const runs = [
      randomRouting(),
      roundRobin(),
      leastLoaded(),
      powerOfD(),
      leastWork(),
      leastLoaded({ refresh: 3 }),
    ].map((routing) => simulate({ ...system, routing }, { seed: 5, requests: 3000 }));
    const plain = simulate(system, { seed: 5, requests: 3000 });
    for (const log of runs) {
      expect(log.arrival).toEqual(plain.arrival);
      log.finish.forEach((finish, i) => {
        expect(finish - log.start[i]!).toBeCloseTo(plain.finish[i]! - plain.start[i]!, 8);
      });
    }
  });
});

it('names what is wrong', () => {
  const options = { seed: 1, requests: 5 };
  expect(() => powerOfD({ d: 0 })).toThrow('d must be an integer >= 1, got 0');
  expect(() => leastLoaded({ refresh: 0 })).toThrow('refresh must be > 0, got 0');
  expect(() => simulate({ ...two, routing: weighted({ weights: [1] }) }, options)).toThrow(
    'one number a queue = 2, got 1',
  );
  expect(() => weighted({ weights: [0, 0] })).toThrow('only zeros');
  expect(() => simulate({ ...two, routing: sticky() }, options)).toThrow('sticky routing needs keys');
  expect(() => simulate({ ...two, queues: 2 }, options)).toThrow('give routing');
  expect(() => simulate({ ...two, queues: 3, routing: roundRobin() }, options)).toThrow(
    'queues must divide servers = 2',
  );
  expect(() => simulate({ ...two, speeds: [1] }, options)).toThrow('one number a server = 2, got 1');
  expect(() => simulate({ ...two, routing: sticky(), keys: [0.5] }, options)).toThrow(
    'a key must be an integer',
  );
  expect(
    summarize(simulate({ ...two, service: constant(1), routing: roundRobin() }, { seed: 1, requests: 100 }))
      .requests,
  ).toBe(90);
});
