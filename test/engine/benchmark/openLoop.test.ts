import { describe, expect, it } from 'vitest';
import {
  arrivalSchedule,
  evenLoad,
  inSystemAt,
  latencyGap,
  loadOrder,
  type OpenLoopLog,
  openLoopLatencies,
  predictLoad,
  replayOpenLoop,
  summarizeOpenLoop,
} from '../../../src/engine/benchmark/index.ts';
import { serveInOrder } from '../../../src/engine/benchmark/replayOpenLoop.ts';
import { mm1 } from '../../../src/engine/queueing/index.ts';
import { createStreams, draw, exponential } from '../../../src/engine/random/index.ts';

/** A server that takes 1 ms on average, exponentially, and starts each request `late` ms after it could. */
const serve = (scheduled: readonly number[], seed: number, late = 0): OpenLoopLog => {
  const { service } = createStreams(seed);
  const [start, finish]: [number[], number[]] = [[], []];
  let free = 0;
  for (const arrival of scheduled) {
    const begin = Math.max(arrival, free) + late;
    free = begin + service.exponential();
    start.push(begin);
    finish.push(free);
  }
  return { scheduled, start, finish };
};
const arrivals = (load: number, count: number, seed: number) =>
  arrivalSchedule({ rate: 1000 * load, name: 'test', seed, mostRequests: count, mostMs: Infinity });
const within = (value: number, { lower, upper }: { lower: number | null; upper: number | null }) =>
  lower !== null && upper !== null && lower <= value && value <= upper;

describe('a schedule of arrivals', () => {
  it('has the asked rate, never decreases, and is the same for the same seed and name', () => {
    const times = arrivals(0.5, 20_000, 3);
    expect(times).toHaveLength(20_000);
    expect(times.every((time, index) => time >= (times[index - 1] ?? 0))).toBe(true);
    // The time of the 20,000th arrival has a coefficient of variation of 1/√20,000 = 0.7 %.
    expect(Math.abs((times.at(-1) ?? 0) / 40_000 - 1)).toBeLessThan(4 / Math.sqrt(20_000));
    expect(arrivals(0.5, 20_000, 3)).toEqual(times);
    expect(arrivals(0.5, 10, 4)).not.toEqual(times.slice(0, 10));
  });

  it('ends at its time limit, but never without a request', () => {
    const limited = arrivalSchedule({ rate: 100, name: 'a', seed: 1, mostRequests: 1000, mostMs: 500 });
    expect(limited.length).toBeGreaterThan(10);
    expect(limited.at(-1)).toBeLessThanOrEqual(500);
    expect(arrivalSchedule({ rate: 0.001, name: 'a', seed: 1, mostRequests: 9, mostMs: 0 })).toHaveLength(1);
  });

  it('puts loads in a seeded order that has each of them once', () => {
    expect(loadOrder(8, 1).toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(loadOrder(8, 1)).toEqual(loadOrder(8, 1));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => loadOrder(8, seed).join())).size).toBeGreaterThan(3);
  });
});

describe('the summary of an open loop', () => {
  it('covers the mean and p95 of M/M/1 in about 95 % of 300 seeded runs, where it gives an interval', () => {
    const runs = 300;
    for (const load of [0.5, 0.7]) {
      const truth = mm1({ arrivalRate: 1000 * load, serviceRate: 1000 });
      const hits = { mean: 0, p95: 0, p95Given: 0 };
      for (let seed = 1; seed <= runs; seed++) {
        const { mean, p95 } = summarizeOpenLoop(serve(arrivals(load, 4000, seed), 10_000 + seed));
        if (within(1000 * truth.meanSojourn, mean)) hits.mean += 1;
        if (p95.lower === null || p95.upper === null) continue;
        hits.p95Given += 1;
        if (within(1000 * truth.sojournQuantile(0.95), p95)) hits.p95 += 1;
      }
      const least = (count: number) => 0.95 * count - 4 * Math.sqrt(0.95 * 0.05 * count);
      expect(hits.mean).toBeGreaterThan(least(runs));
      expect(hits.p95Given).toBeGreaterThan(0.5 * runs);
      expect(hits.p95).toBeGreaterThan(least(hits.p95Given));
    }
  });

  it('gives no interval when the run met too few busy periods, and says how many requests one needs', () => {
    const short = summarizeOpenLoop(serve(arrivals(0.9, 2000, 1), 2));
    expect(short.mean).toMatchObject({ lower: null, upper: null });
    expect(short.p95).toMatchObject({ lower: null, upper: null });
    expect(short.needed).toBeGreaterThan(10_000);
    const long = summarizeOpenLoop(serve(arrivals(0.9, 2 * short.needed, 1), 2));
    expect(long.mean.lower).not.toBeNull();
    expect(summarizeOpenLoop(serve(arrivals(1.2, 2000, 1), 2)).needed).toBe(Infinity);
  });

  it('counts latency from the schedule: one stall is charged to everyone who came meanwhile', () => {
    const scheduled = Array.from({ length: 100 }, (_, index) => index * 10);
    const start: number[] = [];
    const finish: number[] = [];
    for (const [index, arrival] of scheduled.entries()) {
      const begin = Math.max(arrival, finish[index - 1] ?? 0);
      start.push(begin);
      finish.push(begin + (index === 50 ? 205 : 1));
    }
    const latencies = openLoopLatencies({ scheduled, start, finish });
    expect(latencies[50]).toBe(205);
    expect(latencies[51]).toBe(196);
    expect(latencies.filter((latency) => latency > 1)).toHaveLength(23);
    const { meanWait, meanService, mean } = summarizeOpenLoop({ scheduled, start, finish });
    expect(meanWait + meanService).toBeCloseTo(mean.value, 9);
  });

  it('measures how late the loop itself starts what it could have started', () => {
    expect(summarizeOpenLoop(serve(arrivals(0.5, 2000, 1), 1)).dispatch).toBe(0);
    expect(summarizeOpenLoop(serve(arrivals(0.5, 2000, 1), 1, 0.03)).dispatch).toBeCloseTo(0.03, 9);
  });

  it('knows how many requests are inside at any time', () => {
    const log = { scheduled: [0, 1, 2, 10], start: [0, 3, 6, 10], finish: [3, 6, 9, 13] };
    expect([0, 2, 3, 9.5, 10, 20].map((time) => inSystemAt(log, time))).toEqual([1, 3, 2, 0, 1, 0]);
  });

  it('refuses a run in which nothing was served', () => {
    expect(() => summarizeOpenLoop({ scheduled: [1], start: [], finish: [] })).toThrow(RangeError);
  });
});

describe('the replay of a schedule', () => {
  const times = Array.from(draw(exponential(1), createStreams(77).service, 2000));

  it('holds a server with those service times in about 95 of 100 runs, also where no steady state exists', () => {
    for (const load of [0.6, 1.1]) {
      const runs = 60;
      let held = 0;
      for (let seed = 1; seed <= runs; seed++) {
        const scheduled = arrivals(load, 400, seed);
        const { service } = createStreams(`server ${seed}`);
        const finish: number[] = [];
        for (const arrival of scheduled)
          finish.push(Math.max(arrival, finish.at(-1) ?? 0) + (times[service.integer(times.length)] ?? 0));
        const { mean } = summarizeOpenLoop({ scheduled, start: finish, finish });
        if (within(mean.value, replayOpenLoop(scheduled, times, { seed, runs: 100 }).mean)) held += 1;
      }
      expect(held).toBeGreaterThan(0.95 * runs - 4 * Math.sqrt(0.95 * 0.05 * runs));
      expect(held).toBeLessThanOrEqual(runs);
    }
  });

  it('shows a server that has become slower', () => {
    const scheduled = arrivals(0.6, 2000, 5);
    const { mean } = summarizeOpenLoop(serve(scheduled, 5, 0.3));
    expect(mean.value).toBeGreaterThan(replayOpenLoop(scheduled, times, { seed: 1, runs: 60 }).mean.upper);
  });
});

describe('the gap between a run and its replay', () => {
  const alone = Array.from(draw(exponential(1), createStreams(78).service, 3000));
  const scheduled = arrivals(0.5, 6000, 21);
  const replayed = replayOpenLoop(scheduled, alone, { seed: 1, runs: 40 }).mean.value;
  const gapOf = (log: OpenLoopLog) => latencyGap(log, replayed, { seed: 2 });

  it('adds up to measured minus replayed', () => {
    const log = serve(scheduled, 22, 0.1);
    const { service, order, late } = gapOf(log);
    expect(service + order + late).toBeCloseTo(summarizeOpenLoop(log).mean.value - replayed, 9);
  });

  it('finds late starts, slower service and slow stretches, each under its own name', () => {
    const late = gapOf(serve(scheduled, 22, 0.2));
    expect(late.late).toBeGreaterThan(0.3);
    expect(Math.abs(late.service)).toBeLessThan(late.late / 2);
    expect(Math.abs(late.order)).toBeLessThan(late.late / 2);

    const times = Array.from(draw(exponential(1), createStreams(23).service, scheduled.length));
    const withServices = (service: (index: number) => number) => {
      const finish = serveInOrder(scheduled, service);
      const start = finish.map((end, index) => end - service(index));
      return gapOf({ scheduled, start, finish });
    };
    const slower = withServices((index) => 1.4 * (times[index] ?? 1));
    expect(slower.service).toBeGreaterThan(0.7);
    expect(slower.late).toBeCloseTo(0, 9);
    const sorted = times.toSorted((one, other) => one - other);
    // Stretches of 100 requests that are alike in how long they take.
    const stretches = withServices(
      (index) => sorted[((Math.floor(index / 100) * 37) % 60) * 100 + (index % 100)] ?? 1,
    );
    expect(stretches.order).toBeGreaterThan(2);
    expect(Math.abs(stretches.service)).toBeLessThan(0.3);
  });
});

describe('the prediction of M/G/1 from measured service times', () => {
  it('is that of M/M/1 for exponential ones, within the error of the sample', () => {
    const times = Array.from(draw(exponential(1), createStreams(5).service, 10_000));
    for (const { load, mean, p95 } of predictLoad(times, [0.2, 0.5, 0.8])) {
      const truth = mm1({ arrivalRate: load, serviceRate: 1 });
      expect(mean / truth.meanSojourn).toBeGreaterThan(0.95);
      expect(mean / truth.meanSojourn).toBeLessThan(1.05);
      expect(p95 / truth.sojournQuantile(0.95)).toBeGreaterThan(0.93);
      expect(p95 / truth.sojournQuantile(0.95)).toBeLessThan(1.05);
    }
  });

  it('has waiting and serving of equal length at the load that is given for it', () => {
    const times = [1, 1, 1, 5];
    const [mean, scv] = [2, 0.75];
    const [predicted] = predictLoad(times, [evenLoad(scv)]);
    expect(predicted?.mean).toBeCloseTo(2 * mean, 9);
  });

  it('grows with the load and without bound from 1 on', () => {
    const times = [1, 1.1, 0.9, 1, 3];
    const predicted = predictLoad(times, [0.1, 0.5, 0.9, 1, 1.2]);
    expect(predicted.map(({ mean }) => mean)).toEqual(
      predicted.map(({ mean }) => mean).toSorted((a, b) => a - b),
    );
    expect(predicted.slice(3)).toMatchObject([
      { mean: Infinity, p95: Infinity },
      { mean: Infinity, p95: Infinity },
    ]);
  });
});
