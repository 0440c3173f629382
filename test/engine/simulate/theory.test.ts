import { describe, expect, it } from 'vitest';
import { mg1, mm1, mmc } from '../../../src/engine/queueing/index.ts';
import {
  constant,
  erlang,
  exponential,
  hyperexponential,
  lognormal,
  mmpp,
  poisson,
  renewal,
  type Summary,
  type System,
  simulate,
  summarize,
  uniform,
} from '../../../src/engine/simulate/index.ts';
import { clopperPearson } from '../../../src/engine/stats/index.ts';
import { oracles } from '../support/oracle.ts';

const oracle = oracles('simulate');

/**
 * One run of a million requests, the warm-up discarded. Each interval is taken at 99.9 %, so that among the dozens of
 * comparisons here a correct simulator fails about once in thirty seeds, and the seed is fixed.
 */
const longRun = (system: System): Summary =>
  summarize(simulate(system, { seed: 2024, requests: 1_000_000, warmup: 50_000, log: 'none' }), {
    confidence: 0.999,
  });

const covers = (summary: Summary, expected: Partial<Record<keyof Summary, number>>): void => {
  for (const [name, value] of Object.entries(expected)) {
    const estimate = summary[name as 'meanWait'];
    expect(estimate.lower, `${name} from below`).toBeLessThanOrEqual(value as number);
    expect(estimate.upper, `${name} from above`).toBeGreaterThanOrEqual(value as number);
    // an interval that covers because it is wide proves nothing
    expect(estimate.upper - estimate.lower, `${name} width`).toBeLessThan(0.25 * (value as number));
  }
};

describe('long runs against theory', () => {
  it('M/M/1 at ρ = 0.8: means, quantiles, probability of waiting', () => {
    const theory = mm1({ arrivalRate: 0.8, serviceRate: 1 });
    covers(longRun({ arrivals: poisson(0.8), service: exponential(1) }), {
      meanWait: theory.meanWait,
      meanSojourn: theory.meanSojourn,
      meanNumber: theory.meanNumber,
      meanQueue: theory.meanQueue,
      utilization: theory.utilization,
      waitProbability: theory.waitProbability,
      p50: theory.sojournQuantile(0.5),
      p95: theory.sojournQuantile(0.95),
      p99: theory.sojournQuantile(0.99),
      throughput: 0.8,
      arrivalRate: 0.8,
      meanService: 1,
    });
  });
  it('M/M/4 at ρ = 0.9', () => {
    const theory = mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 });
    covers(longRun({ arrivals: poisson(3.6), service: exponential(1), servers: 4 }), {
      meanWait: theory.meanWait,
      meanSojourn: theory.meanSojourn,
      meanNumber: theory.meanNumber,
      utilization: 0.9,
      waitProbability: theory.waitProbability,
      p50: theory.sojournQuantile(0.5),
      p95: theory.sojournQuantile(0.95),
      p99: theory.sojournQuantile(0.99),
    });
  });
  it.each([
    ['M/D/1', constant(1), 0.8],
    ['M/E₂/1', erlang({ k: 2, mean: 1 }), 0.8],
    ['M/H₂/1', hyperexponential({ probability: 0.5, means: [0.2, 1.8] }), 0.8],
    ['M/lognormal/1', lognormal({ mean: 1, scv: 2 }), 0.7],
  ])('%s: Pollaczek–Khinchine', (_name, service, arrivalRate) => {
    const theory = mg1({ arrivalRate, meanService: 1, scvService: service.scv });
    covers(longRun({ arrivals: poisson(arrivalRate), service }), {
      meanWait: theory.meanWait,
      meanNumber: theory.meanNumber,
      utilization: arrivalRate,
    });
  });
  it('M/H₂/1: the sojourn’s p50 lies above the wait’s, whose value is known', () => {
    const { expected } = oracle('mh21-wait-quantiles-0.8');
    const system = {
      arrivals: poisson(0.8),
      service: hyperexponential({ probability: 0.5, means: [0.2, 1.8] }),
    };
    const log = simulate(system, { seed: 9, requests: 400_000, warmup: 20_000 });
    const waits = log.start
      .map((start, i) => start - log.arrival[i]!)
      .subarray(20_000)
      .sort();
    const share = waits.findIndex((wait) => wait > expected.p95) / waits.length;
    expect(Math.abs(share - 0.95)).toBeLessThan(0.01);
    expect(summarize(log).p50.value).toBeGreaterThan(expected.p50);
  });
  it('GI/M/1 with uniform gaps', () => {
    const { expected } = oracle('gim1-U(0,2.5)');
    covers(longRun({ arrivals: renewal(uniform({ min: 0, max: 2.5 })), service: exponential(1) }), {
      meanWait: expected.Wq,
      meanSojourn: expected.W,
      waitProbability: expected.sigma,
    });
  });
  it('MMPP/M/1: bursts alone nearly triple the delay', () => {
    const { inputs, expected } = oracle('mmpp-m1');
    const arrivals = mmpp({
      rates: [inputs.lambda0, inputs.lambda1],
      switching: [inputs.q01, inputs.q10],
    });
    covers(longRun({ arrivals, service: exponential(1) }), {
      meanSojourn: expected.W,
      meanNumber: expected.L,
    });
  });
});

describe('intervals', () => {
  const truth = mm1({ arrivalRate: 0.7, serviceRate: 1 });
  const system = { arrivals: poisson(0.7), service: exponential(1) };
  it.each(['full', 'none'] as const)('cover about as often as they say, log %s', (log) => {
    const hits = { meanWait: 0, meanSojourn: 0, p50: 0, p95: 0, p99: 0, meanNumber: 0, utilization: 0 };
    const values = {
      meanWait: truth.meanWait,
      meanSojourn: truth.meanSojourn,
      p50: truth.sojournQuantile(0.5),
      p95: truth.sojournQuantile(0.95),
      p99: truth.sojournQuantile(0.99),
      meanNumber: truth.meanNumber,
      utilization: 0.7,
    };
    const runs = log === 'full' ? 60 : 120;
    for (let seed = 1; seed <= runs; seed++) {
      const summary = summarize(simulate(system, { seed, requests: 40_000, warmup: 2000, log }));
      for (const name of Object.keys(hits) as (keyof typeof hits)[]) {
        if (summary[name].lower <= values[name] && values[name] <= summary[name].upper) hits[name]++;
      }
    }
    for (const [name, count] of Object.entries(hits)) {
      // 95 % must lie inside what that many hits allow: neither too narrow nor absurdly wide
      expect(clopperPearson(count, runs, 0.999).upper, `${name}: ${count} of ${runs}`).toBeGreaterThan(0.95);
    }
  });
  it('the spread of the mean wait over seeds is the asymptotic one', () => {
    const variance = oracle('mm1-asymptotic-variance-0.8').expected;
    const n = 100_000;
    const runs = 60;
    let squares = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const busy = { arrivals: poisson(0.8), service: exponential(1) };
      const { meanWait } = summarize(simulate(busy, { seed, requests: n + 2000, warmup: 2000, log: 'none' }));
      squares += (meanWait.value - 4) ** 2;
    }
    const ratio = squares / runs / (variance / n);
    // χ² with 60 degrees of freedom, 0.1 % and 99.9 %
    expect(ratio).toBeGreaterThan(0.52);
    expect(ratio).toBeLessThan(1.67);
  });
  it('a run too short for two batches bounds nothing', () => {
    const { meanWait } = summarize(simulate(system, { seed: 1, requests: 12 }));
    expect([meanWait.lower, meanWait.upper]).toEqual([-Infinity, Infinity]);
  });
});

it('both kinds of log summarize one run alike', () => {
  const system = { arrivals: poisson(3.6), service: exponential(1), servers: 4 };
  const options = { seed: 5, requests: 50_000, warmup: 5000 };
  const full = summarize(simulate(system, options));
  const none = summarize(simulate(system, { ...options, log: 'none' }));
  expect(none.meanWait.value).toBeCloseTo(full.meanWait.value, 9);
  expect(none.meanSojourn.value).toBeCloseTo(full.meanSojourn.value, 9);
  expect(none.waitProbability.value).toBe(full.waitProbability.value);
  for (const name of ['p50', 'p95', 'p99'] as const) {
    expect(Math.abs(none[name].value / full[name].value - 1)).toBeLessThan(0.008);
  }
  for (const name of ['throughput', 'utilization', 'meanNumber'] as const) {
    expect(Math.abs(none[name].value / full[name].value - 1)).toBeLessThan(0.02);
  }
});
