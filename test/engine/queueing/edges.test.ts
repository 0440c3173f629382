import { describe, expect, it } from 'vitest';
import { complex, divide } from '../../../src/engine/numeric/complex.ts';
import * as queueing from '../../../src/engine/queueing/index.ts';
import { invertTransform } from '../../../src/engine/queueing/invertTransform.ts';
import { poissonProbabilities } from '../../../src/engine/queueing/poissonProbabilities.ts';
import { tailQuantile } from '../../../src/engine/queueing/tailQuantile.ts';
import { hyperexponential } from '../../../src/engine/random/index.ts';

describe('at the edges of their domains', () => {
  it('no load waits for nothing', () => {
    expect(queueing.erlangC({ offeredLoad: 0, servers: 3 })).toBe(0);
    expect(queueing.erlangB({ offeredLoad: 0, servers: 3 })).toBe(0);
    expect(queueing.mmc({ arrivalRate: 1, serviceRate: 1, servers: 3 }).sojournQuantile(1)).toBe(Infinity);
    expect(queueing.lfuCache({ items: 5, exponent: 1, capacity: 0 }).hitRatio).toBe(0);
  });
  it('utilizations and limits out of range are named', () => {
    expect(() => queueing.delayCurve({ serviceRate: 1 }, [-0.1])).toThrow(
      'utilizations[0] must be >= 0, got -0.1',
    );
    expect(() => queueing.serversFor({ arrivalRate: 1, serviceRate: 1, maximumUtilization: 1 })).toThrow(
      'maximumUtilization must be < 1, got 1',
    );
    expect(queueing.serversFor({ arrivalRate: 30, serviceRate: 10, maximumUtilization: 0.6 })).toBe(5);
  });
  it('very bursty gaps: the root of GI/M/1 lies far above ρ', () => {
    const gaps = hyperexponential({ mean: 2, scv: 200 });
    const got = queueing.gim1({ interarrival: gaps, serviceRate: 1 });
    expect(got.waitProbability).toBeGreaterThan(0.9);
    expect(got.waitProbability).toBeLessThan(1);
    const { re } = gaps.transform!(complex(1 - got.waitProbability));
    expect(re).toBeCloseTo(got.waitProbability, 10);
  });
  it('M/D/1 at a crawl and at the brink', () => {
    const crawl = queueing.md1({ arrivalRate: 1e-6, serviceRate: 1 });
    expect(crawl.waitQuantile(0.99)).toBe(0);
    expect(() => crawl.waitQuantile(1.5)).toThrow('p must be in [0, 1], got 1.5');
    const brink = queueing.md1({ arrivalRate: 0.999, serviceRate: 1 });
    // heavy traffic: the wait is nearly exponential with mean Wq
    expect(brink.waitQuantile(0.99) / brink.meanWait).toBeCloseTo(Math.log(100), 1);
  });
  it('Erlang A adds up: those inside wait or are served', () => {
    const got = queueing.erlangA({ arrivalRate: 12, serviceRate: 1, servers: 10, patienceRate: 0.5 });
    expect(got.throughput).toBeCloseTo(12 * (1 - got.abandonProbability), 12);
    expect(got.meanNumber).toBeCloseTo(12 * got.meanSojourn, 12);
    expect(got.meanNumber - got.meanQueue).toBeLessThan(10);
  });
  it('Erlang A: the quantiles average to the mean wait, under and over load, and patience makes them M/M/c’s', () => {
    for (const [arrivalRate, patienceRate] of [
      [8, 0.5],
      [10, 2],
      [25, 0.1],
    ] as const) {
      const { waitQuantile, meanWait, waitProbability } = queueing.erlangA({
        arrivalRate,
        serviceRate: 1,
        servers: 10,
        patienceRate,
      });
      let mean = 0;
      for (let i = 0; i < 200; i++) mean += waitQuantile((i + 0.5) / 200) / 200;
      expect(Math.abs(mean / meanWait - 1)).toBeLessThan(0.01);
      expect(waitQuantile(Math.max(0, 1 - waitProbability - 1e-9))).toBe(0);
      expect(waitQuantile(1 - waitProbability + 1e-6)).toBeGreaterThan(0);
    }
    const patient = queueing.erlangA({ arrivalRate: 8, serviceRate: 1, servers: 10, patienceRate: 1e-7 });
    const open = queueing.mmc({ arrivalRate: 8, serviceRate: 1, servers: 10 });
    expect(patient.waitQuantile(0.99)).toBeCloseTo(open.waitQuantile(0.99), 4);
  });
  it('Kingman and Allen–Cunneen go by their names too', () => {
    const one = { arrivalRate: 0.8, meanService: 1, scvArrival: 0.5, scvService: 2 };
    expect(queueing.kingman(one)).toEqual(queueing.gg1(one));
    const four = { ...one, arrivalRate: 3.2, servers: 4 };
    expect(queueing.allenCunneen(four)).toEqual(queueing.ggc(four));
  });
  it('a network of idle and overloaded stations says which', () => {
    expect(() =>
      queueing.jackson({
        stations: [{ serviceRate: 1, arrivalRate: 0.5 }, { serviceRate: 0 }],
        routing: [
          [0, 0],
          [0, 0],
        ],
      }),
    ).toThrow('stations[1].serviceRate must be > 0, got 0');
  });
  it('a large cap on batches far from full is solved quickly', () => {
    const got = queueing.dynamicBatching({ arrivalRate: 20, fixed: 0.05, perItem: 0.001, maxBatch: 256 });
    expect(got.meanBatch).toBeLessThan(5);
    expect(got.meanSojourn).toBeLessThan(0.12);
  });
});

describe('numerics', () => {
  it('an exponential comes back from its transform', () => {
    for (const t of [0.01, 0.5, 3, 20]) {
      const back = invertTransform((s) => divide(complex(1), { re: s.re + 1, im: s.im }), t);
      expect(Math.abs(back - Math.exp(-t))).toBeLessThan(1e-9);
    }
  });
  it('Poisson probabilities sum to one where the first underflows', () => {
    const probabilities = poissonProbabilities(2000, 3000);
    expect(probabilities[0]).toBe(0);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
    expect([...poissonProbabilities(0, 3)]).toEqual([1, 0, 0]);
    expect(poissonProbabilities(5, 3)[2]).toBeCloseTo(12.5 * Math.exp(-5), 12);
  });
  it('quantiles of a tail with steps and flats', () => {
    const steps = (t: number) => (t < 1 ? 0.5 : t < 4 ? 0.1 : 0);
    expect(tailQuantile(steps, 0.4, 1)).toBe(0);
    expect(tailQuantile(steps, 0.8, 1)).toBeCloseTo(1, 12);
    expect(tailQuantile(steps, 0.95, 1)).toBeCloseTo(4, 12);
    expect(tailQuantile((t) => Math.exp(-t), 0, 1)).toBe(0);
    expect(tailQuantile((t) => Math.exp(-t), 0.99, 1e-6)).toBeCloseTo(Math.log(100), 12);
  });
});
