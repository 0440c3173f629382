import { describe, expect, it } from 'vitest';
import { mg1, mm1 } from '../../../src/engine/queueing/index.ts';
import {
  affineBatch,
  type Discipline,
  dynamicBatching,
  exponential,
  fcfs,
  frameAt,
  hyperexponential,
  type Log,
  lifo,
  poisson,
  priority,
  processorSharing,
  samplePath,
  shortestFirst,
  shortestRemaining,
  simulate,
  summarize,
  trace,
} from '../../../src/engine/simulate/index.ts';
import { oracles } from '../support/oracle.ts';
import { covers, longRun, throughEvents } from './support/longRun.ts';

const oracle = oracles('simulate');
const busy = { arrivals: poisson(0.8), service: exponential(1) };

describe('M/M/1 at ρ = 0.8', () => {
  it('shortest job first: the mean sojourn of Phipps', () => {
    covers(longRun({ ...busy, discipline: shortestFirst() }), {
      meanSojourn: oracle('sjf-mm1-0.8').expected,
    });
  });
  it('shortest remaining time: the mean sojourn of Schrage and Miller', () => {
    const { expected } = oracle('srpt-mm1-0.8');
    covers(longRun({ ...busy, discipline: shortestRemaining() }), {
      meanSojourn: expected,
      utilization: 0.8,
    });
  });
  it('last come, first served has the mean of first come, first served, and another tail', () => {
    const theory = mm1({ arrivalRate: 0.8, serviceRate: 1 });
    const summary = longRun({ ...busy, discipline: lifo() }, 1_000_000);
    covers(summary, { meanSojourn: theory.meanSojourn, meanNumber: theory.meanNumber });
    expect(summary.p99.lower).toBeGreaterThan(1.5 * theory.sojournQuantile(0.99));
    expect(summary.p50.upper).toBeLessThan(theory.sojournQuantile(0.5));
  });
});

describe('processor sharing', () => {
  it('M/G/1: E[S]/(1 − ρ) whatever the law', () => {
    for (const service of [exponential(1), hyperexponential({ mean: 1, scv: 5 })]) {
      const summary = longRun({ arrivals: poisson(0.7), service, discipline: processorSharing() });
      covers(summary, { meanSojourn: 1 / 0.3, utilization: 0.7, meanNumber: 0.7 / 0.3 });
      expect(summary.meanWait.value).toBe(0);
    }
  });
  it('gives a request of work x a mean sojourn of x/(1 − ρ): twice the work, twice the time', () => {
    const system = { arrivals: poisson(0.7), service: exponential(1), discipline: processorSharing() };
    const plain = simulate(system, { seed: 11, requests: 200_000 });
    const { service } = simulateWork(200_000);
    const mean = (low: number, high: number) => {
      let sum = 0;
      let work = 0;
      service.forEach((x, i) => {
        if (i < 20_000 || x < low || x >= high) return;
        sum += plain.finish[i]! - plain.arrival[i]!;
        work += x;
      });
      return sum / work;
    };
    for (const [low, high] of [
      [0.2, 0.4],
      [1, 1.2],
      [2, 3],
    ] as const) {
      expect(Math.abs(mean(low, high) * 0.3 - 1)).toBeLessThan(0.05);
    }
  });
  it('with two servers nobody is faster than one server', () => {
    const log = simulate(
      { arrivals: trace([0, 0, 0]), service: exponential(1), servers: 2, discipline: processorSharing() },
      { seed: 4, requests: 3 },
    );
    const work = simulateWork(3, 4).service;
    const total = work.reduce((sum, x) => sum + x, 0);
    const order = [...work.keys()].sort((a, b) => work[a]! - work[b]!);
    const [first, second, last] = order as [number, number, number];
    expect(log.finish[first]).toBeCloseTo(1.5 * work[first]!, 9); // three share two
    expect(log.finish[second]).toBeCloseTo(1.5 * work[first]! + work[second]! - work[first]!, 9);
    expect(log.finish[last]).toBeCloseTo(1.5 * work[first]! + work[last]! - work[first]!, 9);
    expect(log.counts?.attempts).toBe(3);
    expect(total).toBeGreaterThan(0);
    expect(frameAt(log, 0.01)).toMatchObject({ inSystem: 3, busy: 2, inQueue: 0, queue: [] });
  });
});

/** The work of the requests of a run: an idle server for each. */
const simulateWork = (requests: number, seed = 11) => {
  const log = simulate({ arrivals: poisson(0.7), service: exponential(1), servers: 60 }, { seed, requests });
  return { service: log.finish.map((finish, i) => finish - log.start[i]!) };
};

describe('priority classes', () => {
  const { inputs, expected } = oracle('preemptive-2class');
  const shares = [inputs.lambda1 / 0.8, inputs.lambda2 / 0.8];
  const classMeans = (preemptive: boolean) => {
    const log = simulate(
      { ...busy, discipline: priority({ shares, preemptive }) },
      { seed: 8, requests: 400_000, warmup: 20_000 },
    );
    return [0, 1].map((which) => {
      const sojourns = log.finish
        .map((finish, i) => (i >= 20_000 && log.priority![i] === which ? finish - log.arrival[i]! : -1))
        .filter((sojourn) => sojourn >= 0);
      return sojourns.reduce((sum, sojourn) => sum + sojourn, 0) / sojourns.length;
    });
  };
  it('with preemption: the mean sojourn of each class', () => {
    const [urgent, other] = classMeans(true);
    expect(Math.abs(urgent! / expected.T1 - 1)).toBeLessThan(0.02);
    expect(Math.abs(other! / expected.T2 - 1)).toBeLessThan(0.06);
  });
  it('without: Cobham', () => {
    const [urgent, other] = classMeans(false);
    expect(Math.abs(urgent! / (1 + 0.8 / 0.7) - 1)).toBeLessThan(0.02);
    expect(Math.abs(other! / (1 + 0.8 / (0.7 * 0.2)) - 1)).toBeLessThan(0.06);
  });
  it('an urgent request interrupts, and the other goes on where it stopped', () => {
    const work = simulateWork(2, 21).service;
    const seeds = Array.from({ length: 30 }, (_, seed) => seed);
    const log = seeds
      .map((seed) =>
        simulate(
          {
            arrivals: trace([0, 0.01]),
            service: exponential(1),
            discipline: priority({ shares: [0.5, 0.5], preemptive: true }),
          },
          { seed, requests: 2, warmup: 0 },
        ),
      )
      .find(({ priority: classes }) => classes![0] === 1 && classes![1] === 0) as Log;
    expect(log.start[1]).toBe(0.01);
    expect(log.start[0]).toBe(0);
    expect(log.finish[0]).toBeGreaterThan(log.finish[1]!);
    expect([...log.changes.kind]).toEqual([0, 1, 0, 4, 1, 2, 1, 2]);
    expect(frameAt(log, 0.011).inQueue).toBe(1);
    expect(work).toHaveLength(2);
  });
  it('refuses shares that do not sum to 1', () => {
    expect(() => priority({ shares: [0.5, 0.4] })).toThrow('shares must sum to 1');
    expect(() => priority({ shares: [1.5, -0.5] })).toThrow('shares[1] must be > 0');
  });
});

describe('every discipline', () => {
  const all: Discipline[] = [
    fcfs(),
    lifo(),
    shortestFirst(),
    shortestRemaining(),
    processorSharing(),
    priority({ shares: [0.3, 0.7] }),
    priority({ shares: [0.3, 0.7], preemptive: true }),
  ];
  it('with one server works whenever there is work: the busy periods are the same', () => {
    const paths = all.map((discipline) => {
      const log = throughEvents({ ...busy, discipline }, { seed: 6, requests: 3000 }) as Log;
      const path = samplePath(log);
      return path.time.filter((_, i) => path.number[i] === 0);
    });
    for (const path of paths) {
      expect(path.length).toBe(paths[0]!.length);
      path.forEach((time, i) => {
        expect(time).toBeCloseTo(paths[0]![i]!, 6);
      });
    }
  });
  it('gives both kinds of log the same measures', () => {
    for (const discipline of all) {
      const options = { seed: 5, requests: 40_000, warmup: 4000 };
      const full = summarize(simulate({ ...busy, discipline }, options));
      const none = summarize(simulate({ ...busy, discipline }, { ...options, log: 'none' }));
      expect(Math.abs(none.meanSojourn.value / full.meanSojourn.value - 1)).toBeLessThan(0.02);
      expect(Math.abs(none.utilization.value / full.utilization.value - 1)).toBeLessThan(0.02);
      expect(Math.abs(none.meanNumber.value / full.meanNumber.value - 1)).toBeLessThan(0.03);
    }
  });
  it('that knows the work beats one that does not', () => {
    const service = hyperexponential({ mean: 1, scv: 4 });
    const means = [shortestRemaining(), shortestFirst(), fcfs()].map(
      (discipline) => longRun({ arrivals: poisson(0.7), service, discipline }, 200_000).meanSojourn.value,
    );
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    const theory = mg1({ arrivalRate: 0.7, meanService: 1, scvService: 4 });
    expect(Math.abs(means[2]! / theory.meanSojourn - 1)).toBeLessThan(0.1);
  });
  it('names what it does not combine with', () => {
    const system = {
      ...busy,
      batching: dynamicBatching({ maxSize: 4 }),
      service: affineBatch({ fixed: 1, perItem: 1 }),
    };
    expect(() => simulate({ ...system, discipline: processorSharing() }, { seed: 1, requests: 5 })).toThrow(
      'processorSharing and batching do not combine',
    );
    expect(() => simulate({ ...system, discipline: shortestRemaining() }, { seed: 1, requests: 5 })).toThrow(
      'shortestRemaining and batching do not combine',
    );
  });
});
