import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawIntent, type Drawing, draw } from '../../../src/widgets/chart/drawing.ts';

const scale = { min: 0, max: 10, step: 0.5, scale: 'linear' } as const;
const empty = (columns: number): Drawing => ({
  values: Array.from({ length: columns }, () => undefined),
  column: 0,
});
const drawn = ({ values }: Drawing) =>
  values.flatMap((value, column) => (value === undefined ? [] : [column]));

const column = fc.integer({ min: 0, max: 9 });
const value = fc.double({ min: -5, max: 15, noNaN: true });
const direction = fc.constantFrom<1 | -1>(1, -1);
const intent: fc.Arbitrary<DrawIntent> = fc.oneof(
  fc.record({ type: fc.constant('touch' as const), column, value }),
  fc.record({
    type: fc.constant('stroke' as const),
    from: fc.record({ column, value }),
    to: fc.record({ column, value }),
  }),
  fc.record({ type: fc.constant('move' as const), direction }),
  fc.record({ type: fc.constant('edge' as const), edge: fc.constantFrom<'first' | 'last'>('first', 'last') }),
  fc.record({
    type: fc.constant('raise' as const),
    direction,
    size: fc.constantFrom<'fine' | 'normal' | 'coarse'>('fine', 'normal', 'coarse'),
  }),
);

describe('a drawing', () => {
  it('keeps its columns, its bounds and its place, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 30 }), (intents) => {
        const end = intents.reduce((drawing, each) => draw(drawing, each, scale), empty(10));
        expect(end.values).toHaveLength(10);
        for (const each of end.values) {
          if (each === undefined) continue;
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(10);
        }
        expect(end.column).toBeGreaterThanOrEqual(0);
        expect(end.column).toBeLessThanOrEqual(9);
      }),
    );
  });

  it('has no gap along a stroke, in either direction, and leaves the rest alone', () => {
    fc.assert(
      fc.property(column, column, value, value, (from, to, start, end) => {
        const stroke = {
          type: 'stroke',
          from: { column: from, value: start },
          to: { column: to, value: end },
        } as const;
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        const expected = Array.from({ length: high - low + 1 }, (_, index) => low + index);
        expect(drawn(draw(empty(10), stroke, scale))).toEqual(expected);
      }),
    );
  });

  it('follows the stroke between its ends', () => {
    const stroke = { type: 'stroke', from: { column: 1, value: 2 }, to: { column: 5, value: 6 } } as const;
    expect(draw(empty(7), stroke, scale)).toEqual({
      values: [undefined, 2, 3, 4, 5, 6, undefined],
      column: 5,
    });
  });

  it('is drawn by keyboard as by a pen: raise, walk on, raise', () => {
    const steps: DrawIntent[] = [
      { type: 'raise', direction: 1, size: 'coarse' },
      { type: 'move', direction: 1 },
      { type: 'raise', direction: 1, size: 'normal' },
      { type: 'move', direction: 1 },
      { type: 'raise', direction: -1, size: 'fine' },
      { type: 'move', direction: 1 },
    ];
    const end = steps.reduce((drawing, each) => draw(drawing, each, scale), empty(3));
    expect(end).toEqual({ values: [5, 5.5, 5.45], column: 2 });
  });

  it('does not overwrite what was drawn when the keyboard walks over it', () => {
    const before: Drawing = { values: [1, 9], column: 0 };
    expect(draw(before, { type: 'move', direction: 1 }, scale)).toEqual({ values: [1, 9], column: 1 });
  });
});
