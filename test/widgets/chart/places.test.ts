import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, pairs, readLine, readStep } from '../../../src/widgets/chart/points.ts';
import { spread } from '../../../src/widgets/chart/spread.ts';

describe('labels spread apart', () => {
  const wishes = fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { maxLength: 15 });

  it('keep their gap, their order and their bounds', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const places = spread(wanted, 15, 0, 300);
        const inOrder = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
        inOrder.forEach((index, rank) => {
          expect(places[index]).toBeGreaterThanOrEqual(-1e-6);
          expect(places[index]).toBeLessThanOrEqual(300 + 1e-6);
          const next = inOrder[rank + 1];
          if (next !== undefined) expect(places[next]! - places[index]!).toBeGreaterThanOrEqual(15 - 1e-6);
        });
      }),
    );
  });

  it('stay where they wish when nothing is near', () => {
    expect(spread([80, 10, 40], 16, 0, 100)).toEqual([80, 10, 40]);
  });
});

describe('a series read at x', () => {
  const points: readonly Point[] = [
    [0, 1],
    [2, 5],
    [4, 3],
  ];

  it('lies between the points of a line and is nothing outside', () => {
    expect([0, 1, 2, 3, 4].map(readLine(points))).toEqual([1, 3, 5, 4, 3]);
    expect([-0.1, 4.1].map(readLine(points))).toEqual([undefined, undefined]);
  });

  it('holds the last value of a step', () => {
    expect([-1, 0, 1.9, 2, 9].map(readStep(points))).toEqual([undefined, 1, 1, 5, 3]);
  });

  it('comes from two columns, as long as the shorter', () => {
    expect(pairs(Float64Array.of(1, 2, 3), [4, 5])).toEqual([
      [1, 4],
      [2, 5],
    ]);
  });
});
