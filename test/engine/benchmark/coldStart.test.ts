import { describe, expect, it } from 'vitest';
import {
  keepAliveFor,
  keptAlive,
  repeated,
  requestsToAmortize,
  startShare,
} from '../../../src/engine/benchmark/index.ts';
import { mg1, setupTimes } from '../../../src/engine/queueing/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';

describe('the share of a start in an instance’s work', () => {
  it('falls under the asked share at the number of requests that is given, and not one before', () => {
    for (const [start, service, share] of [
      [300, 1, 0.01],
      [812.5, 0.37, 0.05],
      [0, 1, 0.01],
      [99, 1, 0.5],
    ] as const) {
      const requests = requestsToAmortize({ start, service }, share);
      expect(startShare({ start, service }, requests)).toBeLessThan(share);
      if (requests > 1)
        expect(startShare({ start, service }, requests - 1)).toBeGreaterThanOrEqual(share * (1 - 1e-9));
    }
    expect(requestsToAmortize({ start: 300, service: 1 }, 0.01)).toBe(29_701);
  });

  it('refuses shares and service times that have no answer', () => {
    expect(() => requestsToAmortize({ start: 1, service: 1 }, 1)).toThrow(RangeError);
    expect(() => requestsToAmortize({ start: 1, service: 0 }, 0.1)).toThrow(RangeError);
  });
});

describe('an instance that is kept alive', () => {
  const plain = { arrivalRate: 0.3, meanService: 1, scvService: 0.5, start: 4 };

  it('that is ended at once is the queue with setup times', () => {
    const { meanLatency, upShare } = keptAlive({ ...plain, keepAlive: 0 });
    const setup = setupTimes({
      arrivalRate: 0.3,
      meanService: 1,
      scvService: 0.5,
      meanSetup: 4,
      scvSetup: 0,
    });
    expect(meanLatency).toBeCloseTo(setup.meanSojourn, 12);
    expect(upShare).toBeCloseTo(1 - setup.offProbability, 12);
  });

  it('that is never ended is M/G/1', () => {
    expect(keptAlive({ ...plain, keepAlive: Infinity })).toMatchObject({
      metByStart: 0,
      upShare: 1,
      meanLatency: mg1(plain).meanSojourn,
    });
  });

  it('agrees with a seeded simulation', () => {
    const keepAlive = 2;
    const { arrivals, service } = createStreams(11);
    const [batches, size] = [40, 20_000];
    let [now, free] = [0, 0];
    let startedUntil = Number.NEGATIVE_INFINITY;
    let down = 0;
    const means: { met: number; latency: number }[] = [];
    for (let batch = 0; batch < batches; batch++) {
      let [met, latency] = [0, 0];
      for (let index = 0; index < size; index++) {
        now += arrivals.exponential() / plain.arrivalRate;
        if (now > free + keepAlive) {
          down += now - free - keepAlive;
          startedUntil = now + plain.start;
          free = startedUntil;
        }
        if (now < startedUntil) met += 1;
        // Two stages, so that CV² = 1/2.
        free = Math.max(now, free) + (service.exponential() + service.exponential()) / 2;
        latency += free - now;
      }
      means.push({ met: met / size, latency: latency / size });
    }
    const truth = keptAlive({ ...plain, keepAlive });
    const covers = (values: readonly number[], value: number) => {
      const centre = values.reduce((sum, one) => sum + one, 0) / values.length;
      const spread = values.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (values.length - 1);
      return Math.abs(centre - value) < 3.5 * Math.sqrt(spread / values.length);
    };
    expect(
      covers(
        means.map(({ met }) => met),
        truth.metByStart,
      ),
    ).toBe(true);
    expect(
      covers(
        means.map(({ latency }) => latency),
        truth.meanLatency,
      ),
    ).toBe(true);
    expect(Math.abs(1 - down / now - truth.upShare)).toBeLessThan(0.005);
  });

  it('for just as long that the asked share of requests waits for a start', () => {
    for (const arrivalRate of [0.01, 0.1, 0.5]) {
      const keepAlive = keepAliveFor({ ...plain, arrivalRate }, 0.01);
      expect(keepAlive).toBeGreaterThan(0);
      expect(keptAlive({ ...plain, arrivalRate, keepAlive }).metByStart).toBeCloseTo(0.01, 9);
    }
    expect(keepAliveFor({ ...plain, arrivalRate: 0.999 }, 0.5)).toBe(0);
    expect(() => keepAliveFor(plain, 0)).toThrow(RangeError);
    expect(() => keepAliveFor({ ...plain, arrivalRate: 2 }, 0.1)).toThrow(RangeError);
  });
});

describe('a few repetitions', () => {
  it('have a median and a range, and an interval from six on', () => {
    expect(repeated([5, 1, 3])).toEqual({
      count: 3,
      median: 3,
      lower: null,
      upper: null,
      smallest: 1,
      largest: 5,
    });
    expect(repeated([4, 1, 3, 2])?.median).toBe(2.5);
    expect(repeated([7])?.median).toBe(7);
    expect(repeated([6, 1, 2, 5, 3, 4])).toMatchObject({ median: 3.5, lower: 1, upper: 6 });
    expect(repeated([])).toBeNull();
  });

  it('cover the median in at least 95 of 100 tries where they give an interval', () => {
    const { service } = createStreams(31);
    let covered = 0;
    for (let run = 0; run < 1000; run++) {
      const { lower, upper } = repeated(Array.from({ length: 10 }, () => service.exponential())) ?? {};
      if ((lower ?? Infinity) <= Math.LN2 && Math.LN2 <= (upper ?? 0)) covered += 1;
    }
    expect(covered).toBeGreaterThan(950 - 4 * Math.sqrt(0.95 * 0.05 * 1000));
  });
});
