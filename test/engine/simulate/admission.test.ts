import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../src/engine/queueing/index.ts';
import {
  type Admission,
  aimdConcurrency,
  boundedQueue,
  codel,
  codelDropTimes,
  codelNextDrop,
  constant,
  deadlineDrop,
  deterministic,
  exponential,
  frameAt,
  gradientConcurrency,
  Outcome,
  poisson,
  processorSharing,
  simulate,
  summarize,
  tokenBucket,
  trace,
} from '../../../src/engine/simulate/index.ts';
import { expectWithin, oracles } from '../support/oracle.ts';
import { covers, longRun } from './support/longRun.ts';

const oracle = oracles('simulate');

describe('a bounded queue', () => {
  it('is M/M/1/K in overload', () => {
    const { inputs, expected } = oracle('mm1k-10-1.2');
    const system = {
      arrivals: poisson(inputs.lambda_),
      service: exponential(1),
      admission: boundedQueue({ capacity: inputs.K - 1 }),
    };
    const want = {
      lossProbability: expected.pBlock,
      throughput: expected.throughput,
      meanNumber: expected.L,
    };
    covers(longRun(system), want);
    const log = simulate(system, { seed: 3, requests: 300_000 });
    covers(summarize(log, { confidence: 0.999 }), want);
    expect(log.counts?.rejected).toBe(log.outcome.filter((o) => o === Outcome.rejected).length);
  });
  it('without room to wait is Erlang’s loss system, whatever the law', () => {
    for (const service of [exponential(1), constant(1)]) {
      const system = { arrivals: poisson(3), service, servers: 5, admission: boundedQueue({ capacity: 0 }) };
      covers(longRun(system), { lossProbability: erlangB({ offeredLoad: 3, servers: 5 }) }, 0.3);
    }
  });
  it('bounds those who share a server as well', () => {
    const system = {
      arrivals: poisson(2),
      service: exponential(1),
      discipline: processorSharing(),
      admission: boundedQueue({ capacity: 3 }),
    };
    const log = simulate(system, { seed: 2, requests: 5000 });
    expect(Math.max(...log.changes.inSystem)).toBe(5); // four inside, and one that is turned away at once
    expect(frameAt(log, log.end / 2).inSystem).toBeLessThanOrEqual(4);
  });
});

it('a token bucket lets burst + rate·t pass, and no more', () => {
  const system = {
    arrivals: deterministic(0.1),
    service: constant(0.001),
    admission: tokenBucket({ rate: 2, burst: 5 }),
  };
  const log = simulate(system, { seed: 1, horizon: 100 });
  const passed = log.outcome.filter((o) => o === Outcome.completed).length;
  expect(Math.abs(passed - (5 + 2 * 100))).toBeLessThanOrEqual(1);
  expect([...log.outcome.slice(0, 6)]).toEqual([0, 0, 0, 0, 0, 0]); // the bucket gains one token meanwhile
  expect(log.outcome[7]).toBe(Outcome.rejected);
});

it('a deadline is kept by whoever’s turn comes just then', () => {
  const system = {
    arrivals: trace([0, 0, 0]),
    service: constant(2),
    admission: deadlineDrop({ deadline: 2 }),
  };
  const log = simulate(system, { seed: 1, requests: 3, warmup: 0 });
  expect([...log.outcome]).toEqual([Outcome.completed, Outcome.completed, Outcome.dropped]);
});

it('a deadline drops those whose turn comes too late, and nobody else', () => {
  const system = {
    arrivals: poisson(1.5),
    service: exponential(1),
    admission: deadlineDrop({ deadline: 3 }),
  };
  const log = simulate(system, { seed: 1, requests: 20_000 });
  log.start.forEach((start, i) => {
    if (log.outcome[i] === Outcome.completed) expect(start - log.arrival[i]!).toBeLessThanOrEqual(3);
    else expect(log.finish[i]! - log.arrival[i]!).toBeGreaterThan(3);
  });
  const { goodput } = summarize(log, { deadline: 6 });
  const none = summarize(simulate({ ...system, admission: [] }, { seed: 1, requests: 20_000 }), {
    deadline: 6,
  });
  expect(goodput.value).toBeGreaterThan(0.8);
  expect(none.goodput.value).toBeLessThan(0.1); // everyone is served, too late
});

describe('CoDel', () => {
  it('drops by its control law', () => {
    const { inputs, expected, tol } = oracle('codel-drop-times');
    const times = codelDropTimes({ interval: inputs.intervalMs, drops: inputs.drops });
    times.forEach((time, i) => {
      expectWithin(time, expected[i], tol);
    });
    expect(codelNextDrop(10, 4, 4)).toBe(12);
  });
  it('in a run drops as RFC 8289: after an interval above the target, a full interval later, then ever sooner', () => {
    const times = Float64Array.from({ length: 4000 }, (_, i) => i * 0.0005);
    const log = simulate(
      {
        arrivals: trace(times),
        service: constant(0.001),
        admission: codel({ target: 0.005, interval: 0.1 }),
      },
      { seed: 1, requests: 4000, warmup: 0 },
    );
    const drops = log.finish.filter((_, i) => log.outcome[i] === Outcome.dropped).sort();
    const above = log.start.find((start, i) => start - log.arrival[i]! >= 0.005)!;
    const ideal = [0.1, 0.2, 0.2 + 0.1 / Math.SQRT2, 0.2 + 0.1 / Math.SQRT2 + 0.1 / Math.sqrt(3)];
    ideal.forEach((time, i) => {
      expect(Math.abs(drops[i]! - above - time)).toBeLessThan(0.0025);
    });
  });
  it('leaves a burst alone that drains within an interval', () => {
    const system = {
      arrivals: trace(new Float64Array(50)),
      service: constant(0.001),
      admission: codel(),
    };
    const log = simulate(system, { seed: 1, requests: 50, warmup: 0 });
    expect(log.outcome.every((o) => o === Outcome.completed)).toBe(true);
  });
  it('keeps the wait near its target where a full queue would not', () => {
    const system = { arrivals: poisson(1100), service: exponential(0.001) };
    const wait = (admission: Admission) =>
      summarize(simulate({ ...system, admission }, { seed: 4, requests: 200_000, log: 'none' })).meanWait
        .value;
    expect(wait(codel())).toBeLessThan(0.3 * wait(boundedQueue({ capacity: 500 })));
  });
});

/** A door at which nothing has happened. */
const idle = { now: 0, arrived: 0, joined: 0, inside: 0, waiting: 0, idle: true };
const overload = { arrivals: poisson(2000), service: exponential(0.01), servers: 10 };

describe('adaptive concurrency', () => {
  it.each([
    ['aimd', aimdConcurrency({ latency: 0.05 })],
    ['gradient', gradientConcurrency()],
  ])('%s keeps the servers busy and the latency short at twice the capacity', (_name, admission) => {
    const summary = summarize(
      simulate({ ...overload, admission }, { seed: 4, requests: 100_000, log: 'none' }),
    );
    expect(summary.throughput.value).toBeGreaterThan(0.9 * 1000);
    expect(summary.p99.value).toBeLessThan(0.3);
    const nothing = summarize(simulate(overload, { seed: 4, requests: 100_000, log: 'none' }));
    expect(nothing.p99.value).toBeGreaterThan(10);
  });
});

describe('the gradient’s limit', () => {
  const most = (options?: Parameters<typeof gradientConcurrency>[0]) => {
    const system = { ...overload, admission: gradientConcurrency(options) };
    const { changes } = simulate(system, { seed: 4, requests: 60_000 });
    const largest = changes.inSystem.reduce((most, inside) => Math.max(most, inside), 0);
    return largest - 1; // one that is turned away is in the system for no time, but it is counted
  };
  it('climbs to its maximum when the overload lasts, 200 unless told otherwise, and no further', () => {
    expect(most()).toBe(200);
    expect(most({ maximum: 35 })).toBe(35);
  });
  it('stays where it was while less than half of it is in use', () => {
    const gate = gradientConcurrency({ initial: 20, smoothing: 1 }).start(1);
    const door = (inside: number) => ({ ...idle, now: 1, inside });
    gate.answered!(door(9));
    expect([gate.admit!(door(19)), gate.admit!(door(20))]).toEqual([true, false]);
    gate.answered!(door(10)); // √20 more
    expect([gate.admit!(door(23)), gate.admit!(door(24))]).toEqual([true, false]);
  });
  it('halves at most for an answer that took far longer than usual', () => {
    const gate = gradientConcurrency({ initial: 100, smoothing: 1, memory: 1e-9 }).start(1);
    gate.answered!({ ...idle, now: 1, inside: 0 }); // what is usual
    gate.answered!({ ...idle, now: 1000, inside: 100 });
    expect([gate.admit!({ ...idle, inside: 59 }), gate.admit!({ ...idle, inside: 60 })]).toEqual([
      true,
      false,
    ]);
  });
});

it('several policies guard one door', () => {
  const system = {
    arrivals: poisson(3),
    service: exponential(1),
    admission: [
      boundedQueue({ capacity: 4 }),
      deadlineDrop({ deadline: 1 }),
      tokenBucket({ rate: 2, burst: 3 }),
    ],
  };
  const log = simulate(system, { seed: 4, requests: 5000 });
  const outcomes = new Set(log.outcome);
  expect(outcomes).toEqual(new Set([Outcome.completed, Outcome.rejected, Outcome.dropped]));
});

it('names what is wrong', () => {
  expect(() => boundedQueue({ capacity: -1 })).toThrow('capacity must be an integer >= 0');
  expect(() => tokenBucket({ rate: 1, burst: 0.5 })).toThrow('burst must be >= 1');
  expect(() => deadlineDrop({ deadline: 0 })).toThrow('deadline must be > 0');
  expect(() => codel({ target: 0 })).toThrow('target must be > 0');
  expect(() => aimdConcurrency({ latency: 1, initial: 0.5, minimum: 0.5 })).toThrow('minimum must be >= 1');
  expect(() => aimdConcurrency({ latency: 1, minimum: 30 })).toThrow('initial must be >= minimum = 30');
  expect(() => aimdConcurrency({ latency: 1, maximum: 5 })).toThrow('maximum must be >= initial = 20');
  expect(() => gradientConcurrency({ tolerance: 0.5 })).toThrow('tolerance must be >= 1');
  expect(() => gradientConcurrency({ memory: 0 })).toThrow('memory must be in (0, 1]');
});
