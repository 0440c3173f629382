import { describe, expect, it } from 'vitest';
import {
  boundedQueue,
  circuitBreaker,
  constant,
  exponential,
  hedge,
  Outcome,
  outage,
  poisson,
  randomRouting,
  retry,
  retryBudget,
  roundRobin,
  type System,
  simulate,
  summarize,
  tied,
  timeout,
  trace,
} from '../../../src/engine/simulate/index.ts';
import { oracles } from '../support/oracle.ts';
import { covers, longRun } from './support/longRun.ts';

const oracle = oracles('simulate');
const run = (system: System, requests = 20_000, seed = 5) => simulate(system, { seed, requests });

describe('a timeout', () => {
  it('until service starts is Erlang A: callers hang up', () => {
    const { inputs, expected } = oracle('erlang-a-10-10-0.5');
    const system = {
      arrivals: poisson(inputs.lambda_),
      service: exponential(1),
      servers: inputs.n,
      timeout: timeout({ after: exponential(1 / inputs.theta), until: 'started' }),
    };
    covers(longRun(system), {
      lossProbability: expected.pAbandon,
      throughput: inputs.lambda_ * (1 - expected.pAbandon),
      meanQueue: inputs.lambda_ * expected.EW,
    });
  });
  it('ends an attempt after just that long, and the server works on for nobody', () => {
    const system = { arrivals: trace([0, 1, 2]), service: constant(5), timeout: 6 };
    const log = simulate(system, { seed: 1, requests: 3, warmup: 0 });
    expect([...log.outcome]).toEqual([Outcome.completed, Outcome.timedOut, Outcome.timedOut]);
    expect([...log.finish]).toEqual([5, 7, 8]);
    expect([...log.attempts!]).toEqual([1, 1, 1]);
  });
  it('calls off what it is told to: nothing, those in line, or all', () => {
    const finished = (cancels: 'nothing' | 'waiting' | 'everything') => {
      const system = {
        arrivals: trace([0, 1, 12]),
        service: constant(8),
        timeout: timeout({ after: 5, cancels }),
      };
      const log = simulate(
        { ...system, arrivals: trace([0, 1, 12, 40]) },
        { seed: 1, requests: 4, warmup: 0 },
      );
      return { third: log.outcome[2], begun: log.start[2], ...log.counts };
    };
    // the server works on until 8, or 16 with the second, or stops at 5 and 10
    expect(finished('nothing')).toMatchObject({ third: Outcome.timedOut, cancelled: 0, wasted: 3 });
    expect(finished('waiting')).toMatchObject({ third: Outcome.timedOut, cancelled: 1, wasted: 2 });
    expect(finished('everything')).toMatchObject({ third: Outcome.timedOut, cancelled: 4, wasted: 0 });
  });
});

describe('retries', () => {
  it('follow each other by exponential backoff, and ask for the same work', () => {
    const system = {
      arrivals: trace([0, 0.5]),
      service: constant(4),
      admission: boundedQueue({ capacity: 0 }),
      retry: retry({ attempts: 4, base: 1, jitter: 'none' }),
    };
    const log = simulate(system, { seed: 1, requests: 2, warmup: 0 });
    // tried at 0.5, 1.5, 3.5 and 7.5
    expect([...log.start]).toEqual([0, 7.5]);
    expect([...log.attempts!]).toEqual([1, 4]);
    expect(log.counts).toMatchObject({ attempts: 5, retries: 3, rejected: 3 });
  });
  it('multiply the load by (1 − pᵃ)/(1 − p)', () => {
    const { inputs, expected } = oracle('retry-amplification');
    inputs.pFail.forEach((p: number, i: number) => {
      // with service always 1 s, an exponential patience runs out first with probability p, each time anew
      const system = {
        arrivals: poisson(1),
        service: constant(1),
        servers: 100,
        timeout: timeout({ after: exponential(-1 / Math.log(1 - p)), cancels: 'everything' }),
        retry: retry({ attempts: inputs.maxRetries + 1, base: 1 }),
      };
      const log = run(system, 40_000);
      expect(Math.abs(log.counts!.attempts / 40_000 / expected[i] - 1)).toBeLessThan(0.015);
      const lost = log.outcome.filter((o) => o === Outcome.timedOut).length / 40_000;
      expect(Math.abs(lost - p ** 4)).toBeLessThan(0.01);
    });
  });
  it('come back spread out with full jitter and together without', () => {
    const starts = (jitter: 'full' | 'none') => {
      const system = {
        arrivals: trace(new Float64Array(50)),
        service: constant(0.001),
        events: [outage({ at: 0, duration: 0.5, work: 'kept' })],
        timeout: timeout({ after: 0.1, cancels: 'everything' }),
        retry: retry({ attempts: 2, base: 1, jitter }),
      };
      return new Set(simulate(system, { seed: 1, requests: 50, warmup: 0 }).start).size;
    };
    expect(starts('full')).toBeGreaterThan(20);
    expect(starts('none')).toBe(50); // one server serves those who come together one by one
  });
  it('beyond the capacity keep an overload alive, and a budget ends it', () => {
    const system = {
      arrivals: poisson(80),
      service: exponential(0.01),
      events: [outage({ at: 20, duration: 5, work: 'kept' })],
      timeout: 0.5,
    };
    const naive = retry({ attempts: 10, base: 0.01 });
    const bounded = retry({ attempts: 10, base: 0.01, budget: retryBudget({ ratio: 0.1 }) });
    const late = (policy?: typeof naive) => {
      const log = simulate({ ...system, retry: policy }, { seed: 1, horizon: 120 });
      const after = log.arrival.findIndex((t) => t > 80);
      const answered = log.outcome.subarray(after).filter((o) => o === Outcome.completed).length;
      return { share: answered / (log.requests - after), log };
    };
    expect(late(naive).share).toBeLessThan(0.2); // the trigger is long gone
    expect(late(bounded).share).toBeGreaterThan(0.9);
    const { log } = late(bounded);
    expect(log.counts!.retries).toBeLessThanOrEqual(10 + 0.1 * log.requests);
    expect(log.counts!.refused).toBeGreaterThan(0);
  });
});

describe('a circuit breaker', () => {
  it('opens after failures in a row, lets a probe through, and closes on success', () => {
    const state = circuitBreaker({ failures: 2, cooldown: 10, probes: 1 }).start();
    expect(state.allows(0)).toBe(true);
    state.failed(1);
    state.succeeded();
    state.failed(2);
    expect(state.allows(2)).toBe(true);
    state.failed(3);
    expect(state.allows(12.9)).toBe(false);
    expect(state.allows(13)).toBe(true);
    expect(state.allows(13)).toBe(false); // one probe at a time
    state.failed(14);
    expect(state.allows(23)).toBe(false);
    expect(state.allows(24)).toBe(true);
    state.succeeded();
    expect([state.allows(24), state.allows(24)]).toEqual([true, true]);
  });
  it('spares the servers while they are down', () => {
    const system = {
      arrivals: poisson(50),
      service: exponential(0.01),
      events: [outage({ at: 10, duration: 20 })],
      timeout: 0.2,
    };
    const open = simulate(system, { seed: 2, horizon: 60 });
    const guarded = simulate(
      { ...system, breaker: circuitBreaker({ failures: 5, cooldown: 1 }) },
      { seed: 2, horizon: 60 },
    );
    expect(guarded.counts!.refused).toBeGreaterThan(500);
    expect(guarded.counts!.wasted).toBeLessThan(0.2 * open.counts!.wasted);
    expect(guarded.outcome.filter((o) => o === Outcome.completed).length).toBeGreaterThan(
      open.outcome.filter((o) => o === Outcome.completed).length,
    );
  });
});

describe('hedging', () => {
  it('at the p95 of an exponential service: quantiles, mean and five per cent more load', () => {
    const { expected } = oracle('hedge-exp-p95');
    const system = {
      arrivals: poisson(1),
      service: exponential(1),
      servers: 60,
      hedge: hedge({ after: expected.delay }),
    };
    const log = run(system, 400_000);
    const summary = summarize(log, { confidence: 0.999 });
    covers(summary, { meanSojourn: expected.mean, p99: expected.p99 });
    const sorted = log.finish.map((finish, i) => finish - log.arrival[i]!).sort();
    expect(Math.abs(sorted[Math.floor(0.999 * sorted.length)]! / expected.p999 - 1)).toBeLessThan(0.02);
    expect(Math.abs(log.counts!.hedges / 400_000 - expected.extraLoad)).toBeLessThan(0.002);
    expect(log.counts!.cancelled).toBe(log.counts!.hedges); // of two copies one is always called off
  });
  it('leaves arrivals and work as they were', () => {
    const system = { arrivals: poisson(3), service: exponential(1), servers: 300, routing: randomRouting() };
    const plain = run(system, 2000);
    const hedged = run({ ...system, hedge: hedge({ after: 1e6 }) }, 2000);
    expect(hedged.arrival).toEqual(plain.arrival);
    expect(hedged.finish).toEqual(plain.finish);
  });
});

describe('tied requests', () => {
  const system = { arrivals: poisson(14), service: exponential(1), servers: 20, routing: randomRouting() };
  it('do the work once, and wait at the shorter of two queues', () => {
    const log = run({ ...system, hedge: tied() }, 100_000);
    expect(log.counts!.wasted).toBe(0);
    expect(log.counts!.cancelled).toBe(log.counts!.hedges);
    covers(summarize(log, { confidence: 0.999 }), { utilization: 0.7, meanService: 1 });
    expect(summarize(log).meanWait.value).toBeLessThan(0.5 * summarize(run(system, 100_000)).meanWait.value);
  });
  it('send no second copy when the first begins at once', () => {
    const log = run({ ...system, servers: 2000, hedge: tied(), routing: roundRobin() }, 2000);
    expect(log.counts!.hedges).toBe(0);
  });
});

it('names what is wrong', () => {
  expect(() => timeout({ after: 0 })).toThrow('after must be > 0');
  // @ts-expect-error: a reader may type a word
  expect(() => timeout({ after: 'soon' })).toThrow('after must be a number of seconds or a law');
  // @ts-expect-error: or another one
  expect(() => timeout({ after: 1, until: 'done' })).toThrow(
    'unknown until: done (one of answered, started)',
  );
  // @ts-expect-error: or a third
  expect(() => timeout({ after: 1, cancels: 'all' })).toThrow('unknown cancels: all');
  expect(() => retry({ attempts: 0, base: 1 })).toThrow('attempts must be an integer >= 1');
  expect(() => retry({ attempts: 300, base: 1 })).toThrow('attempts must be <= 255');
  expect(() => retry({ attempts: 2, base: 1, cap: 0.5 })).toThrow('cap must be >= base = 1');
  // @ts-expect-error: no such jitter
  expect(() => retry({ attempts: 2, base: 1, jitter: 'some' })).toThrow('unknown jitter: some');
  expect(() => retryBudget({ ratio: -1 })).toThrow('ratio must be >= 0');
  expect(() => circuitBreaker({ failures: 0, cooldown: 1 })).toThrow('failures must be an integer >= 1');
  // @ts-expect-error: no such work
  expect(() => hedge({ after: 1, work: 'half' })).toThrow('unknown work: half (one of fresh, same)');
  expect(retry({ attempts: 5, base: 1, cap: 3 }).backoff(4)).toBe(3);
});
