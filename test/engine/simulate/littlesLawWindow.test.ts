import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mm1, mmc } from '../../../src/engine/queueing/index.ts';
import {
  exponential,
  frameAt,
  littlesLawWindow,
  lognormal,
  poisson,
  simulate,
  stepArea,
} from '../../../src/engine/simulate/index.ts';
import { batchMeans } from '../../../src/engine/stats/index.ts';

/** Stays of any shape: overlapping, overtaking, of no length. */
const stays = fc
  .array(
    fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true })),
    {
      maxLength: 60,
    },
  )
  .map((rows) => ({
    arrival: rows.map(([came]) => came),
    finish: rows.map(([came, stay]) => came + stay),
  }));

const window = fc
  .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 1e-3, max: 100, noNaN: true }))
  .map(([from, length]): [number, number] => [from, from + length]);

const paths = fc.record({
  seed: fc.integer(),
  rate: fc.double({ min: 0.2, max: 20, noNaN: true }),
  servers: fc.integer({ min: 1, max: 5 }),
  scv: fc.double({ min: 0.1, max: 8, noNaN: true }),
});

describe('littlesLawWindow', () => {
  it('gives L̄ = λ̄·W̄ + ε on every window of any stays, stable or not', () => {
    fc.assert(
      fc.property(stays, window, (path, [from, to]) => {
        const w = littlesLawWindow(path, from, to);
        const product = w.arrivals === 0 ? 0 : w.arrivalRate * w.sojourn;
        expect(Math.abs(w.number - product - w.edgeTerm)).toBeLessThanOrEqual(
          1e-12 * (w.number + product + 1),
        );
      }),
    );
  });

  it('holds the same area as the step function, on every window of every simulated path', () => {
    fc.assert(
      fc.property(paths, window, ({ seed, rate, servers, scv }, [from, to]) => {
        const system = { arrivals: poisson(rate), service: lognormal({ mean: 0.5, scv }), servers };
        const log = simulate(system, { seed, requests: 150 });
        const level = littlesLawWindow(log, from, to).area;
        expect(Math.abs(stepArea(log.changes, from, to) - level)).toBeLessThanOrEqual(1e-10 * (level + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('lies between the sojourns of those who finished and of those who arrived, from an empty start', () => {
    fc.assert(
      fc.property(stays, fc.double({ min: 1e-3, max: 140, noNaN: true }), (path, to) => {
        const w = littlesLawWindow(path, 0, to);
        expect(w.finishedSojourn).toBeLessThanOrEqual(w.area * (1 + 1e-12) + 1e-12);
        expect(w.area).toBeLessThanOrEqual(w.summedSojourn * (1 + 1e-12) + 1e-12);
      }),
    );
  });

  it('adds up over neighbouring windows', () => {
    fc.assert(
      fc.property(
        stays,
        window,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (path, [from, to], share) => {
          const middle = from + share * (to - from);
          if (!(middle > from && to > middle)) return;
          const [first, second] = [littlesLawWindow(path, from, middle), littlesLawWindow(path, middle, to)];
          const whole = littlesLawWindow(path, from, to);
          expect(first.arrivals + second.arrivals).toBe(whole.arrivals);
          expect(first.inAtEnd).toBe(second.inAtStart);
          expect(first.area + second.area).toBeCloseTo(whole.area, 9);
        },
      ),
    );
  });

  it('agrees with frameAt from the start of a run', () => {
    const log = simulate(
      { arrivals: poisson(8), service: exponential(0.2), servers: 2 },
      { seed: 3, requests: 400 },
    );
    for (const t of [0.7, 5, 20, 40]) {
      const frame = frameAt(log, t);
      const w = littlesLawWindow(log, 0, t);
      expect(w.area).toBeCloseTo(frame.area, 9);
      expect(w.finishedSojourn).toBeCloseTo(frame.summedSojourn, 9);
      expect(w.inAtEnd).toBe(frame.inSystem);
    }
  });

  it.each([
    ['M/M/1', mm1({ arrivalRate: 8, serviceRate: 10 }), 10, 1],
    ['M/M/2', mmc({ arrivalRate: 8, serviceRate: 5, servers: 2 }), 5, 2],
  ] as const)('covers the number that %s promises with its interval', (_name, formula, rate, servers) => {
    const system = { arrivals: poisson(8), service: exponential(1 / rate), servers };
    const log = simulate(system, { seed: 11, requests: 400_000 });
    const last = log.arrival.at(-1) ?? 0;
    const edges = Array.from({ length: 21 }, (_, k) => last / 10 + (0.9 * last * k) / 20);
    const numbers = edges.slice(1).map((to, k) => littlesLawWindow(log, edges[k] ?? 0, to).number);
    const { lower, upper } = batchMeans(numbers, { batches: 20, confidence: 0.99 });
    expect(lower).toBeLessThan(formula.meanNumber);
    expect(upper).toBeGreaterThan(formula.meanNumber);
  });

  it('loses its edge term as 1/length when the system is stable', () => {
    const log = simulate({ arrivals: poisson(8), service: exponential(0.1) }, { seed: 5, requests: 100_000 });
    const worst = (length: number) =>
      Math.max(
        ...Array.from({ length: 40 }, (_, k) =>
          Math.abs(littlesLawWindow(log, 100 + k, 100 + k + length).edgeTerm),
        ),
      );
    expect(worst(10_000)).toBeLessThan(worst(100) / 20);
  });

  it('refuses an empty window and a request that never left', () => {
    const path = { arrival: [1], finish: [Number.POSITIVE_INFINITY] };
    expect(() => littlesLawWindow(path, 2, 2)).toThrow('to must be > from = 2, got 2');
    expect(() => littlesLawWindow(path, 0, 2)).toThrow('request 0 has not left');
    expect(littlesLawWindow(path, 2, 4).carriedIn).toBe(2);
  });
});

describe('stepArea', () => {
  it('counts nothing before the first change and the last value for ever', () => {
    const steps = { time: [1, 3], inSystem: [2, 1] };
    expect(stepArea(steps, 0, 1)).toBe(0);
    expect(stepArea(steps, 0, 4)).toBe(5);
    expect(stepArea(steps, 2, 2)).toBe(0);
    expect(() => stepArea(steps, 2, 1)).toThrow('to must be >= from = 2, got 1');
  });
});
