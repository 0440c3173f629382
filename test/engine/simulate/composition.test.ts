import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  affineBatch,
  aimdConcurrency,
  boundedQueue,
  ChangeKind,
  circuitBreaker,
  codel,
  constant,
  deadlineDrop,
  dynamicBatching,
  exponential,
  fcfs,
  forkJoin,
  frameAt,
  gradientConcurrency,
  hedge,
  hpa,
  hyperexponential,
  type Log,
  leastLoaded,
  leastWork,
  lifo,
  littlesLawWindow,
  lru,
  Outcome,
  outage,
  poisson,
  powerOfD,
  priority,
  processorSharing,
  randomRouting,
  retry,
  retryBudget,
  roundRobin,
  type System,
  scaleToZero,
  shortestFirst,
  shortestRemaining,
  simulate,
  slowdown,
  spike,
  sticky,
  summarize,
  tied,
  timeout,
  tokenBucket,
  ttl,
  weighted,
  zipf,
} from '../../../src/engine/simulate/index.ts';

const maybe = <T>(...values: T[]): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.constantFrom(...values) },
  );

/** Systems with any policies but a fork; some of them contradict each other. */
const unforked: fc.Arbitrary<System> = fc.record({
  arrivals: fc.constantFrom(poisson(2), poisson(8)),
  service: fc.constantFrom(
    exponential(0.5),
    hyperexponential({ mean: 0.4, scv: 5 }),
    constant(0.5),
    affineBatch({ fixed: 0.3, perItem: 0.1 }),
  ),
  servers: fc.constantFrom(1, 2, 4),
  discipline: maybe(
    fcfs(),
    lifo(),
    shortestFirst(),
    shortestRemaining(),
    priority({ shares: [0.2, 0.8] }),
    priority({ shares: [0.2, 0.8], preemptive: true }),
    processorSharing(),
  ),
  batching: maybe(dynamicBatching({ maxSize: 4 }), dynamicBatching({ maxSize: 3, timeout: 0.2 })),
  routing: maybe(
    randomRouting(),
    roundRobin(),
    leastLoaded(),
    leastLoaded({ refresh: 1 }),
    powerOfD(),
    leastWork(),
    leastWork({ refresh: 0.7 }),
    sticky(),
  ),
  keys: fc.constant(zipf({ items: 50, exponent: 1 })),
  cache: maybe(lru({ capacity: 5, hitLatency: 0.01 }), ttl({ lifetime: 2 })),
  admission: maybe<NonNullable<System['admission']>>(
    boundedQueue({ capacity: 3 }),
    [deadlineDrop({ deadline: 1 }), tokenBucket({ rate: 5, burst: 5 })],
    codel({ target: 0.1, interval: 0.5 }),
    aimdConcurrency({ latency: 1 }),
    gradientConcurrency(),
  ),
  timeout: maybe<NonNullable<System['timeout']>>(
    1.5,
    timeout({ after: exponential(1), until: 'started' }),
    timeout({ after: 1, cancels: 'everything' }),
  ),
  retry: maybe(
    retry({ attempts: 3, base: 0.1 }),
    retry({ attempts: 4, base: 0.2, jitter: 'none', budget: retryBudget({ ratio: 0.2 }) }),
  ),
  breaker: maybe(circuitBreaker({ failures: 3, cooldown: 1 })),
  hedge: maybe(hedge({ after: 0.5 }), hedge({ after: 0.2, cancels: 'waiting', work: 'same' }), tied()),
  autoscaler: maybe(
    hpa({ target: 0.6, maximum: 6, period: 2, coldStart: 1, stabilization: 4 }),
    scaleToZero({ setup: exponential(0.5), idleAfter: 1 }),
    scaleToZero({ setup: 0.3 }),
  ),
  events: maybe(
    [outage({ at: 3, duration: 2, servers: [0] })],
    [slowdown({ at: 2, duration: 5, factor: 3 }), outage({ at: 4, duration: 1, work: 'kept' })],
    [spike({ at: 5, duration: 3, factor: 3 })],
  ),
  pauses: fc.constantFrom([], [{ at: 6, duration: 1 }]),
});

const forked = (system: System): System => ({
  ...system,
  routing: roundRobin(),
  hedge: undefined,
  fork: forkJoin({ tasks: 2 }),
});

/** A tenth of them with a fork, which asks for its own routing. */
const anySystem: fc.Arbitrary<System> = fc
  .tuple(unforked, fc.nat(9))
  .map(([system, draw]) => (draw === 0 && system.servers !== 1 ? forked(system) : system));

/** The run of a system, or nothing for one that is refused. */
const runOf = (
  system: System,
  seed: number,
  stop: { requests: number } | { horizon: number },
): Log | undefined => {
  try {
    return simulate(system, { seed, warmup: 0, ...stop });
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('do not combine')) return undefined;
    throw error;
  }
};

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a), Math.abs(b));

describe('any policies together', () => {
  const stop = fc.constantFrom({ requests: 150 }, { horizon: 15 });
  it('conserve requests, servers and the line, and obey Little’s law on the path', () => {
    let ran = 0;
    fc.assert(
      fc.property(
        anySystem,
        fc.integer({ min: 0, max: 1e6 }),
        stop,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (system, seed, end, at) => {
          const log = runOf(system, seed, end);
          if (!log) return;
          ran++;
          const { changes } = log;
          let inside = 0;
          let before = 0;
          changes.kind.forEach((kind, row) => {
            if (kind === ChangeKind.arrival) inside++;
            if (kind === ChangeKind.finish || kind === ChangeKind.leave) inside--;
            expect(changes.inSystem[row]).toBe(inside);
            expect(changes.time[row]).toBeGreaterThanOrEqual(before);
            expect(changes.busy[row]).toBeGreaterThanOrEqual(0);
            expect(changes.busy[row]).toBeLessThanOrEqual(log.servers);
            expect(changes.queued?.[row] ?? 0).toBeGreaterThanOrEqual(0);
            before = changes.time[row]!;
          });
          const count = (outcome: number) => log.outcome.filter((o) => o === outcome).length;
          expect(inside).toBe(count(Outcome.unfinished));
          expect(changes.kind.filter((kind) => kind === ChangeKind.finish)).toHaveLength(
            count(Outcome.completed),
          );
          expect(changes.kind.filter((kind) => kind === ChangeKind.leave)).toHaveLength(
            log.requests - count(Outcome.completed) - inside,
          );
          log.arrival.forEach((arrival, i) => {
            if (log.start[i]! < Infinity) expect(log.start[i]).toBeGreaterThanOrEqual(arrival);
            if (log.outcome[i] === Outcome.completed)
              expect(log.finish[i]).toBeGreaterThanOrEqual(log.start[i]!);
            if (log.outcome[i] === Outcome.unfinished) expect(log.finish[i]).toBe(Infinity);
          });
          const frame = frameAt(log, at * log.end);
          expect(near(frame.area, frame.summedSojourn + frame.summedAge)).toBe(true);
          expect(frame.arrived).toBe(frame.completed + frame.lost + frame.inSystem);
          if ('requests' in end) {
            const window = littlesLawWindow(log, 0, log.end + 1);
            expect(near(window.number, window.arrivalRate * window.sojourn + window.edgeTerm)).toBe(true);
          }
        },
      ),
      { numRuns: 400, seed: 20 },
    );
    expect(ran).toBeGreaterThan(150);
  });
  it('give the same run for the same seed, and the same counts whatever is kept', () => {
    fc.assert(
      fc.property(anySystem, fc.integer({ min: 0, max: 1e6 }), (system, seed) => {
        const log = runOf(system, seed, { requests: 60 });
        if (!log) return;
        expect(runOf(system, seed, { requests: 60 })).toEqual(log);
        const tally = simulate(system, { seed, requests: 60, warmup: 0, log: 'none' });
        expect(tally.counts).toEqual(log.counts);
        expect(tally.counted).toBe(log.outcome.filter((o) => o === Outcome.completed).length);
        expect(
          simulate(system, { seed, requests: 60, warmup: 0, log: 'sampled' }).sample.request,
        ).toHaveLength(60);
      }),
      { numRuns: 80 },
    );
  });
  it('leave arrivals and the work of each request as they are', () => {
    fc.assert(
      fc.property(anySystem, fc.integer({ min: 0, max: 1e6 }), (system, seed) => {
        const { events, spikes, ...rest } = system;
        const log = runOf(rest, seed, { requests: 60 });
        const plain = simulate(
          { arrivals: system.arrivals, service: system.service, servers: 200 },
          { seed, requests: 60, warmup: 0 },
        );
        if (!log) return;
        expect(log.arrival).toEqual(plain.arrival);
        if (system.fork) return;
        if (system.batching || system.hedge || system.discipline?.preemptive || system.discipline?.sharing)
          return;
        if (system.pauses?.length) return;
        log.outcome.forEach((outcome, i) => {
          if (outcome !== Outcome.completed || log.server[i] === -1) return;
          expect(log.finish[i]! - log.start[i]!).toBeCloseTo(plain.finish[i]! - plain.start[i]!, 8);
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe('one common line', () => {
  const disciplines = fc.constantFrom(fcfs(), lifo(), shortestFirst(), priority({ shares: [0.3, 0.7] }));
  it('leaves no server idle while somebody waits', () => {
    fc.assert(
      fc.property(disciplines, fc.integer(), fc.integer({ min: 1, max: 6 }), (discipline, seed, servers) => {
        const system = {
          arrivals: poisson(3),
          service: exponential(1),
          servers,
          discipline,
          speeds: Array(servers).fill(1),
        };
        const { changes } = simulate(system, { seed, requests: 100 });
        return changes.time.every((time, row) => {
          if (changes.time[row + 1] === time) return true;
          const waiting = changes.inSystem[row]! - changes.busy[row]!;
          return waiting === 0 || changes.busy[row] === servers;
        });
      }),
      { numRuns: 100 },
    );
  });
  it('never holds more with more servers, nor with faster ones', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 5 }), (seed, servers) => {
        const run = (count: number, speed: number) =>
          simulate(
            {
              arrivals: poisson(3),
              service: exponential(1),
              servers: count,
              speeds: Array(count).fill(speed),
            },
            { seed, requests: 200 },
          );
        const base = run(servers, 1);
        for (const better of [run(servers + 1, 1), run(servers, 1.5)]) {
          better.start.forEach((start, i) => {
            expect(start).toBeLessThanOrEqual(base.start[i]! + 1e-9);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('contradictions are refused with both names', () => {
  const system = { arrivals: poisson(1), service: exponential(1), servers: 2 };
  const refused = (more: Partial<System>): string => {
    try {
      simulate({ ...system, ...more }, { seed: 1, requests: 5 });
    } catch (error) {
      return String(error);
    }
    return '';
  };
  const discipline = processorSharing();
  expect(refused({ discipline, batching: dynamicBatching({ maxSize: 2 }) })).toContain(
    'processorSharing and batching',
  );
  expect(refused({ discipline, routing: leastWork() })).toContain('processorSharing and leastWork');
  expect(refused({ discipline, timeout: timeout({ after: 1, until: 'started' }) })).toContain(
    "timeout until 'started'",
  );
  expect(refused({ discipline, autoscaler: scaleToZero({ setup: 1 }) })).toContain(
    'processorSharing and scaleToZero',
  );
  expect(refused({ discipline, events: [outage({ at: 1, duration: 1 })] })).toContain("use work: 'kept'");
  expect(
    refused({ routing: roundRobin(), queues: 1, autoscaler: hpa({ target: 0.5, maximum: 4 }) }),
  ).toContain('hpa and queues');
  expect(refused({ routing: weighted({ weights: [1, 2, 3] }) })).toContain('one number a queue');
  expect(refused({ speeds: [1, 0] })).toContain('speeds[1] must be > 0');
  expect(refused({})).toBe('');
});

it('a full log and a tally of one system agree', () => {
  const system = {
    arrivals: poisson(9),
    service: exponential(1),
    servers: 8,
    routing: powerOfD(),
    admission: boundedQueue({ capacity: 4 }),
    timeout: timeout({ after: 3, cancels: 'everything' }),
    retry: retry({ attempts: 2, base: 0.5 }),
  };
  const options = { seed: 5, requests: 60_000, warmup: 6000 };
  const full = summarize(simulate(system, options));
  const none = summarize(simulate(system, { ...options, log: 'none' }));
  for (const name of [
    'meanSojourn',
    'utilization',
    'throughput',
    'lossProbability',
    'meanNumber',
    'p99',
  ] as const) {
    expect(Math.abs(none[name].value / full[name].value - 1), name).toBeLessThan(0.05);
  }
});
