import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ChangeKind,
  constant,
  deterministic,
  exponential,
  frameAt,
  hyperexponential,
  type Log,
  lognormal,
  Outcome,
  poisson,
  type System,
  samplePath,
  simulate,
  summarize,
  trace,
} from '../../../src/engine/simulate/index.ts';

const window = fc.record({
  at: fc.double({ min: 0, max: 40, noNaN: true }),
  duration: fc.double({ min: 0.01, max: 8, noNaN: true }),
});

/** Small systems of every sort, stable or not, with faults. */
const anySystem: fc.Arbitrary<System> = fc.record({
  arrivals: fc.constantFrom(poisson(0.9), poisson(4), deterministic(1), trace([0, 0, 1, 1, 1, 2.5, 9])),
  service: fc.constantFrom(
    exponential(1),
    constant(1),
    constant(0.5),
    hyperexponential({ mean: 1, scv: 6 }),
    lognormal({ mean: 0.3, scv: 2 }),
  ),
  servers: fc.integer({ min: 1, max: 5 }),
  pauses: fc.array(window, { maxLength: 3 }),
  spikes: fc.array(
    window.chain((w) => fc.constantFrom(0, 0.5, 3).map((factor) => ({ ...w, factor }))),
    { maxLength: 2 },
  ),
});

const anyLog: fc.Arbitrary<Log> = fc
  .tuple(
    anySystem,
    fc.integer({ min: 0, max: 1e6 }),
    fc.oneof(
      fc.record({ requests: fc.integer({ min: 1, max: 120 }), warmup: fc.constant(0) }),
      fc.record({ horizon: fc.double({ min: 0.5, max: 60, noNaN: true }) }),
    ),
  )
  .map(([system, seed, stop]) => simulate(system, { seed, ...stop }));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The same frame from nothing but the rows. */
const bruteFrame = (log: Log, time: number) => {
  const rows = Array.from({ length: log.requests }, (_, i) => i);
  const { arrival, start, finish, server } = log;
  const arrived = rows.filter((i) => arrival[i]! <= time);
  const completed = arrived.filter((i) => finish[i]! <= time);
  const serving = arrived.filter((i) => start[i]! <= time && finish[i]! > time);
  const queue = arrived.filter((i) => start[i]! > time);
  const total = (of: number[], f: (i: number) => number) => of.reduce((sum, i) => sum + f(i), 0);
  return {
    inSystem: serving.length + queue.length,
    inQueue: queue.length,
    busy: serving.length,
    queue,
    serving: Array.from({ length: log.servers }, (_, k) => serving.find((i) => server[i] === k) ?? -1),
    arrived: arrived.length,
    completed: completed.length,
    lost: 0,
    area: total(arrived, (i) => Math.min(finish[i]!, time) - arrival[i]!),
    summedSojourn: total(completed, (i) => finish[i]! - arrival[i]!),
    summedAge: total([...serving, ...queue], (i) => time - arrival[i]!),
  };
};

describe('every sample path', () => {
  it('keeps its rows in order: arrival ≤ start ≤ finish, first come first served', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (let i = 0; i < log.requests; i++) {
          const { arrival, start, finish } = log;
          if (!(arrival[i]! <= start[i]! && start[i]! <= finish[i]!)) return false;
          if (i > 0 && (arrival[i]! < arrival[i - 1]! || start[i]! < start[i - 1]!)) return false;
          if ((log.outcome[i] === Outcome.completed) !== finish[i]! <= log.end) return false;
        }
        return true;
      }),
      { numRuns: 300 },
    );
  });
  it('never has two requests on one server at a time, nor a server idle while somebody waits', () => {
    fc.assert(
      fc.property(anySystem, fc.integer(), (system, seed) => {
        const log = simulate({ ...system, pauses: [] }, { seed, requests: 80, warmup: 0 });
        const { servers, changes } = log;
        const free = new Float64Array(servers);
        for (let i = 0; i < log.requests; i++) {
          const k = log.server[i]!;
          if (log.start[i]! < free[k]!) return false;
          free[k] = log.finish[i]!;
        }
        return changes.time.every((time, row) => {
          if (changes.time[row + 1] === time) return true; // only the last state of a moment lasts
          const waiting = changes.inSystem[row]! - changes.busy[row]!;
          return changes.busy[row]! <= servers && (waiting === 0 || changes.busy[row] === servers);
        });
      }),
      { numRuns: 300 },
    );
  });
  it('conserves requests: every change moves one, and what came in and did not leave is inside', () => {
    fc.assert(
      fc.property(anyLog, ({ changes, requests, outcome, servers }) => {
        const seen = [0, 0, 0];
        let before = -Infinity;
        for (let row = 0; row < changes.time.length; row++) {
          const kind = changes.kind[row]!;
          seen[kind] = seen[kind]! + 1;
          const [arrived = 0, started = 0, finished = 0] = seen;
          if (changes.inSystem[row] !== arrived - finished || changes.busy[row] !== started - finished)
            return false;
          if (changes.busy[row]! > servers || changes.time[row]! < before) return false;
          before = changes.time[row]!;
        }
        const completed = outcome.filter((o) => o === Outcome.completed).length;
        return seen[ChangeKind.arrival] === requests && seen[ChangeKind.finish] === completed;
      }),
      { numRuns: 300 },
    );
  });
  it('obeys Little’s law at every moment: the area under N(t) is the summed sojourns and ages', () => {
    fc.assert(
      fc.property(anyLog, share, (log, at) => {
        const frame = frameAt(log, at * log.end);
        return near(frame.area, frame.summedSojourn + frame.summedAge);
      }),
      { numRuns: 500 },
    );
  });
  it('looks at any moment as it does row by row', () => {
    fc.assert(
      fc.property(anyLog, share, fc.nat(), (log, at, pick) => {
        const moments = [at * log.end, log.changes.time[pick % log.changes.time.length] ?? 0];
        for (const moment of moments) {
          const { time, area, summedSojourn, summedAge, ...frame } = frameAt(log, moment);
          const { area: area2, summedSojourn: sojourn2, summedAge: age2, ...brute } = bruteFrame(log, time);
          expect(frame).toEqual(brute);
          if (!near(area, area2) || !near(summedSojourn, sojourn2) || !near(summedAge, age2)) return false;
        }
        return true;
      }),
      { numRuns: 500 },
    );
  });
  it('is a step function whose area is the frame’s', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const { time, number } = samplePath(log);
        let area = 0;
        for (let i = 1; i < time.length; i++) area += number[i - 1]! * (time[i]! - time[i - 1]!);
        const rising = time.every((t, i) => i === 0 || t > time[i - 1]!);
        return rising && near(area, frameAt(log, log.end).area);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the same seed', () => {
  it('gives the same bits', () => {
    fc.assert(
      fc.property(anySystem, fc.integer(), (system, seed) => {
        expect(simulate(system, { seed, requests: 50 })).toEqual(simulate(system, { seed, requests: 50 }));
      }),
      { numRuns: 50 },
    );
  });
  it('meets the same requests whatever the servers, and more servers never make anyone wait longer', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 4 }), (seed, servers) => {
        const run = (count: number) =>
          simulate(
            { arrivals: poisson(2), service: exponential(1), servers: count },
            { seed, requests: 200 },
          );
        const few = run(servers);
        const more = run(servers + 1);
        expect(more.arrival).toEqual(few.arrival);
        return more.start.every((start, i) => start <= few.start[i]! + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
  it('gives a longer run that begins as the shorter one', () => {
    const system = { arrivals: poisson(2), service: exponential(1), servers: 3 };
    const short = simulate(system, { seed: 6, requests: 700 });
    const long = simulate(system, { seed: 6, requests: 3000 });
    expect(long.finish.slice(0, 700)).toEqual(short.finish);
    const timed = simulate(system, { seed: 6, horizon: 200 });
    expect(timed.arrival).toEqual(long.arrival.slice(0, timed.requests));
  });
});

describe('scheduled events', () => {
  it('a pause stops starts and work of all servers, and hits whoever is there by its whole length', () => {
    const system = {
      arrivals: trace([0, 1, 3, 20]),
      service: constant(2),
      servers: 2,
      pauses: [{ at: 1.5, duration: 10 }],
    };
    const log = simulate(system, { seed: 1, requests: 4, warmup: 0 });
    expect([...log.start]).toEqual([0, 1, 12, 20]);
    expect([...log.finish]).toEqual([12, 13, 14, 22]);
  });
  it('pauses that overlap are one', () => {
    const base = { arrivals: poisson(1), service: exponential(1) };
    const pauses = [
      { at: 5, duration: 4 },
      { at: 7, duration: 6 },
      { at: 13, duration: 1 },
    ];
    const joined = [{ at: 5, duration: 9 }];
    const run = (p: typeof pauses) => simulate({ ...base, pauses: p }, { seed: 3, requests: 60 });
    expect(run(pauses)).toEqual(run(joined));
  });
  it('a spike moves only the arrivals from its beginning on, and packs them closer', () => {
    const run = (factor: number) =>
      simulate(
        { arrivals: deterministic(1), service: constant(0.1), spikes: [{ at: 10, duration: 5, factor }] },
        { seed: 1, horizon: 20 },
      ).arrival;
    expect([...run(1)]).toEqual([...Array(20).keys()].map((i) => i + 1));
    expect([...run(4)].filter((t) => t > 10 && t <= 15)).toHaveLength(20);
    expect([...run(4)].slice(0, 10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([...run(0)].filter((t) => t >= 10 && t < 15)).toEqual([]);
    expect([...run(0)].filter((t) => t >= 10)).toEqual([15, 16, 17, 18, 19, 20]); // the one due at 10 waits too
  });
  it('a spike on a Poisson stream multiplies its rate', () => {
    const log = simulate(
      {
        arrivals: poisson(10),
        service: exponential(0.001),
        spikes: [{ at: 500, duration: 1000, factor: 3 }],
      },
      { seed: 8, horizon: 2000 },
    );
    const within = log.arrival.filter((t) => t > 500 && t < 1500).length;
    expect(Math.abs(within - 30_000)).toBeLessThan(4 * Math.sqrt(30_000));
    expect(Math.abs(log.requests - within - 10_000)).toBeLessThan(4 * Math.sqrt(10_000));
  });
});

describe('the end of a run', () => {
  it('at a horizon some are still inside, and their rows say so', () => {
    const log = simulate({ arrivals: deterministic(1), service: constant(1.5) }, { seed: 1, horizon: 4.2 });
    expect([...log.start]).toEqual([1, 2.5, 4, Infinity]);
    expect([...log.finish]).toEqual([2.5, 4, Infinity, Infinity]);
    expect([...log.outcome]).toEqual([0, 0, 1, 1]);
    expect([...log.server]).toEqual([0, 0, 0, -1]);
    expect(log.end).toBe(4.2);
    expect(frameAt(log, 99)).toMatchObject({ time: 4.2, inSystem: 2, serving: [2], queue: [3] });
  });
  it('in overload throughput is the servers’ capacity and the queue keeps growing', () => {
    const system = { arrivals: poisson(3), service: exponential(1), servers: 2 };
    for (const log of ['full', 'none'] as const) {
      const summary = summarize(simulate(system, { seed: 4, requests: 30_000, log }));
      expect(summary.throughput.value).toBeCloseTo(2, 0);
      expect(summary.utilization.value).toBeGreaterThan(0.99);
    }
    const path = samplePath(simulate(system, { seed: 4, horizon: 1000 }));
    expect(path.number.at(-1)).toBeGreaterThan(800);
  });
  it('a deadline makes goodput of throughput', () => {
    const system = { arrivals: poisson(0.8), service: exponential(1) };
    const options = { seed: 4, requests: 100_000 };
    const full = summarize(simulate(system, options), { deadline: 5 });
    const none = summarize(simulate(system, { ...options, log: 'none', deadline: 5 }));
    const expected = 0.8 * (1 - Math.exp(-0.2 * 5));
    for (const { goodput } of [full, none]) {
      expect(goodput.lower).toBeLessThan(expected);
      expect(goodput.upper).toBeGreaterThan(expected);
    }
  });
});

it('a tally over a horizon counts the requests that the full log has', () => {
  const system = { arrivals: poisson(3), service: exponential(1), servers: 4 };
  const options = { seed: 12, horizon: 5000 };
  const full = simulate(system, options);
  const tally = simulate(system, { ...options, log: 'none' });
  expect(tally.requests).toBe(full.requests);
  expect(tally.batches.length).toBeGreaterThanOrEqual(19);
  const wait = summarize(tally).meanWait.value;
  expect(Math.abs(wait / summarize(full).meanWait.value - 1)).toBeLessThan(0.01);
});

it('nothing arrives before the horizon: an empty log, frame and path', () => {
  const log = simulate({ arrivals: deterministic(5), service: constant(1) }, { seed: 1, horizon: 2 });
  expect(frameAt(log, 1)).toMatchObject({ inSystem: 0, queue: [], serving: [-1], area: 0, arrived: 0 });
  expect([...samplePath(log).number]).toEqual([0, 0]);
  expect(summarize(log).meanWait.value).toBeNaN();
});

it('names what is wrong with a system', () => {
  const system = { arrivals: poisson(1), service: exponential(1) };
  expect(() => simulate(system, { seed: 1 })).toThrow('give either requests or horizon');
  // @ts-expect-error: no such log
  expect(() => simulate(system, { seed: 1, requests: 9, log: 'some' })).toThrow(
    'unknown log: some (one of full, sampled, none)',
  );
  expect(() => simulate(system, { seed: 1, requests: 9, deadline: 0 })).toThrow(
    'deadline must be > 0, got 0',
  );
  expect(() => simulate({ ...system, speeds: [1], servers: 2_000_000 }, { seed: 1, requests: 9 })).toThrow(
    'servers must be <= 1000000, got 2000000',
  );
  // @ts-expect-error: a reader may type a rate
  expect(() => simulate({ ...system, arrivals: 0.8 }, { seed: 1, requests: 5 })).toThrow(
    'such as poisson(0.8)',
  );
  // @ts-expect-error: or a mean
  expect(() => simulate({ ...system, service: 1 }, { seed: 1, requests: 5 })).toThrow(
    'service must be a law',
  );
  expect(() => simulate(system, { seed: 1, requests: 5, horizon: 5 })).toThrow(TypeError);
  expect(() => simulate({ ...system, servers: 0 }, { seed: 1, requests: 5 })).toThrow(
    'servers must be an integer >= 1, got 0',
  );
  expect(() => simulate(system, { seed: 1, requests: 5, warmup: 5 })).toThrow(
    'warmup must be < requests = 5, got 5',
  );
  expect(() => simulate(system, { seed: 1, requests: 1e8 })).toThrow("use log: 'none'");
  expect(() => frameAt(simulate(system, { seed: 1, requests: 5 }), Number.NaN)).toThrow('t must be a number');
  expect(() => simulate({ ...system, pauses: [{ at: 1, duration: 0 }] }, { seed: 1, requests: 5 })).toThrow(
    'pauses[0].duration must be > 0, got 0',
  );
});

it('any moment of a long run is quick to look at', () => {
  const system = { arrivals: poisson(3.9), service: exponential(1), servers: 4 };
  const log = simulate(system, { seed: 2, requests: 100_000 });
  frameAt(log, 0);
  const before = performance.now();
  for (let i = 0; i < 1000; i++) frameAt(log, (i / 1000) * log.end);
  expect(performance.now() - before).toBeLessThan(500); // some 5 ms on a quiet machine; a scan would take seconds
});

it('a log is plain data: a clone gives the same frames', () => {
  const log = simulate(
    { arrivals: poisson(3), service: exponential(1), servers: 4 },
    { seed: 2, requests: 500 },
  );
  const copy = structuredClone(log);
  expect(copy).toEqual(log);
  expect(frameAt(copy, log.end / 2)).toEqual(frameAt(log, log.end / 2));
});
