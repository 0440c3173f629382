import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as queueing from '../../../src/engine/queueing/index.ts';
import { inverse, matrix, product } from '../../../src/engine/queueing/matrix.ts';
import * as random from '../../../src/engine/random/index.ts';

const { mm1, mmc, mmck, md1, mg1, gim1, mmppM1 } = queueing;
const utilizations = fc.double({ min: 0.02, max: 0.97, noNaN: true });
const shares = fc.double({ min: 0.01, max: 0.9999, noNaN: true });
const close = (a: number, b: number, within: number): boolean =>
  Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b), 1e-3);

describe('quantiles', () => {
  it('M/M/c/K with endless room has those of M/M/c', () => {
    fc.assert(
      fc.property(utilizations, fc.integer({ min: 1, max: 6 }), shares, (load, servers, p) => {
        const options = { arrivalRate: 2 * load * servers, serviceRate: 2, servers };
        const open = mmc(options);
        const wide = mmck({ ...options, capacity: 2500 });
        return (
          close(open.waitQuantile(p), wide.waitQuantile(p), 1e-7) &&
          close(open.sojournQuantile(p), wide.sojournQuantile(p), 1e-7)
        );
      }),
      { numRuns: 40 },
    );
  });
  it('M/M/1/1 has no wait and an exponential sojourn; M/M/1/2 waits for one service', () => {
    const loss = mmck({ arrivalRate: 3, serviceRate: 2, servers: 1, capacity: 1 });
    expect(loss.waitQuantile(0.999)).toBe(0);
    expect(loss.sojournQuantile(0.5)).toBeCloseTo(Math.LN2 / 2, 10);
    const two = mmck({ arrivalRate: 1, serviceRate: 1, servers: 1, capacity: 2 });
    expect(two.waitProbability).toBeCloseTo(0.5, 12); // 1, 1, 1 over three states; the last is refused
    expect(two.waitQuantile(0.75)).toBeCloseTo(Math.LN2, 10);
    expect(two.sojournQuantile(1)).toBe(Infinity);
  });
  it('M/D/1: the alternating series of Erlang, where it can be summed, and its mean', () => {
    const series = (load: number, t: number): number => {
      let total = 0;
      for (let k = 0; k <= Math.floor(t); k++) {
        let term = Math.exp(load * (t - k));
        for (let j = 1; j <= k; j++) term *= (-load * (t - k)) / j;
        total += term;
      }
      return (1 - load) * total;
    };
    fc.assert(
      fc.property(utilizations, fc.double({ min: 0.01, max: 8, noNaN: true }), (load, t) => {
        const p = series(load, t);
        if (p > 0.9999) return true;
        return close(md1({ arrivalRate: load, serviceRate: 1 }).waitQuantile(p), t, 1e-6);
      }),
    );
    // E[W] = ∫ Q(p) dp, across the seam at 30 services
    const { waitQuantile, meanWait, sojournQuantile } = md1({ arrivalRate: 1.9, serviceRate: 2 });
    let mean = 0;
    for (let i = 0; i < 4000; i++) mean += waitQuantile((i + 0.5) / 4000) / 4000;
    expect(mean / meanWait).toBeCloseTo(1, 2);
    expect(sojournQuantile(0.5) - waitQuantile(0.5)).toBeCloseTo(0.5, 12);
    expect([waitQuantile(0), waitQuantile(1)]).toEqual([0, Infinity]);
  });
  it('M/D/1’s tail is one curve: no step where its exponential end takes over', () => {
    const { waitQuantile } = md1({ arrivalRate: 0.95, serviceRate: 1 });
    let last = 0;
    for (let p = 0.94; p < 0.98; p += 0.0005) {
      const t = waitQuantile(p);
      expect(t).toBeGreaterThan(last);
      last = t;
    }
    expect(waitQuantile(0.94)).toBeLessThan(30);
    expect(last).toBeGreaterThan(30);
  });
  it('M/G/1 by inversion agrees with M/M/1 in closed form', () => {
    fc.assert(
      fc.property(utilizations, shares, (load, p) => {
        const closed = mm1({ arrivalRate: load, serviceRate: 1 });
        const inverted = mg1({ arrivalRate: load, service: random.exponential(1) });
        return (
          close(closed.waitQuantile(p), inverted.waitQuantile(p), 1e-5) &&
          close(closed.sojournQuantile(p), inverted.sojournQuantile(p), 1e-5)
        );
      }),
      { numRuns: 30 },
    );
  });
  it('an infinite variance makes the mean wait infinite and leaves every quantile finite', () => {
    const heavy = mg1({ arrivalRate: 0.5, service: random.pareto({ shape: 1.5, mean: 1 }) });
    expect(heavy.meanWait).toBe(Infinity);
    expect(heavy.waitQuantile(0.9)).toBeGreaterThan(heavy.waitQuantile(0.5));
    expect(heavy.waitQuantile(0.9)).toBeLessThan(1000);
  });
  it('GI/M/1 with exponential gaps is M/M/1; with even gaps it waits least', () => {
    fc.assert(
      fc.property(utilizations, shares, (load, p) => {
        const poisson = gim1({ interarrival: random.exponential(1 / load), serviceRate: 1 });
        const even = gim1({ interarrival: random.constant(1 / load), serviceRate: 1 });
        const closed = mm1({ arrivalRate: load, serviceRate: 1 });
        return (
          close(poisson.waitProbability, load, 1e-9) &&
          close(poisson.sojournQuantile(p), closed.sojournQuantile(p), 1e-8) &&
          close(poisson.waitQuantile(p), closed.waitQuantile(p), 1e-7) &&
          even.meanWait < poisson.meanWait
        );
      }),
    );
  });
  it('an MMPP with two equal phases is Poisson, with all its quantiles', () => {
    const same = mmppM1({ rates: [0.8, 0.8], switching: [0.3, 0.1], serviceRate: 1 });
    const closed = mm1({ arrivalRate: 0.8, serviceRate: 1 });
    expect(same.meanNumber).toBeCloseTo(closed.meanNumber, 9);
    expect(same.waitProbability).toBeCloseTo(0.8, 10);
    for (const p of [0.3, 0.9, 0.99, 0.9999]) {
      expect(close(same.waitQuantile(p), closed.waitQuantile(p), 1e-8)).toBe(true);
      expect(close(same.sojournQuantile(p), closed.sojournQuantile(p), 1e-8)).toBe(true);
    }
  });
});

describe('bursts', () => {
  it('an MMPP with a silent phase: the closed form of the interrupted Poisson process, which is H₂/M/1', () => {
    const got = mmppM1({ rates: [2, 0], switching: [0.5, 0.5], serviceRate: 1.6 });
    // gaps of an IPP are hyperexponential (Kuczura 1973)
    const [rate, off, on] = [2, 0.5, 0.5];
    const root = Math.sqrt((rate + off + on) * (rate + off + on) - 4 * rate * on);
    const [r1, r2] = [(rate + off + on + root) / 2, (rate + off + on - root) / 2];
    const probability = (rate - r2) / (r1 - r2);
    const gaps = random.hyperexponential({ probability, means: [1 / r1, 1 / r2] });
    const renewal = gim1({ interarrival: gaps, serviceRate: 1.6 });
    expect(got.meanSojourn).toBeCloseTo(renewal.meanSojourn, 9);
    expect(got.sojournQuantile(0.99)).toBeCloseTo(renewal.sojournQuantile(0.99), 7);
    expect(got.waitQuantile(0.9)).toBeCloseTo(renewal.waitQuantile(0.9), 7);
  });
  it('refuses what has no long run or no arrivals', () => {
    expect(() => mmppM1({ rates: [3, 1], switching: [1, 1], serviceRate: 2 })).toThrow(
      'utilization must be < 1, got 1',
    );
    expect(() => mmppM1({ rates: [0, 0], switching: [1, 1], serviceRate: 2 })).toThrow(
      'arrivalRate must be > 0, got 0',
    );
    expect(() => mmppM1({ rates: [1, -1], switching: [1, 1], serviceRate: 2 })).toThrow('rates[1]');
  });
});

describe('priorities', () => {
  const classes = [
    { arrivalRate: 0.2, meanService: 1, scvService: 4 },
    { arrivalRate: 0.1, meanService: 2, scvService: 0 },
    { arrivalRate: 0.3, meanService: 0.5 },
  ];
  it('without preemption the work waiting is that of first come first served: Σ ρᵢWqᵢ is conserved', () => {
    const got = queueing.nonPreemptivePriority({ classes });
    const load = classes.reduce((sum, { arrivalRate, meanService }) => sum + arrivalRate * meanService, 0);
    const residual = classes.reduce((sum, { arrivalRate, meanService, scvService = 1 }) => {
      return sum + (arrivalRate * meanService * meanService * (1 + scvService)) / 2;
    }, 0);
    const weighted = got.classes.reduce((sum, one) => sum + one.utilization * one.meanWait, 0);
    expect(weighted).toBeCloseTo((load * residual) / (1 - load), 12);
    expect(got.utilization).toBeCloseTo(load, 12);
    expect(got.meanNumber).toBeCloseTo(0.6 * got.meanSojourn, 12);
  });
  it('with preemption the highest class does not see the others, and one class alone is M/G/1', () => {
    const [first] = queueing.preemptivePriority({ classes }).classes;
    expect(first!.meanWait).toBeCloseTo(
      mg1({ arrivalRate: 0.2, meanService: 1, scvService: 4 }).meanWait,
      12,
    );
    const alone = { classes: [{ arrivalRate: 0.6, meanService: 1 }] };
    for (const of of [queueing.preemptivePriority, queueing.nonPreemptivePriority]) {
      expect(of(alone).meanSojourn).toBeCloseTo(mm1({ arrivalRate: 0.6, serviceRate: 1 }).meanSojourn, 12);
    }
  });
  it('several servers: the mean wait over all classes is that of M/M/c, and one server is the case of one', () => {
    const alike = [0.9, 1.2, 0.6].map((arrivalRate) => ({ arrivalRate, meanService: 1 }));
    const pool = queueing.nonPreemptivePriority({ classes: alike, servers: 4 });
    const fcfs = mmc({ arrivalRate: 2.7, serviceRate: 1, servers: 4 });
    expect(pool.meanWait).toBeCloseTo(fcfs.meanWait, 12);
    expect(pool.utilization).toBeCloseTo(fcfs.utilization, 12);
    expect(pool.classes[0]!.meanWait).toBeLessThan(pool.classes[2]!.meanWait);
    expect(() => queueing.nonPreemptivePriority({ classes, servers: 2 })).toThrow(
      'classes must all have the same exponential service',
    );
  });
  it('says which class starves', () => {
    const heavy = [...classes, { arrivalRate: 1, meanService: 0.5 }];
    expect(() => queueing.nonPreemptivePriority({ classes: heavy })).toThrow(
      'utilization of the classes up to classes[3] must be < 1, got 1.05: that class waits without bound',
    );
    expect(() => queueing.preemptivePriority({ classes: [] })).toThrow('got none');
  });
});

describe('sizes', () => {
  it('SRPT < SJF < first come first served; sojourns by size average to the mean', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.98, noNaN: true }), (load) => {
        const options = { arrivalRate: load * 2, serviceRate: 2 };
        const srpt = queueing.shortestRemainingFirst(options).meanSojourn;
        const sjf = queueing.shortestJobFirst(options).meanSojourn;
        return srpt < sjf && sjf < mm1(options).meanSojourn;
      }),
    );
    for (const of of [queueing.shortestRemainingFirst, queueing.shortestJobFirst]) {
      const { sojournOfSize, meanSojourn } = of({ arrivalRate: 1.6, serviceRate: 2 });
      let mean = 0;
      for (let x = 0.0025; x < 20; x += 0.005) mean += 2 * Math.exp(-2 * x) * sojournOfSize(x) * 0.005;
      expect(mean / meanSojourn).toBeCloseTo(1, 3);
      expect(() => sojournOfSize(0)).toThrow('size must be > 0, got 0');
    }
  });
  it('processor sharing slows every size by the same factor', () => {
    const got = queueing.processorSharing({ arrivalRate: 1.5, meanService: 0.5 });
    expect(got.meanSojourn).toBeCloseTo(2, 12);
    expect(got.sojournOfSize(3)).toBeCloseTo(12, 12);
  });
});

describe('batches', () => {
  it('batches of one with a fixed time are M/D/1', () => {
    const got = queueing.dynamicBatching({ arrivalRate: 0.8, fixed: 1, perItem: 0, maxBatch: 1 });
    const single = md1({ arrivalRate: 0.8, serviceRate: 1 });
    expect(got.meanSojourn).toBeCloseTo(single.meanSojourn, 9);
    expect(got.meanWait).toBeCloseTo(single.meanWait, 9);
    expect(got.utilization).toBeCloseTo(0.8, 10);
    expect(got.batchShares).toEqual([0, 1]);
  });
  it('Little’s law and the flow through batches hold for every cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (maxBatch, share, fixed) => {
          const capacity = maxBatch / (fixed + 0.2 * maxBatch);
          const arrivalRate = share * capacity;
          const got = queueing.dynamicBatching({ arrivalRate, fixed, perItem: 0.2, maxBatch });
          const busy = arrivalRate * (fixed / got.meanBatch + 0.2); // batches a second, times their mean time
          return (
            close(got.capacity, capacity, 1e-12) &&
            close(got.utilization, busy, 1e-9) &&
            close(got.meanNumber, arrivalRate * got.meanSojourn, 1e-12) &&
            got.meanWait >= 0 &&
            close(
              got.batchShares.reduce((sum, p) => sum + p, 0),
              1,
              1e-12,
            )
          );
        },
      ),
      { numRuns: 25 },
    );
  });
  it('names the capacity that is passed, and gives up honestly just below it', () => {
    const options = { fixed: 0.6, perItem: 0.1, maxBatch: 8 };
    expect(() => queueing.dynamicBatching({ ...options, arrivalRate: 6 })).toThrow(
      'arrivalRate must be < 5.71429, what full batches can serve, got 6: the queue grows without bound',
    );
    expect(() => queueing.dynamicBatching({ ...options, arrivalRate: 5.71 })).toThrow('too close to 1');
    expect(() => queueing.dynamicBatching({ arrivalRate: 1, fixed: 0, perItem: 0, maxBatch: 2 })).toThrow(
      'fixed + perItem must be > 0, got 0',
    );
  });
});

describe('setups, networks and routers', () => {
  it('a setup of no length is M/G/1; the states share the time', () => {
    const got = queueing.setupTimes({
      arrivalRate: 0.6,
      meanService: 1,
      meanSetup: 1e-12,
      scvService: 3,
      scvSetup: 0,
    });
    expect(got.meanWait).toBeCloseTo(mg1({ arrivalRate: 0.6, meanService: 1, scvService: 3 }).meanWait, 9);
    const cold = queueing.setupTimes({ arrivalRate: 0.6, meanService: 1, meanSetup: 4 });
    expect(cold.offProbability + cold.setupProbability + cold.utilization).toBeCloseTo(1, 12);
    expect(cold.setupProbability).toBeCloseTo((0.4 * 0.6) / (0.6 + 0.25), 12);
  });
  it('a network with feedback: every visit again, so the flow is λ/(1 − p)', () => {
    const got = queueing.jackson({
      stations: [{ serviceRate: 4, arrivalRate: 1 }, { serviceRate: 1.5, servers: 2 }, { serviceRate: 9 }],
      routing: [
        [0, 1, 0],
        [0.5, 0, 0],
        [0, 0, 0],
      ],
    });
    expect(got.stations.map((one) => one.arrivalRate)).toEqual([2, 2, 0]);
    const second = mmc({ arrivalRate: 2, serviceRate: 1.5, servers: 2 });
    expect(got.meanNumber).toBeCloseTo(1 + second.meanNumber, 12);
    expect(got.meanSojourn).toBeCloseTo(got.meanNumber, 12);
    expect(got.stations[2]).toMatchObject({ utilization: 0, meanSojourn: 1 / 9 });
  });
  it('a network says what is wrong with it', () => {
    const one = [{ serviceRate: 2, arrivalRate: 1 }];
    expect(() => queueing.jackson({ stations: one, routing: [[1]] })).toThrow('singular');
    expect(() => queueing.jackson({ stations: one, routing: [] })).toThrow('routing must have 1 rows, got 0');
    expect(() => queueing.jackson({ stations: one, routing: [[0, 0]] })).toThrow('routing[0] must have 1');
    expect(() =>
      queueing.jackson({
        stations: [...one, ...one],
        routing: [
          [0.6, 0.6],
          [0, 0],
        ],
      }),
    ).toThrow('routing[0] must sum to at most 1, got 1.2');
    expect(() => queueing.tandem({ arrivalRate: 2, serviceRates: [3, 2] })).toThrow(
      'stations[1]: utilization must be < 1, got 1',
    );
    expect(() => queueing.jackson({ stations: [{ serviceRate: 1 }], routing: [[0]] })).toThrow(
      'the arrival rate from outside must be > 0, got 0',
    );
  });
  it('a closed network never beats its bottleneck, and keeps Little’s law with the thinkers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.double({ min: 0.01, max: 2, noNaN: true }), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (customers, demands, thinkTime) => {
          const got = queueing.closedNetwork({ customers, demands, thinkTime });
          const total = demands.reduce((sum, demand) => sum + demand, 0);
          return (
            got.throughput <= 1 / Math.max(...demands) + 1e-12 &&
            got.throughput <= customers / (thinkTime + total) + 1e-12 &&
            close(customers, got.throughput * (thinkTime + got.responseTime), 1e-9) &&
            demands[got.bottleneck] === Math.max(...demands)
          );
        },
      ),
    );
    expect(() => queueing.closedNetwork({ customers: 1, demands: [0] })).toThrow('got none');
  });
  it('M/M/2 < JSQ < round robin < random at every load', () => {
    for (const load of [0.05, 0.3, 0.7, 0.9, 0.98]) {
      const options = { arrivalRate: 2 * load, serviceRate: 1 };
      const shared = mmc({ ...options, servers: 2 }).meanSojourn;
      const jsq = queueing.jsq2(options);
      const turns = queueing.roundRobin({ ...options, servers: 2 });
      expect(shared).toBeLessThan(jsq.meanSojourn);
      expect(jsq.meanSojourn).toBeLessThan(turns.meanSojourn);
      expect(turns.meanSojourn).toBeLessThan(mm1({ arrivalRate: load, serviceRate: 1 }).meanSojourn);
      expect(turns.meanNumber).toBeCloseTo(options.arrivalRate * turns.meanSojourn, 9);
    }
    expect(queueing.jsq2({ arrivalRate: 0.01, serviceRate: 1 }).waitProbability).toBeLessThan(1e-4);
  });
  it('one choice is M/M/1', () => {
    const got = queueing.powerOfD({ arrivalRate: 1.8, serviceRate: 2, choices: 1 });
    expect(got.meanSojourn).toBeCloseTo(5, 12);
    expect([got.shareAtLeast(0), got.shareAtLeast(2)]).toEqual([1, 0.81]);
  });
  it('an inverse is one', () => {
    const square = matrix(3, (i, j) => [0, 2, 1, 1, 0, 3, 4, 1, 0][3 * i + j] ?? 0);
    product(square, inverse(square)).values.forEach((x, at) => {
      expect(x).toBeCloseTo(at % 4 === 0 ? 1 : 0, 12);
    });
  });
});

describe('tails, retries, copies', () => {
  it('what each branch must keep for the whole to keep its promise', () => {
    const { branchesFast, fastProbability } = queueing.fanOut({ slowProbability: 0.01, branches: 100 });
    expect(branchesFast(fastProbability)).toBeCloseTo(0.99, 12);
    expect(branchesFast(0.99)).toBeCloseTo(0.9998995, 7);
    const { sojournQuantile } = queueing.forkJoin({ branches: 10, mean: 2 });
    const t = sojournQuantile(0.99);
    expect((1 - Math.exp(-t / 2)) ** 10).toBeCloseTo(0.99, 12);
  });
  it('hedging at once is the smaller of two; never is one', () => {
    const service = random.lognormal({ mean: 1, scv: 2 });
    const both = queueing.hedgedRequest({ service: random.exponential(1), delay: 0 });
    expect(both.meanSojourn).toBeCloseTo(0.5, 9);
    expect(both.extraLoad).toBe(1);
    const never = queueing.hedgedRequest({ service, delay: 1e6 });
    expect(never.meanSojourn).toBeCloseTo(1, 6);
    const late = queueing.hedgedRequest({ service, hedgeAt: 0.95 });
    expect(late.sojournQuantile(0.999)).toBeLessThan(never.sojournQuantile(0.999));
    expect(() =>
      queueing.hedgedRequest({ service: random.pareto({ shape: 1, minimum: 1 }), delay: 1 }),
    ).toThrow('the mean response must be finite, got Infinity');
    expect(() => queueing.hedgedRequest({ service: { ...service, cdf: undefined }, delay: 1 })).toThrow(
      'has no distribution function',
    );
  });
  it('retries of what always fails multiply the load and help nobody', () => {
    expect(queueing.retryAmplification({ failureProbability: 1, retries: 3 })).toMatchObject({
      attempts: 4,
      successProbability: 0,
    });
    expect(
      queueing.retryAmplification({ failureProbability: 0.1, retries: 2 }).successProbability,
    ).toBeCloseTo(0.999, 12);
  });
  it('parts in a row lose what parts side by side win', () => {
    expect(queueing.seriesAvailability([0.9, 0.8])).toBeCloseTo(0.72, 12);
    expect(queueing.parallelAvailability([0.9, 0.8])).toBeCloseTo(0.98, 12);
    for (const needed of [1, 3]) {
      const alike = queueing.redundantAvailability({ availability: 0.9, components: 3, needed });
      const listed = needed === 1 ? queueing.parallelAvailability : queueing.seriesAvailability;
      expect(alike).toBeCloseTo(listed([0.9, 0.9, 0.9]), 12);
    }
  });
  it('two of three', () => {
    const a = 0.9;
    expect(queueing.redundantAvailability({ availability: a, components: 3, needed: 2 })).toBeCloseTo(
      3 * a * a * (1 - a) + a * a * a,
      12,
    );
    expect(() => queueing.redundantAvailability({ availability: a, components: 3, needed: 4 })).toThrow(
      'needed must be <= components = 3, got 4',
    );
    expect(() => queueing.seriesAvailability([])).toThrow('the number of components');
    expect(() => queueing.parallelAvailability([0.5, 2])).toThrow(
      'availabilities[1] must be in [0, 1], got 2',
    );
  });
});

describe('scalability', () => {
  it('the peak is where more workers stop helping', () => {
    const law = queueing.usl({ throughputOfOne: 100, contention: 0.05, crosstalk: 0.0005 });
    expect(law.peakWorkers).toBeCloseTo(Math.sqrt(0.95 / 0.0005), 10);
    expect(law.throughput(43)).toBeLessThanOrEqual(law.peakThroughput);
    expect(law.throughput(44)).toBeLessThanOrEqual(law.peakThroughput);
    expect(law.throughput(1)).toBe(100);
    expect(law.speedup(60)).toBeLessThan(law.speedup(44));
  });
  it('without crosstalk it is Amdahl’s law', () => {
    const law = queueing.usl({ contention: 0.1, crosstalk: 0 });
    expect(law.speedup(16)).toBeCloseTo(queueing.amdahl({ serialShare: 0.1, workers: 16 }).speedup, 12);
    expect([law.peakWorkers, law.peakThroughput]).toEqual([Infinity, 10]);
    expect(queueing.amdahl({ serialShare: 0.1, workers: 16 }).limit).toBe(10);
  });
});

describe('caches', () => {
  const popularity = { items: 1000, exponent: 0.8 };
  it('FIFO ≤ LRU ≤ the most popular; each grows with the capacity', () => {
    let last = -1;
    for (const capacity of [0, 1, 10, 100, 900, 1000, 2000]) {
      const fifo = queueing.fifoCache({ ...popularity, capacity }).hitRatio;
      const lru = queueing.lruCache({ ...popularity, capacity }).hitRatio;
      const best = queueing.lfuCache({ ...popularity, capacity }).hitRatio;
      expect(fifo).toBeLessThanOrEqual(lru + 1e-12);
      expect(lru).toBeLessThanOrEqual(best + 1e-12);
      expect(lru).toBeGreaterThanOrEqual(last);
      last = lru;
    }
    expect(last).toBeCloseTo(1, 12);
  });
  it('a TTL as long as LRU’s characteristic time hits as LRU does', () => {
    const lru = queueing.lruCache({ ...popularity, capacity: 100 });
    const ttl = queueing.ttlCache({
      ...popularity,
      requestRate: 10,
      timeToLive: lru.characteristicTime / 10,
      renewed: true,
    });
    expect(ttl.hitRatio).toBeCloseTo(lru.hitRatio, 9);
    expect(ttl.meanSize).toBeCloseTo(100, 6);
    const once = queueing.ttlCache({ ...popularity, requestRate: 10, timeToLive: 5 });
    expect(once.hitRatio).toBeLessThan(ttl.hitRatio);
  });
  it('takes measured popularity, in any unit', () => {
    const counts = { probabilities: [70, 20, 10, 0] };
    expect(queueing.lfuCache({ ...counts, capacity: 1 }).hitRatio).toBeCloseTo(0.7, 12);
    expect([...queueing.lruCache({ ...counts, capacity: 3 }).hitRatios]).toEqual([1, 1, 1, 0]);
    expect(() => queueing.lruCache({ probabilities: [0, 0], capacity: 1 })).toThrow(
      'the sum of probabilities must be > 0, got 0',
    );
    expect(() => queueing.lruCache({ probabilities: [1, -1], capacity: 1 })).toThrow('probabilities[1]');
  });
});

describe('domains', () => {
  it('every stable formula refuses a full system in the same sentence', () => {
    const full = { arrivalRate: 2, serviceRate: 1 };
    const message = 'utilization must be < 1, got 2: the queue grows without bound';
    const general = { arrivalRate: 2, meanService: 1, scvArrival: 1, scvService: 1 };
    for (const call of [
      () => mm1(full),
      () => md1(full),
      () => mg1({ arrivalRate: 2, meanService: 1, scvService: 1 }),
      () => mg1({ arrivalRate: 2, service: random.exponential(1) }),
      () => gim1({ interarrival: random.exponential(0.5), serviceRate: 1 }),
      () => queueing.sakasegawa({ ...general, servers: 1 }),
      () => queueing.shortestJobFirst(full),
      () => queueing.shortestRemainingFirst(full),
      () => queueing.processorSharing({ arrivalRate: 2, meanService: 1 }),
      () => queueing.setupTimes({ arrivalRate: 2, meanService: 1, meanSetup: 1 }),
      () => queueing.powerOfD({ ...full, choices: 2 }),
      () => queueing.asymptoticWaitVariance(full),
      () => queueing.jsq2({ arrivalRate: 4, serviceRate: 1 }),
      () => queueing.roundRobin({ arrivalRate: 4, serviceRate: 1, servers: 2 }),
    ]) {
      expect(call).toThrow(message);
    }
  });
  it('a law without a transform says so', () => {
    const bare = { ...random.exponential(1), transform: undefined };
    expect(() => gim1({ interarrival: bare, serviceRate: 2 })).toThrow(
      'the exponential law has no transform, which GI/M/1 needs',
    );
    expect(() => mg1({ arrivalRate: 0.5, service: bare }).waitQuantile(0.5)).toThrow(
      'the exponential law has no transform to find quantiles from',
    );
  });
});
