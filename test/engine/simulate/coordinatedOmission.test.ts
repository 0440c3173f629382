import { describe, expect, it } from 'vitest';
import { correctOmission, recordClosedLoop, recordOpenLoop } from '../../../src/engine/simulate/index.ts';
import { mean, quantile } from '../../../src/engine/stats/index.ts';
import { expectWithin, oracles } from '../support/oracle.ts';

const { inputs, expected, tol } = oracles('simulate')('coordinated-omission-100s');
const options = {
  interval: 1 / inputs.rate,
  requests: inputs.rate * (inputs.okSeconds + inputs.stallSeconds),
  service: inputs.okLatencyMs / 1000,
  stalls: [{ at: inputs.okSeconds, duration: inputs.stallSeconds }],
};
const ms = (latency: Float64Array): Float64Array => latency.map((seconds) => seconds * 1000);

describe('a system that stalls for 100 s', () => {
  it('timed from when requests were due, shows the stall in its percentiles', () => {
    const latency = ms(recordOpenLoop(options).latency);
    expectWithin(mean(latency), expected.mean, tol, 'mean');
    expectWithin(quantile(latency, 0.5, 'nearest_rank'), expected.p50, tol, 'p50');
    expectWithin(quantile(latency, 0.75, 'nearest_rank'), expected.p75, { rel: 1e-6 }, 'p75');
    expectWithin(quantile(latency, 0.99, 'nearest_rank'), expected.p99, { rel: 1e-6 }, 'p99');
    expectWithin(quantile(latency, 0.9999, 'nearest_rank'), expected.p9999, { rel: 1e-6 }, 'p99.99');
  });
  it('recorded in a closed loop, shows one slow request', () => {
    const { latency } = recordClosedLoop(options);
    expectWithin(mean(ms(latency)), expected.naiveMean, tol, 'naive mean');
    expect(latency.length).toBe(10_001);
    expect(quantile(latency, 0.999, 'nearest_rank')).toBeCloseTo(0.001, 9);
  });
  it('the correction brings most of the left-out latencies back', () => {
    const corrected = ms(correctOmission(recordClosedLoop(options).latency, options.interval));
    expect(mean(corrected)).toBeCloseTo(expected.mean, -1);
    expect(Math.abs(corrected.length - options.requests)).toBeLessThanOrEqual(1);
  });
});

it('without a stall both generators record the same', () => {
  const calm = { interval: 0.1, requests: 50, service: 0.02 };
  expect(recordClosedLoop(calm)).toEqual(recordOpenLoop(calm));
});

it('a later, quicker request does not leave an earlier stall behind', () => {
  const latency = recordOpenLoop({
    interval: 1,
    requests: 3,
    service: [5, 0.5, 0.5],
    stalls: [{ at: 1.2, duration: 1 }],
  }).latency;
  expect([...latency].map((x) => Number(x.toFixed(9)))).toEqual([5, 1.2, 0.5]);
});
