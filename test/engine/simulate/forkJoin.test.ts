import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1 } from '../../../src/engine/queueing/index.ts';
import {
  ChangeKind,
  constant,
  deadlineDrop,
  exponential,
  forkJoin,
  hedge,
  Outcome,
  poisson,
  powerOfD,
  roundRobin,
  type System,
  simulate,
  timeout,
  uniform,
} from '../../../src/engine/simulate/index.ts';
import { covers, longRun } from './support/longRun.ts';

const forked = (tasks: number, servers: number, more: Partial<System> = {}): System => ({
  arrivals: poisson(0.6),
  service: exponential(1),
  servers,
  routing: roundRobin(),
  fork: forkJoin({ tasks }),
  ...more,
});

describe('fork and join', () => {
  it('of two M/M/1 queues takes (12 − ρ)/8 times as long as one of them', () => {
    for (const load of [0.3, 0.6, 0.8]) {
      const expected = (((12 - load) / 8) * 1) / (1 - load);
      covers(longRun(forked(2, 2, { arrivals: poisson(load) })), { meanSojourn: expected });
    }
  });
  it('of one task is an M/M/1 queue', () => {
    covers(longRun(forked(1, 1)), {
      meanSojourn: mm1({ arrivalRate: 0.6, serviceRate: 1 }).meanSojourn,
    });
  });
  it('of tasks that never queue takes as long as the longest: H(k) means of an exponential', () => {
    const summary = longRun(forked(10, 10, { arrivals: poisson(1e-4) }), 50_000);
    covers(summary, {
      meanSojourn: Array.from({ length: 10 }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b),
    });
  });
  it('serves every task, and leaves with the last', () => {
    const any = fc.record({ tasks: fc.integer({ min: 1, max: 4 }), seed: fc.integer() });
    fc.assert(
      fc.property(any, ({ tasks, seed }) => {
        const log = simulate(forked(tasks, 4, { service: uniform({ min: 0, max: 2 }) }), {
          seed,
          requests: 200,
        });
        expect(log.counts?.attempts).toBe(200 * tasks);
        expect(log.outcome.every((outcome) => outcome === Outcome.completed)).toBe(true);
        const { kind, busy, inSystem, queued } = log.changes;
        expect(kind.filter((k) => k === ChangeKind.start).length).toBe(200 * tasks);
        expect(kind.filter((k) => k === ChangeKind.release).length).toBe(200 * (tasks - 1));
        expect([busy.at(-1), inSystem.at(-1), queued?.at(-1)]).toEqual([0, 0, 0]);
      }),
      { numRuns: 40 },
    );
  });
  it('gives the whole request up when a task is lost or its client leaves', () => {
    const overload = { arrivals: poisson(3), service: constant(1) };
    const dropped = simulate(forked(3, 3, { ...overload, admission: deadlineDrop({ deadline: 2 }) }), {
      seed: 4,
      requests: 500,
    });
    const lost = dropped.outcome.filter((outcome) => outcome === Outcome.dropped).length;
    expect(lost).toBeGreaterThan(200);
    expect(dropped.counts?.dropped).toBe(lost); // the others of the request are called off, not dropped one by one
    const late = simulate(
      forked(2, 2, { ...overload, timeout: timeout({ after: 3, cancels: 'everything' }) }),
      { seed: 4, requests: 500 },
    );
    expect(late.outcome).toContain(Outcome.timedOut);
    expect(late.changes.busy.at(-1)).toBe(0);
  });
  it('refuses what contradicts it', () => {
    const run = (system: System) => () => simulate(system, { seed: 1, requests: 10 });
    expect(run(forked(2, 2, { hedge: hedge({ after: 1 }) }))).toThrow('do not combine');
    expect(run(forked(2, 2, { routing: powerOfD() }))).toThrow('needs roundRobin routing');
    expect(run(forked(3, 2))).toThrow('tasks must be <= queues = 2, got 3');
    expect(() => forkJoin({ tasks: 0 })).toThrow('tasks must be an integer >= 1');
  });
});
