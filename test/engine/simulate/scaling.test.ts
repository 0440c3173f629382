import { describe, expect, it } from 'vitest';
import type { Law } from '../../../src/engine/random/index.ts';
import {
  affineBatch,
  constant,
  desiredReplicas,
  deterministic,
  dynamicBatching,
  exponential,
  hpa,
  kedaReplicas,
  leastLoaded,
  lognormal,
  Outcome,
  outage,
  poisson,
  randomRouting,
  scaleToZero,
  simulate,
  slowdown,
  spike,
  summarize,
  trace,
} from '../../../src/engine/simulate/index.ts';
import { oracles } from '../support/oracle.ts';
import { covers, longRun } from './support/longRun.ts';

const oracle = oracles('simulate');

describe('the autoscaler’s rule', () => {
  it('Kubernetes: the ceiling, the tolerance, the largest of several metrics', () => {
    const { inputs, expected } = oracle('hpa-formula');
    const got = inputs.cases.map((c: { current: number; metric: number; target: number }) =>
      desiredReplicas({ ...c, tolerance: inputs.tolerance }),
    );
    expect(got).toEqual(expected);
    const multi = oracle('hpa-multi-metric');
    const metrics = multi.inputs.metrics.map(([metric, target]: [number, number]) => ({ metric, target }));
    expect(desiredReplicas({ current: multi.inputs.current, metrics })).toBe(multi.expected);
    expect(desiredReplicas({ current: 5, metric: 10, target: 1, maximum: 20 })).toBe(20);
    expect(desiredReplicas({ current: 5, metric: 0, target: 1, minimum: 2 })).toBe(2);
  });
  it('KEDA: the queue’s length over the target', () => {
    const { inputs, expected } = oracle('keda-hpa');
    const got = inputs.queueLength.map((queueLength: number) =>
      kedaReplicas({ queueLength, target: inputs.target, maximum: inputs.maxReplicas }),
    );
    expect(got).toEqual(expected);
  });
  it('names what is wrong', () => {
    expect(() => desiredReplicas({ current: 1 })).toThrow('give metric and target');
    expect(() => desiredReplicas({ current: 1, metric: 1, target: 0 })).toThrow('target must be > 0');
    expect(() => hpa({ target: 0.5, maximum: 0 })).toThrow('maximum must be an integer >= 1');
    // @ts-expect-error: no such metric
    expect(() => hpa({ target: 0.5, maximum: 4, metric: 'cpu' })).toThrow('unknown metric: cpu');
    expect(() => kedaReplicas({ queueLength: -1, target: 1, maximum: 1 })).toThrow(
      'queueLength must be >= 0',
    );
  });
});

describe('the autoscaler in a run', () => {
  const surge = {
    arrivals: poisson(2),
    service: exponential(1),
    servers: 4,
    events: [spike({ at: 1000, duration: 1000, factor: 4 })],
    autoscaler: hpa({ target: 0.5, maximum: 40, period: 15, coldStart: 30, stabilization: 300 }),
  };
  const replicasAt = (log: { replicas?: { time: number[]; ready: number[] } }, t: number): number => {
    const row = log.replicas!.time.findLastIndex((time) => time <= t);
    return log.replicas!.ready[row]!;
  };
  it('follows a surge up and, after the window, down again', () => {
    const log = simulate(surge, { seed: 4, horizon: 4000 });
    expect(replicasAt(log, 900)).toBeGreaterThanOrEqual(3);
    expect(replicasAt(log, 900)).toBeLessThanOrEqual(7);
    expect(replicasAt(log, 1900)).toBeGreaterThanOrEqual(14);
    expect(replicasAt(log, 2200)).toBeGreaterThanOrEqual(14); // the stabilization window
    expect(replicasAt(log, 3500)).toBeLessThanOrEqual(8);
    expect(Math.max(...log.changes.busy)).toBeLessThanOrEqual(40);
  });
  it('is late by cold start and metric lag, and the queue pays for it', () => {
    const worst = (coldStart: number, metricLag: number) => {
      const autoscaler = hpa({ target: 0.5, maximum: 40, coldStart, metricLag });
      const log = simulate({ ...surge, autoscaler }, { seed: 4, horizon: 2500 });
      return log.changes.inSystem.reduce((most, n) => Math.max(most, n), 0);
    };
    expect(worst(0, 0)).toBeLessThan(worst(120, 0));
    expect(worst(30, 0)).toBeLessThan(worst(30, 120));
  });
  it('opens queues to the router when their servers are ready, and drains those it closes', () => {
    const log = simulate({ ...surge, routing: leastLoaded() }, { seed: 4, requests: 12_000 });
    expect(log.outcome.every((o) => o === Outcome.completed)).toBe(true);
    expect(new Set(log.server).size).toBeGreaterThan(14);
    expect(replicasAt(log, 1900)).toBeGreaterThanOrEqual(14);
  });
  it('serves a queue out before it closes it, also those who wait for a batch to fill', () => {
    const log = simulate(
      {
        arrivals: poisson(2),
        service: exponential(0.5),
        batching: dynamicBatching({ maxSize: 3, timeout: 0.2 }),
        routing: randomRouting(),
        autoscaler: hpa({ target: 0.6, maximum: 6, period: 2, coldStart: 1, stabilization: 4 }),
      },
      { seed: 16, requests: 150 },
    );
    expect(log.outcome.every((o) => o === Outcome.completed)).toBe(true);
  });
  it('by concurrency: so many requests a server', () => {
    const autoscaler = hpa({
      metric: 'concurrency',
      target: 2,
      maximum: 40,
      coldStart: lognormal({ mean: 20, scv: 0.5 }),
    });
    const log = simulate({ ...surge, autoscaler }, { seed: 4, horizon: 2000 });
    expect(replicasAt(log, 1900)).toBeGreaterThan(replicasAt(log, 900));
  });
});

describe('cold starts', () => {
  it('that are called off before they end bring no server', () => {
    // at 2 four servers are wanted, ready at 12; at 4 nothing is to be done any more
    const log = simulate(
      {
        arrivals: trace([0, 0, 0, 0, 30]),
        service: constant(0.9),
        autoscaler: hpa({ target: 0.5, maximum: 8, period: 2, coldStart: 10, stabilization: 0 }),
      },
      { seed: 1, requests: 5, warmup: 0 },
    );
    expect(log.replicas!.ready.every((ready) => ready === 1)).toBe(true);
    expect([...log.start]).toEqual([0, 0.9, 1.8, 2.7, 30].map((t) => expect.closeTo(t, 9)));
  });
  it('take seconds or follow a law, and nothing else', () => {
    const run = (coldStart: number | Law) => {
      const autoscaler = hpa({ target: 0.5, maximum: 3, period: 2, coldStart, stabilization: 100 });
      const arrivals = trace(Array.from({ length: 40 }, (_, i) => i / 2));
      const { replicas } = simulate(
        { arrivals, service: constant(1), autoscaler },
        { seed: 1, requests: 40, warmup: 0 },
      );
      return replicas!.time.slice(1, 3);
    };
    expect(run(3)).toEqual([5, 7]); // asked for at 2 and 4
    expect(run(constant(3))).toEqual([5, 7]);
    // @ts-expect-error: a reader may type a word
    expect(() => hpa({ target: 1, maximum: 2, coldStart: 'slow' })).toThrow(
      'coldStart must be a number of seconds or a law',
    );
  });
});

describe('scale to zero', () => {
  it('M/M/1 with exponential setup: 1/(μ − λ) + E[setup]', () => {
    const { inputs, expected } = oracle('mm1-setup');
    const system = {
      arrivals: poisson(inputs.lambda_),
      service: exponential(1),
      autoscaler: scaleToZero({ setup: exponential(1 / inputs.setupRate) }),
    };
    covers(longRun(system), { meanSojourn: expected.T, throughput: inputs.lambda_ });
  });
  it('keeps a server warm for a while', () => {
    const system = { arrivals: trace([0, 5, 30]), service: constant(1) };
    const log = simulate(
      { ...system, autoscaler: scaleToZero({ setup: 2, idleAfter: 10 }) },
      { seed: 1, requests: 3, warmup: 0 },
    );
    expect([...log.start]).toEqual([2, 5, 32]);
    expect(log.replicas).toEqual({ time: [0, 2, 16, 32], ready: [0, 1, 0, 1] });
  });
});

describe('dynamic batching', () => {
  it('with a largest size: the mean sojourn of the embedded chain', () => {
    const { inputs, expected } = oracle('dynamic-batching-cap8');
    const system = {
      arrivals: poisson(inputs.lambda_),
      service: affineBatch({ fixed: inputs.tau0, perItem: inputs.alpha }),
      batching: dynamicBatching({ maxSize: inputs.maxBatch }),
    };
    covers(longRun(system), { meanSojourn: expected, throughput: inputs.lambda_ });
  });
  it('waits for a full batch, but not longer than the timeout', () => {
    const system = {
      arrivals: trace([0, 0.1, 0.2, 5, 5.1, 9]),
      service: affineBatch({ fixed: 1, perItem: 0.5 }),
      batching: dynamicBatching({ maxSize: 3, timeout: 1 }),
    };
    const log = simulate(system, { seed: 1, requests: 6, warmup: 0 });
    expect([...log.start]).toEqual([0.2, 0.2, 0.2, 6, 6, 10]);
    expect([...log.finish].map((t) => t.toFixed(9))).toEqual(
      [2.7, 2.7, 2.7, 8, 8, 11.5].map((t) => t.toFixed(9)),
    );
    expect(log.counts?.batches).toBe(3);
    expect([...log.changes.queued!.slice(0, 5)]).toEqual(
      [0, 1, 2, 0, 0].map((_, i) => log.changes.queued![i]!),
    );
  });
  it('of another law takes as long as its longest request', () => {
    const system = {
      arrivals: trace([0, 0, 0, 0]),
      service: exponential(1),
      batching: dynamicBatching({ maxSize: 4, timeout: 1 }),
    };
    const log = simulate(system, { seed: 9, requests: 4, warmup: 0 });
    const alone = simulate(
      { ...system, batching: undefined, servers: 4 },
      { seed: 9, requests: 4, warmup: 0 },
    );
    expect(new Set(log.finish)).toEqual(new Set([Math.max(...alone.finish)]));
  });
  it('carries more than one by one, at a longer wait when idle', () => {
    const service = affineBatch({ fixed: 0.9, perItem: 0.1 });
    const run = (maxSize: number) =>
      longRun({ arrivals: poisson(3), service, batching: dynamicBatching({ maxSize }) }, 50_000);
    expect(run(1).throughput.value).toBeLessThan(1.05);
    expect(run(16).throughput.value).toBeGreaterThan(2.9);
  });
});

describe('scheduled events', () => {
  it('a slowdown stretches what is left of a service', () => {
    const system = {
      arrivals: trace([0, 0, 20]),
      service: constant(4),
      servers: 2,
      events: [slowdown({ at: 2, duration: 4, factor: 2, servers: [0] })],
    };
    const log = simulate(system, { seed: 1, requests: 3, warmup: 0 });
    expect([...log.finish]).toEqual([6, 4, 24]); // 2 done, then 4 seconds at half speed
  });
  it('slowdowns multiply, and end one by one', () => {
    const system = {
      arrivals: trace([0, 20]),
      service: constant(4),
      events: [slowdown({ at: 1, duration: 4, factor: 2 }), slowdown({ at: 1, duration: 2, factor: 2 })],
    };
    const log = simulate(system, { seed: 1, requests: 2, warmup: 0 });
    expect(log.finish[0]).toBe(6.5); // 1 + 2·¼ + 2·½ = 2.5 done at 5
  });
  it('an outage loses whoever is in service, and the others wait', () => {
    const system = {
      arrivals: trace([0, 1, 2]),
      service: constant(4),
      events: [outage({ at: 3, duration: 7 })],
    };
    const log = simulate(system, { seed: 1, requests: 3, warmup: 0 });
    expect([...log.outcome]).toEqual([Outcome.failed, Outcome.completed, Outcome.completed]);
    expect([...log.finish]).toEqual([3, 14, 18]);
    const kept = simulate(
      { ...system, events: [outage({ at: 3, duration: 7, work: 'kept' })] },
      { seed: 1, requests: 3, warmup: 0 },
    );
    expect([...kept.finish]).toEqual([11, 15, 19]);
  });
  it('loses a whole batch', () => {
    const system = {
      arrivals: trace([0, 0, 0, 9]),
      service: affineBatch({ fixed: 4, perItem: 1 }),
      batching: dynamicBatching({ maxSize: 3, timeout: 1 }),
      events: [outage({ at: 3, duration: 1 })],
    };
    const log = simulate(system, { seed: 1, requests: 4, warmup: 0 });
    expect([...log.outcome]).toEqual([5, 5, 5, 0]);
    expect(log.counts?.failed).toBe(3);
  });
  it('a spike among the events is the spike that there was', () => {
    const window = { at: 10, duration: 5, factor: 4 };
    const system = { arrivals: deterministic(1), service: constant(0.1) };
    const one = simulate({ ...system, events: [spike(window)] }, { seed: 1, horizon: 20 });
    expect(one.arrival).toEqual(simulate({ ...system, spikes: [window] }, { seed: 1, horizon: 20 }).arrival);
  });
  it('names what is wrong', () => {
    const system = { arrivals: poisson(1), service: exponential(1) };
    const options = { seed: 1, requests: 5 };
    expect(() => slowdown({ at: 1, duration: 1, factor: 0 })).toThrow('factor must be > 0');
    expect(() => outage({ at: -1, duration: 1 })).toThrow('at must be >= 0');
    expect(() => outage({ at: 1, duration: 1, servers: [0, -1] })).toThrow(
      'servers[1] must be an integer >= 0, got -1',
    );
    // @ts-expect-error: no such fate
    expect(() => outage({ at: 1, duration: 1, work: 'gone' })).toThrow(
      'unknown work: gone (one of lost, kept)',
    );
    expect(() =>
      simulate({ ...system, events: [outage({ at: 1, duration: 1, servers: [1] })] }, options),
    ).toThrow('servers of an outage must be < 1, got 1');
    expect(summarize(simulate({ ...system, events: [] }, { seed: 1, requests: 50 })).requests).toBe(45);
  });
});

describe('utilization where servers come and go', () => {
  const system = (setup: number) => ({
    arrivals: poisson(0.5),
    service: exponential(1),
    servers: 3,
    autoscaler: scaleToZero({ setup }),
  });
  it('is that of the servers that are ready: one that goes off when idle is always busy', () => {
    const options = { seed: 3, requests: 20_000 };
    for (const log of ['full', 'none'] as const) {
      const { utilization } = summarize(simulate(system(1), { ...options, log }));
      expect(utilization.value).toBeCloseTo(1, 6);
    }
  });
  it('is the work over the server-seconds in a run that can be counted by hand', () => {
    const log = simulate(
      {
        arrivals: trace([0, 0.5, 10]),
        service: constant(2),
        servers: 2,
        autoscaler: scaleToZero({ setup: 1, idleAfter: 1 }),
      },
      { seed: 1, horizon: 14, warmup: 0 },
    );
    // server 0 is ready from 1 to 4, server 1 from 1.5 to 4.5, server 0 again from 11 to 14; each works for 2 of 3 seconds
    expect(summarize(log).utilization.value).toBeCloseTo(2 / 3, 12);
  });
});
