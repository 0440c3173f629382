import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AxisSpec,
  categoryAxis,
  createScale,
  linearAxis,
  logAxis,
} from '../../../src/widgets/chart/scale.ts';
import { textWidth } from '../../../src/widgets/chart/textWidth.ts';
import { chooseTicks } from '../../../src/widgets/chart/ticks.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const extent = fc.double({ min: 1e-3, max: 1e6, noNaN: true });
const linear = fc.tuple(number, extent).map(([start, more]) => linearAxis([start, start + more]));
const log = fc
  .tuple(fc.double({ min: -9, max: 6, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true }))
  .map(([start, decades]) => logAxis([10 ** start, 10 ** (start + decades)]));
const category = fc.array(fc.string(), { minLength: 1, maxLength: 12 }).map(categoryAxis);
const anyAxis = fc.oneof(linear, log, category);
const range = fc
  .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 20, max: 1400 }), fc.boolean())
  .map(([start, length, upwards]): [number, number] =>
    upwards ? [start + length, start] : [start, start + length],
  );

describe('a scale', () => {
  it('reads back the pixel where a value stands', () => {
    fc.assert(
      fc.property(anyAxis, range, fc.double({ min: 0, max: 1, noNaN: true }), (spec, pixels, part) => {
        const scale = createScale(spec, pixels);
        const pixel = pixels[0] + part * (pixels[1] - pixels[0]);
        expect(scale(scale.invert(pixel))).toBeCloseTo(pixel, 3);
      }),
    );
  });

  it('puts its domain on its range', () => {
    fc.assert(
      fc.property(anyAxis, range, (spec, pixels) => {
        const scale = createScale(spec, pixels);
        expect(scale(spec.domain[0])).toBeCloseTo(pixels[0], 6);
        expect(scale(spec.domain[1])).toBeCloseTo(pixels[1], 6);
      }),
    );
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(anyAxis, fc.double({ min: 0, max: 0.9, noNaN: true }), (spec, part) => {
        const scale = createScale(spec, [0, 1000]);
        expect(scale.invert(1000 * part)).toBeLessThan(scale.invert(1000 * (part + 0.1)));
      }),
    );
  });

  it('has no place for 0 and less on a log axis', () => {
    const scale = createScale(logAxis([0.1, 10]), [0, 100]);
    expect(scale(1)).toBeCloseTo(50, 10);
    expect(scale(0)).toBeNaN();
    expect(scale(-1)).toBeNaN();
  });

  it('gives each name its place', () => {
    const scale = createScale(categoryAxis(['FIFO', 'SJF']), [0, 100]);
    expect([scale(0), scale(1)]).toEqual([25, 75]);
    expect(scale.spec.format?.(1)).toBe('SJF');
  });

  it('is widened where a domain has no extent, and refused where a log axis cannot be', () => {
    expect(linearAxis([3, 3]).domain).toEqual([2.5, 3.5]);
    expect(() => logAxis([0, 1])).toThrow('a log axis needs 0 < start < end, got 0 and 1');
    expect(() => logAxis([2, 2])).toThrow(/0 < start < end/);
    expect(() => logAxis([Number.NaN, 2])).toThrow(/0 < start < end/);
  });

  it('ends on round numbers when asked', () => {
    expect(linearAxis([0.03, 9.7], { nice: true }).domain).toEqual([0, 10]);
    expect(logAxis([0.03, 700], { nice: true }).domain).toEqual([0.01, 1000]);
  });
});

describe('ticks', () => {
  const labels = (spec: AxisSpec, length: number) =>
    chooseTicks(createScale(spec, [0, length]), 'width').major.map(({ label }) => label);

  it('do not touch each other and stand in the domain', () => {
    const axes = fc.oneof(linear, log);
    fc.assert(
      fc.property(axes, fc.integer({ min: 60, max: 1400 }), (spec, length) => {
        const scale = createScale(spec, [0, length]);
        const { major } = chooseTicks(scale, 'width');
        expect(major.length).toBeGreaterThanOrEqual(1);
        major.forEach((tick, index) => {
          expect(tick.at).toBeGreaterThanOrEqual(-1e-6 * length);
          expect(tick.at).toBeLessThanOrEqual(length * (1 + 1e-6));
          const next = major[index + 1];
          if (!next) return;
          const gap = next.at - textWidth(next.label) / 2 - (tick.at + textWidth(tick.label) / 2);
          expect(gap).toBeGreaterThan(0);
        });
      }),
    );
  });

  it('say different things', () => {
    fc.assert(
      fc.property(fc.oneof(linear, log), fc.integer({ min: 200, max: 1400 }), (spec, length) => {
        const said = labels(spec, length);
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });

  it.each([
    ['a decade or two', logAxis([1, 100]), ['1', '2', '5', '10', '20', '50', '100']],
    ['many decades', logAxis([1e-3, 1e3]), ['0.001', '0.01', '0.1', '1', '10', '100', '1,000']],
  ])('of a log axis are round over %s', (_what, spec, expected) => {
    expect(labels(spec, 420)).toEqual(expected);
  });

  it('of a log axis within one decade are still there', () => {
    expect(labels(logAxis([1.2, 1.8]), 400).length).toBeGreaterThanOrEqual(2);
  });

  it('have their unlabelled lines between powers of ten on a log axis only', () => {
    expect(chooseTicks(createScale(logAxis([1, 100]), [0, 300]), 'width').minor).toHaveLength(19);
    expect(chooseTicks(createScale(linearAxis([1, 100]), [0, 300]), 'width').minor).toEqual([]);
  });

  it('grow with the room', () => {
    const spec = linearAxis([0, 100]);
    expect(labels(spec, 900).length).toBeGreaterThan(labels(spec, 150).length);
  });
});
