import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { littlesLaw } from '../../../src/engine/queueing/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';
import questions from '../../../src/lessons/questions/5.2.ts';
import { defaults } from '../../../src/widgets/frame/parameters.ts';
import { barsOf, stretches } from '../../../src/widgets/littles-law/bars.ts';
import runLittlesLaw from '../../../src/widgets/littles-law/compute.ts';
import {
  littlesLawFormula,
  type QueueSettings,
  shownSeconds,
} from '../../../src/widgets/littles-law/model.ts';
import { lastComeFirstServed } from '../../../src/widgets/littles-law/order.ts';
import { largestRate } from '../../../src/widgets/littles-law/overload.ts';
import { type LittlesLawValues, parameters } from '../../../src/widgets/littles-law/parameters.ts';
import { readingAt } from '../../../src/widgets/littles-law/reading.ts';
import { numberPath } from '../../../src/widgets/littles-law/steps.ts';
import widget from '../../../src/widgets/littles-law/widget.ts';

const initial: LittlesLawValues = defaults(parameters);
const run = (settings: Partial<QueueSettings> = {}, seed: number | string = 1) =>
  runLittlesLaw({ ...initial, requests: 1000, ...settings }, createStreams(seed));

const settings = fc.record({
  arrivalRate: fc.double({ min: 0.5, max: largestRate, noNaN: true }),
  serviceRate: fc.double({ min: 0.5, max: 20, noNaN: true }),
  servers: fc.integer({ min: 1, max: 8 }),
  service: fc.constantFrom('constant', 'exponential', 'lognormal'),
  arrivals: fc.constantFrom('even', 'poisson', 'bursty'),
  order: fc.constantFrom('fifo', 'lifo'),
}) satisfies fc.Arbitrary<Partial<QueueSettings>>;

const moments = fc
  .tuple(
    fc.double({ min: 0, max: shownSeconds, noNaN: true }),
    fc.double({ min: 0, max: shownSeconds, noNaN: true }),
    fc.double({ min: 0, max: shownSeconds, noNaN: true }),
  )
  .filter(([a, b]) => Math.abs(a - b) > 1e-3)
  .map(([a, b, time]) => ({ from: Math.min(a, b), to: Math.max(a, b), time }));

describe('one area, cut two ways', () => {
  it('by columns, by rows and as drawn bars, at every moment of every path, whatever the laws and the order', () => {
    fc.assert(
      fc.property(settings, fc.integer(), moments, (chosen, seed, { from, to, time }) => {
        const result = run(chosen, seed);
        const values = { ...initial, ...chosen, from, to };
        const reading = readingAt(result, values, time);
        if (!reading) {
          expect(time).toBeLessThanOrEqual(from);
          return;
        }
        const room = 1e-9 * (1 + reading.truth.area);
        expect(Math.abs(reading.columns - reading.truth.area)).toBeLessThan(room);
        const drawn = barsOf(result.shown, values, time)
          .flatMap((bar) => bar.stretches)
          .filter(({ part }) => part === 'wait' || part === 'service')
          .reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
        expect(Math.abs(drawn - reading.truth.area)).toBeLessThan(room);
        expect(reading.unexplained).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts a bar into stretches that follow each other from arrival to finish', () => {
    fc.assert(
      fc.property(
        moments,
        fc.tuple(
          fc.double({ min: 0, max: 6, noNaN: true }),
          fc.double({ min: 0, max: 4, noNaN: true }),
          fc.double({ min: 0.01, max: 4, noNaN: true }),
        ),
        ({ from, to, time }, [arrival, wait, service]) => {
          const stay = { arrival, start: arrival + wait, finish: arrival + wait + service };
          const parts = stretches(stay, from, to, time);
          expect(parts[0]?.from).toBe(arrival);
          expect(parts.at(-1)?.to).toBe(stay.finish);
          parts.slice(1).forEach((part, k) => {
            expect(part.from).toBe(parts[k]?.to);
          });
        },
      ),
    );
  });
});

describe('the order of service', () => {
  it('changes who waits, not how many are inside, when service times are equal', () => {
    const [first, last] = [
      run({ service: 'constant', order: 'fifo' }),
      run({ service: 'constant', order: 'lifo' }),
    ];
    expect(last.path.inSystem).toEqual(first.path.inSystem);
    expect(last.shown.finish).not.toEqual(first.shown.finish);
  });

  it('serves who came last, interrupts nobody, and never leaves a server idle while one waits', () => {
    const arrival = Float64Array.of(0, 1, 2, 3);
    const { start, finish } = lastComeFirstServed(arrival, Float64Array.of(2.5, 1, 1, 1), 1);
    expect([...start]).toEqual([0, 4.5, 2.5, 3.5]);
    expect([...finish]).toEqual([2.5, 5.5, 3.5, 4.5]);
  });
});

describe('numberPath', () => {
  it('counts arrivals minus finishes at every change', () => {
    const path = numberPath(Float64Array.of(1, 2, 3), Float64Array.of(5, 2.5, 3), 4);
    expect([...path.time]).toEqual([0, 1, 2, 2.5, 3]);
    expect([...path.inSystem]).toEqual([0, 1, 2, 1, 1]);
  });
});

describe('what the dashboard reads', () => {
  const result = run();
  const at = (changes: Partial<LittlesLawValues>) =>
    readingAt(result, { ...initial, ...changes }, shownSeconds);

  it('is off by the arrival rate times the skew when completion stamps run ahead', () => {
    const reading = at({ clockSkew: 150 });
    expect(reading?.unexplained).toBeCloseTo(-0.15 * (reading?.arrivalRate ?? 0), 12);
  });

  it('is off by the rejected share when rejected attempts are counted', () => {
    const rejecting = readingAt(run({ rejectRate: 4 }), { ...initial }, shownSeconds);
    const { rejected = 0, sojourn = 0 } = rejecting ?? {};
    expect(rejected).toBeGreaterThan(0);
    expect(rejecting?.unexplained).toBeCloseTo(-(rejected / 2.25) * sojourn, 12);
    expect(run({ rejectRate: 4 }).shown.finish).toEqual(result.shown.finish);
  });

  it('averages too short a stay when only finished requests count and the queue grows', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const growing = run({ arrivalRate: 14 }, seed);
      const everyone = readingAt(growing, { ...initial, from: 0, to: 6 }, 6);
      const finished = readingAt(growing, { ...initial, from: 0, to: 6, cohort: 'finished' }, 6);
      expect(finished?.sojourn).toBeLessThan(everyone?.sojourn ?? 0);
      expect(finished?.unexplained).toBeGreaterThan(0);
    }
  });

  it('shows nothing before the playhead reaches the window', () => {
    expect(readingAt(result, initial, 1)).toBeUndefined();
  });
});

describe('the long run', () => {
  it.each([
    { servers: 1, serviceRate: 10, service: 'exponential' },
    { servers: 2, serviceRate: 5, service: 'exponential' },
    { servers: 1, serviceRate: 10, service: 'constant' },
  ] as const)('covers the L of the formula for %o', (queue) => {
    const { steady, exact } = littlesLawFormula({ ...initial, ...queue });
    const { number } = run({ ...queue, requests: 200_000 }, 7);
    expect(exact).toBe(true);
    expect(number?.lower).toBeLessThan(steady?.meanNumber ?? 0);
    expect(number?.upper).toBeGreaterThan(steady?.meanNumber ?? Infinity);
  });

  it('has no formula and no interval at ρ ≥ 1', () => {
    const overloaded = { ...initial, arrivalRate: 14 };
    expect(littlesLawFormula(overloaded).steady).toBeUndefined();
    expect(run({ arrivalRate: 14 }).number).toBeUndefined();
  });
});

describe('the declaration', () => {
  const snapshot = (fault?: string, seed = 1) => {
    const injected = widget.faults.find(({ id }) => id === fault);
    const values = { ...initial, ...injected?.patch(initial) };
    const result = runLittlesLaw(values, createStreams(seed));
    return {
      values,
      inputs: {},
      formula: widget.formula(values, {}),
      result,
      refining: false,
      time: shownSeconds,
    };
  };

  it('accepts the default and the overload, whose identity holds', () => {
    for (const fault of [undefined, 'overload']) {
      expect(widget.decide(snapshot(fault))).toMatchObject({ passed: true, value: 0 });
    }
    expect(widget.assumptions(snapshot('overload')).filter(({ holds }) => !holds)).toHaveLength(1);
  });

  it.each(['finished-only', 'rejects', 'clock-skew'])(
    'asks to fix the measurement under “%s”, whatever the seed',
    (fault) => {
      for (const seed of [1, 2, 3, 4, 5]) {
        const now = snapshot(fault, seed);
        expect(widget.decide(now)).toMatchObject({ passed: false, verdict: 'identity broken' });
        expect(widget.summarize(now)).toContain('no edge explains it');
      }
    },
  );

  it('keeps every injected value within the parameters’ bounds', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        for (const fault of widget.faults) {
          const values: Record<string, unknown> = {
            ...initial,
            ...chosen,
            ...fault.patch({ ...initial, ...chosen }),
          };
          for (const [name, parameter] of Object.entries(parameters)) {
            if (parameter.kind !== 'real' && parameter.kind !== 'integer') continue;
            expect(values[name]).toBeGreaterThanOrEqual(parameter.min);
            expect(values[name]).toBeLessThanOrEqual(parameter.max);
          }
        }
      }),
    );
  });

  it('has one row a request, and marks who is counted', () => {
    const now = snapshot();
    const { rows, columns } = widget.table(now);
    expect(rows).toHaveLength(now.result.shown.arrival.length);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows.filter((row) => row.at(-1) === 'yes')).toHaveLength(widget.live(now).arrivals?.value ?? -1);
  });

  it('refuses a window that ends before it starts', () => {
    expect(() => widget.formula({ ...initial, from: 4, to: 3 }, {})).toThrow(
      'the window must end after it starts, within 6 s; it runs from 4 s to 3 s',
    );
  });
});

describe('numbers typed in the lesson', async () => {
  const lesson = await commands.readFile('src/lessons/part5/5.2-littles-law.mdx');

  it('are what the engine gives', () => {
    expect(littlesLaw({ arrivalRate: 200, sojourn: 0.05 }).number).toBeCloseTo(10, 12);
    expect(lesson).toContain('answer="10 requests"');
    expect(littlesLaw({ number: 50, sojourn: 2 }).arrivalRate).toBe(25);
    expect(lesson).toContain(
      'A pool of 50 connections, each held for 2 s, cannot pass more than 25 requests',
    );
    expect(0.5 * littlesLaw({ arrivalRate: 12, sojourn: 5 }).number).toBe(30);
    expect(lesson).toContain('12 requests per second that stay for 5 s are 60 in flight');
    expect(lesson).toContain(`at most ${parameters.tolerance.default}\u202f% of`);
    const [derived] = questions;
    expect(1000 * littlesLaw({ number: 48, arrivalRate: 120 }).sojourn).toBeCloseTo(derived.right, 9);
    expect(littlesLaw({ arrivalRate: 30, sojourn: 2 }).number).toBe(60);
  });

  it('name faults that the widget declares', () => {
    const named = [...lesson.matchAll(/fault: '([^']+)'/g)].map(([, id]) => id);
    expect(named.sort()).toEqual(widget.faults.map(({ id }) => id).sort());
  });
});
