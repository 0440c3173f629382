import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1, mmc } from '../../../src/engine/queueing/index.ts';
import {
  constant,
  exponential,
  fcfs,
  hyperexponential,
  type Log,
  lifo,
  mmpp,
  poisson,
  simulate,
  summarize,
  uniform,
} from '../../../src/engine/simulate/index.ts';
import { covers, throughEvents } from './support/longRun.ts';

const pauses = [
  { at: 3, duration: 2 },
  { at: 20, duration: 5 },
];

describe('the event list and the recursions', () => {
  it('give the same path: every time, server and state change', () => {
    const system = fc.record({
      arrivals: fc.constantFrom(poisson(0.9), poisson(4), mmpp({ rates: [0.5, 6], switching: [0.2, 0.2] })),
      service: fc.constantFrom(
        exponential(1),
        uniform({ min: 0, max: 2 }),
        hyperexponential({ mean: 1, scv: 6 }),
      ),
      servers: fc.integer({ min: 1, max: 40 }),
      spikes: fc.constantFrom([], [{ at: 5, duration: 10, factor: 3 }]),
      pauses: fc.constantFrom([], pauses),
    });
    const stop = fc.constantFrom({ requests: 2500 }, { requests: 60 }, { horizon: 40 });
    fc.assert(
      fc.property(system, fc.integer(), stop, (what, seed, end) => {
        const fast = simulate(what, { seed, warmup: 0, ...end });
        const { counts, ...events } = throughEvents(what, { seed, warmup: 0, ...end }) as Log;
        if (what.pauses.length === 0) expect(events).toEqual(fast);
        // after a stall those who waited for it are begun together, and floating-point work left is resumed
        else {
          expect(events.arrival).toEqual(fast.arrival);
          events.start.forEach((start, i) => {
            expect(start).toBeCloseTo(fast.start[i]!, 9);
            expect(events.finish[i]).toBeCloseTo(fast.finish[i]!, 9);
          });
        }
        expect(counts?.attempts).toBe(fast.requests);
      }),
      { numRuns: 60 },
    );
  });
  it('give the same path where services are of equal length and many things happen at once', () => {
    const system = { arrivals: poisson(2), service: constant(1), servers: 3 };
    const fast = simulate(system, { seed: 5, requests: 3000 });
    const events = throughEvents(system, { seed: 5, requests: 3000 }) as Log;
    for (const column of ['start', 'finish', 'server', 'outcome'] as const) {
      expect(events[column]).toEqual(fast[column]);
    }
    expect(summarize(events).meanNumber.value).toBeCloseTo(summarize(fast).meanNumber.value, 9);
  });
  it('an explicit first come, first served still takes the recursion', () => {
    const system = { arrivals: poisson(2), service: exponential(1), servers: 3 };
    const options = { seed: 5, requests: 300 };
    expect(simulate({ ...system, discipline: fcfs() }, options)).toEqual(simulate(system, options));
  });
});

describe('the event list against theory', () => {
  const run = (arrivalRate: number, servers: number) =>
    summarize(
      throughEvents(
        { arrivals: poisson(arrivalRate), service: exponential(1), servers },
        { seed: 77, requests: 1_000_000, warmup: 50_000, log: 'none' },
      ),
      { confidence: 0.999 },
    );
  it.each([
    [0.8, 1],
    [3.6, 4],
  ])('M/M/c with λ = %d, c = %d', (arrivalRate, servers) => {
    const theory = mmc({ arrivalRate, serviceRate: 1, servers });
    covers(
      run(arrivalRate, servers),
      {
        meanWait: theory.meanWait,
        meanSojourn: theory.meanSojourn,
        meanNumber: theory.meanNumber,
        meanQueue: theory.meanQueue,
        utilization: theory.utilization,
        waitProbability: theory.waitProbability ?? Number.NaN,
        p50: theory.sojournQuantile(0.5),
        p99: theory.sojournQuantile(0.99),
        throughput: arrivalRate,
        meanService: 1,
      },
      0.35,
    );
  });
  it('a thousand servers', () => {
    const theory = mmc({ arrivalRate: 980, serviceRate: 1, servers: 1000 });
    covers(run(980, 1000), {
      meanSojourn: theory.meanSojourn,
      utilization: 0.98,
      meanNumber: theory.meanNumber,
    });
  });
});

describe('a sampled log', () => {
  it('is even in the order of arrival when requests leave in another', () => {
    const system = { arrivals: poisson(0.9), service: exponential(1), discipline: lifo() };
    const { sample } = simulate(system, { seed: 3, requests: 30_000, log: 'sampled' });
    const full = simulate(system, { seed: 3, requests: 30_000 });
    const kept = [...sample.request].sort((a, b) => a - b);
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 8 * i));
    expect(kept).toHaveLength(Math.ceil(30_000 / 8));
    expect([...sample.request]).not.toEqual(kept);
    sample.request.forEach((row, i) => {
      expect(sample.finish[i]).toBe(full.finish[row]);
    });
  });
  it.each(['recursion', 'events'])('carries the tally and rows of the full log: %s', (way) => {
    const system = { arrivals: poisson(0.8), service: exponential(1) };
    const options = { seed: 3, requests: 50_000 };
    const through = way === 'events' ? { ...system, speeds: [1] } : system;
    const full = simulate(through, options);
    const none = simulate(through, { ...options, log: 'none' });
    const { sample, ...tally } = simulate(through, { ...options, log: 'sampled' });
    expect(tally).toEqual(none);
    expect(sample.request.length).toBeGreaterThan(2048);
    expect(sample.request.length).toBeLessThanOrEqual(4096);
    sample.request.forEach((row, i) => {
      expect(sample.finish[i]).toBe(full.finish[row]);
      expect(sample.start[i]).toBe(full.start[row]);
    });
    const gaps = sample.request.slice(1).map((row, i) => row - sample.request[i]!);
    expect(new Set(gaps)).toEqual(new Set([16]));
    covers(
      summarize(tally, { confidence: 0.999 }),
      { meanSojourn: mm1({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn },
      1,
    );
  });
});

it('a log takes at most 100 bytes a request', () => {
  const log = throughEvents(
    { arrivals: poisson(0.8), service: exponential(1) },
    { seed: 1, requests: 20_000 },
  ) as Log;
  const buffers = [...Object.values(log), ...Object.values(log.changes)].filter((v) => ArrayBuffer.isView(v));
  const bytes = buffers.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  expect(bytes / log.requests).toBeLessThanOrEqual(100);
});
