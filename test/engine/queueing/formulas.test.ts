import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  delayCurve,
  erlangA,
  erlangB,
  erlangC,
  gg1,
  ggc,
  littlesLaw,
  md1,
  mg1,
  mm1,
  mmc,
  mmck,
} from '../../../src/engine/queueing/index.ts';
import { expectWithin, idsOf, oracles } from '../support/oracle.ts';

const oracle = oracles('queueing');

describe('M/M/1', () => {
  it.each(['mm1-means-0.5', 'mm1-means-0.9'])('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    const got = mm1({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu });
    expectWithin(got.utilization, expected.rho, tol);
    expectWithin(got.meanNumber, expected.L, tol);
    expectWithin(got.meanQueue, expected.Lq, tol);
    expectWithin(got.meanSojourn, expected.W, tol);
    expectWithin(got.meanWait, expected.Wq, tol);
  });
  it('the p99 sojourn is ln 100 ≈ 4.6 mean sojourns', () => {
    const { inputs, expected, tol } = oracle('queue-mm1');
    const got = mm1({ arrivalRate: inputs.lambda, serviceRate: inputs.mu });
    expectWithin(got.sojournQuantile(0.99), expected.p99W, tol);
    expect(got.sojournQuantile(0.99) / got.meanSojourn).toBeCloseTo(Math.log(100), 12);
  });
  it('those who need not wait have a wait quantile of 0', () => {
    const { waitQuantile } = mm1({ arrivalRate: 0.8, serviceRate: 1 });
    expect([waitQuantile(0), waitQuantile(0.19), waitQuantile(1)]).toEqual([0, 0, Infinity]);
    expect(waitQuantile(0.5)).toBeGreaterThan(0);
  });
  it('refuses a load without a long run, in a sentence', () => {
    const message = 'utilization must be < 1, got 1.2: the queue grows without bound';
    expect(() => mm1({ arrivalRate: 1.2, serviceRate: 1 })).toThrow(message);
    expect(() => mm1({ arrivalRate: 3.6, serviceRate: 3 })).toThrow(message); // 1.2000000000000002 in binary
    expect(() => mm1({ arrivalRate: 1, serviceRate: 1 })).toThrow(RangeError);
    expect(() => mm1({ arrivalRate: -1, serviceRate: 1 })).toThrow('arrivalRate must be > 0, got -1');
  });
});

describe('several servers', () => {
  it.each(idsOf('queueing', 'erlang-b-').filter((id) => id !== 'erlang-b-table-1pct'))('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    expectWithin(erlangB({ offeredLoad: inputs.offered, servers: inputs.servers }), expected, tol);
  });
  it('Erlang B’s published one-percent table', () => {
    const { inputs, expected } = oracle('erlang-b-table-1pct');
    for (const servers of inputs.servers) {
      expect(erlangB({ offeredLoad: expected[servers], servers })).toBeCloseTo(inputs.blocking, 10);
    }
  });
  it.each(idsOf('queueing', 'mmc-').filter((id) => !id.includes('quantiles')))('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    const got = mmc({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu, servers: inputs.c });
    expectWithin(got.waitProbability, expected.C, tol);
    expectWithin(got.meanWait, expected.Wq, tol);
    expectWithin(got.meanSojourn, expected.W, tol);
    expectWithin(got.meanQueue, expected.Lq, tol);
    expectWithin(got.meanNumber, expected.L, tol);
  });
  it('M/M/c sojourn quantiles', () => {
    const { inputs, expected, tol } = oracle('mmc-sojourn-quantiles-4-3.6');
    const got = mmc({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu, servers: inputs.c });
    expectWithin(got.sojournQuantile(0.5), expected.p50, tol);
    expectWithin(got.sojournQuantile(0.95), expected.p95, tol);
    expectWithin(got.sojournQuantile(0.99), expected.p99, tol);
  });
  it('M/M/c wait tail and Erlang C', () => {
    const { inputs, expected, tol } = oracle('queue-mmc');
    const got = mmc({ arrivalRate: inputs.lambda, serviceRate: inputs.mu, servers: inputs.c });
    const offeredLoad = inputs.lambda / inputs.mu;
    expectWithin(erlangB({ offeredLoad, servers: inputs.c }), expected.erlangB, tol);
    expectWithin(erlangC({ offeredLoad, servers: inputs.c }), expected.erlangC, tol);
    expectWithin(got.waitQuantile(1 - expected['P(Wq>1)']), 1, { abs: 1e-9 });
  });
  it('where the queue empties as fast as one server serves, the sojourn’s two exponentials merge', () => {
    const even = mmc({ arrivalRate: 1, serviceRate: 1, servers: 2 });
    const beside = mmc({ arrivalRate: 1 + 1e-7, serviceRate: 1, servers: 2 });
    expect(even.sojournQuantile(0.95)).toBeCloseTo(beside.sojournQuantile(0.95), 5);
  });
  it('one server is M/M/1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (rho, p) => {
          const a = mm1({ arrivalRate: rho, serviceRate: 1 });
          const b = mmc({ arrivalRate: rho, serviceRate: 1, servers: 1 });
          return (
            Math.abs(a.meanWait / b.meanWait - 1) < 1e-9 &&
            Math.abs(a.sojournQuantile(p) / b.sojournQuantile(p) - 1) < 1e-9
          );
        },
      ),
    );
  });
  it('a room for K turns overload into refusals', () => {
    const { inputs, expected, tol } = oracle('mm1k-10-1.2');
    const got = mmck({ arrivalRate: inputs.lambda_, serviceRate: inputs.mu, servers: 1, capacity: inputs.K });
    expectWithin(got.blockProbability, expected.pBlock, tol);
    expectWithin(got.meanNumber, expected.L, tol);
    expectWithin(got.throughput, expected.throughput, tol);
  });
  it('M/M/c/K: without waiting room it is Erlang B, with endless room M/M/c', () => {
    const loss = mmck({ arrivalRate: 3, serviceRate: 1, servers: 5, capacity: 5 });
    expect(loss.blockProbability).toBeCloseTo(erlangB({ offeredLoad: 3, servers: 5 }), 12);
    expect(loss.waitProbability).toBe(0);
    const open = mmc({ arrivalRate: 3, serviceRate: 1, servers: 5 });
    const wide = mmck({ arrivalRate: 3, serviceRate: 1, servers: 5, capacity: 300 });
    expect(wide.meanWait).toBeCloseTo(open.meanWait, 12);
    expect(wide.waitProbability).toBeCloseTo(open.waitProbability, 12);
    const flooded = mmck({ arrivalRate: 500, serviceRate: 1, servers: 2, capacity: 2000 });
    expect(flooded.utilization).toBeCloseTo(1, 12);
    expect(flooded.meanNumber).toBeCloseTo(2000, 1);
  });
  it('impatience keeps Erlang A finite at ρ = 1', () => {
    const { inputs, expected, tol } = oracle('erlang-a-10-10-0.5');
    const got = erlangA({
      arrivalRate: inputs.lambda_,
      serviceRate: inputs.mu,
      servers: inputs.n,
      patienceRate: inputs.theta,
    });
    expectWithin(got.waitProbability, expected.pWait, tol);
    expectWithin(got.abandonProbability, expected.pAbandon, tol);
    expectWithin(got.meanWait, expected.EW, tol);
  });
  it('Erlang A keeps its limits: patient users make M/M/c, a flood makes the excess leave', () => {
    const patient = erlangA({ arrivalRate: 80, serviceRate: 1, servers: 100, patienceRate: 1e-6 });
    const open = mmc({ arrivalRate: 80, serviceRate: 1, servers: 100 });
    expect(patient.meanWait / open.meanWait).toBeCloseTo(1, 4);
    expect(patient.abandonProbability).toBeLessThan(1e-6);
    const flood = erlangA({ arrivalRate: 5000, serviceRate: 1, servers: 1000, patienceRate: 0.5 });
    expect(flood.waitProbability).toBeCloseTo(1, 9);
    expect(flood.abandonProbability).toBeCloseTo(0.8, 9);
  });
});

describe('general laws', () => {
  it.each(idsOf('queueing', 'mg1-M'))('%s', (id) => {
    const { inputs, expected, tol } = oracle(id);
    const { lambda_: arrivalRate, ES: meanService, ES2 } = inputs;
    const got = mg1({ arrivalRate, meanService, scvService: ES2 / (meanService * meanService) - 1 });
    expectWithin(got.meanWait, expected.Wq, tol);
    expectWithin(got.meanSojourn, expected.W, tol);
  });
  it('lognormal service', () => {
    const { inputs, expected, tol } = oracle('mg1-lognormal-cv2-4');
    expectWithin(mg1({ arrivalRate: inputs.lambda_, meanService: 1, scvService: 4 }).meanWait, expected, tol);
  });
  it('M/D/1 waits half as long as M/M/1', () => {
    const rates = { arrivalRate: 0.8, serviceRate: 1 };
    expect(md1(rates).meanWait).toBeCloseTo(mm1(rates).meanWait / 2, 12);
  });
  it('Kingman', () => {
    const { inputs, expected, tol } = oracle('kingman-gg1');
    const { lambda_: arrivalRate, ES: meanService, ca2: scvArrival, cs2: scvService } = inputs;
    expectWithin(gg1({ arrivalRate, meanService, scvArrival, scvService }).meanWait, expected, tol);
  });
  it('Allen–Cunneen', () => {
    const { inputs, expected, tol } = oracle('allen-cunneen-4-3.6');
    inputs.cases.forEach(([scvArrival, scvService]: [number, number], i: number) => {
      const got = ggc({
        arrivalRate: inputs.lambda_,
        meanService: 1,
        scvArrival,
        scvService,
        servers: inputs.c,
      });
      expectWithin(got.meanWait, expected[i], tol);
    });
  });
  it('every formula obeys Little’s law', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (rho, servers, scv) => {
          const arrivalRate = rho * servers;
          for (const m of [
            ggc({ arrivalRate, meanService: 1, scvArrival: 1, scvService: scv, servers }),
            mmc({ arrivalRate, serviceRate: 1, servers }),
            mmck({ arrivalRate, serviceRate: 1, servers, capacity: servers + 5 }),
          ]) {
            const rate = 'throughput' in m && typeof m.throughput === 'number' ? m.throughput : arrivalRate;
            if (Math.abs(m.meanNumber - rate * m.meanSojourn) > 1e-9 * m.meanNumber) return false;
            if (Math.abs(m.meanQueue - rate * m.meanWait) > 1e-9) return false;
          }
          return true;
        },
      ),
    );
  });
});

describe('Little’s law', () => {
  it('gives the third from any two', () => {
    const { inputs, expected } = oracle('amdahl-littles');
    const all = { number: expected.L, arrivalRate: inputs.lambda, sojourn: inputs.W };
    expect(littlesLaw({ arrivalRate: inputs.lambda, sojourn: inputs.W })).toEqual(all);
    expect(littlesLaw({ number: expected.L, sojourn: inputs.W })).toEqual(all);
    expect(littlesLaw({ number: expected.L, arrivalRate: inputs.lambda })).toEqual(all);
  });
  it('asks for exactly two', () => {
    expect(() => littlesLaw({ number: 1 })).toThrow(
      'give exactly two of number, arrivalRate and sojourn, got 1',
    );
    expect(() => littlesLaw({ number: 1, arrivalRate: 1, sojourn: 1 })).toThrow('got 3');
    expect(() => littlesLaw({ number: 1, arrivalRate: 0 })).toThrow('arrivalRate must be > 0, got 0');
  });
});

describe('delay curve', () => {
  it('starts at the service time, rises, and has no end at ρ = 1', () => {
    const curve = delayCurve({ serviceRate: 2, servers: 3 }, [0, 0.5, 0.9, 1, 1.3]);
    expect(curve[0]).toMatchObject({ meanSojourn: 0.5, meanWait: 0, meanNumber: 0 });
    expect(curve[1]!.meanSojourn).toBeLessThan(curve[2]!.meanSojourn);
    expect(curve[2]!.sojournP99).toBeCloseTo(
      mmc({ arrivalRate: 5.4, serviceRate: 2, servers: 3 }).sojournQuantile(0.99),
      12,
    );
    expect(curve[3]).toMatchObject({ meanSojourn: Infinity, meanNumber: Infinity });
    expect(curve[4]!.meanWait).toBe(Infinity);
  });
  it('service variability lifts it', () => {
    const at = (scvService: number) => delayCurve({ serviceRate: 1, scvService }, [0.8])[0]!;
    expect(at(4).meanWait / at(0).meanWait).toBeCloseTo(5, 12);
    expect(at(4).sojournP99).toBeNaN();
  });
});
