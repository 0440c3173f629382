import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Adjustable,
  adjust,
  type Intent,
  intentOfKey,
  nearestStop,
  type StepSize,
} from '../../../src/widgets/controls/adjust.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const direction = fc.constantFrom<1 | -1>(1, -1);
const size = fc.constantFrom<StepSize>('fine', 'normal', 'coarse');

/** Scales as parameters and axes declare them; bounds need not lie on the step's grid. */
const linear = fc
  .record({
    min: fc.integer({ min: -10_000, max: 10_000 }),
    extent: fc.integer({ min: 1, max: 20_000 }),
    step: fc.constantFrom(0.01, 0.05, 0.1, 0.25, 1, 5),
    whole: fc.boolean(),
  })
  .map(({ min, extent, step, whole }): Adjustable => {
    const unit = whole ? 1 : 0.013;
    return { min: min * unit, max: (min + extent) * unit, step, scale: 'linear', whole };
  });
const log = fc
  .record({
    min: fc.double({ min: 1e-4, max: 50, noNaN: true }),
    factor: fc.double({ min: 2, max: 1e6, noNaN: true }),
    whole: fc.boolean(),
  })
  .map(({ min, factor, whole }): Adjustable => {
    const low = whole ? Math.ceil(min) : min;
    return { min: low, max: whole ? Math.ceil(low * factor) : low * factor, step: 1, scale: 'log', whole };
  });
const stops = fc
  .uniqueArray(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values): Adjustable => {
    const increasing = values.sort((a, b) => a - b);
    return { min: 0, max: 100, step: 1, scale: 'linear', stops: increasing };
  });
const scale = fc.oneof(linear, log);

const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.record({ type: fc.constant('set' as const), value: fc.double() }),
  fc.record({ type: fc.constant('nudge' as const), direction, size }),
  fc.record({ type: fc.constant('page' as const), direction }),
  fc.record({ type: fc.constant('edge' as const), edge: fc.constantFrom<'min' | 'max'>('min', 'max') }),
);

/** A value that the scale can take. */
const valueOn = (to: Adjustable, part: number) =>
  adjust(to.min, { type: 'set', value: to.min + part * (to.max - to.min) }, to);
const within = (value: number, to: Adjustable) => value >= to.min && value <= to.max;

describe('a moved number', () => {
  it('stays within its bounds, whatever is asked', () => {
    const sound = fc.property(
      fc.oneof(scale, stops),
      share,
      fc.array(intent, { maxLength: 12 }),
      (to, part, intents) => {
        let value = valueOn(to, part);
        for (const each of intents) {
          value = adjust(value, each, to);
          if (Number.isNaN(value)) return each.type === 'set' && Number.isNaN(each.value);
          if (!within(value, to)) return false;
        }
        return true;
      },
    );
    fc.assert(sound);
  });

  it('moves less with a fine step than with a normal one, and most with a coarse one', () => {
    fc.assert(
      fc.property(scale, share, direction, (to, part, way) => {
        const value = valueOn(to, part);
        const [fine, normal, coarse] = (['fine', 'normal', 'coarse'] as const).map((each) =>
          Math.abs(adjust(value, { type: 'nudge', direction: way, size: each }, to) - value),
        );
        expect(fine).toBeLessThanOrEqual(normal! + 1e-9);
        expect(normal).toBeLessThanOrEqual(coarse! + 1e-9);
      }),
    );
    const to: Adjustable = { min: 0, max: 100, step: 1, scale: 'linear' };
    const steps = (['fine', 'normal', 'coarse'] as const).map((each) =>
      adjust(50, { type: 'nudge', direction: 1, size: each }, to),
    );
    expect(steps).toEqual([50.1, 51, 60]);
  });

  it('never sticks before its bound', () => {
    fc.assert(
      fc.property(fc.oneof(scale, stops), share, direction, size, (to, part, way, each) => {
        const value = valueOn(to, part);
        const end = to.stops
          ? way > 0
            ? to.stops[to.stops.length - 1]!
            : to.stops[0]!
          : way > 0
            ? to.max
            : to.min;
        fc.pre(value !== end);
        const moved = adjust(value, { type: 'nudge', direction: way, size: each }, to);
        expect(Math.sign(moved - value)).toBe(way);
      }),
    );
  });

  it('reaches by pointer what it reaches by keyboard', () => {
    const keys: fc.Arbitrary<Intent> = fc.oneof(
      fc.record({
        type: fc.constant('nudge' as const),
        direction,
        size: fc.constantFrom<StepSize>('normal', 'coarse'),
      }),
      fc.record({ type: fc.constant('page' as const), direction }),
      fc.record({ type: fc.constant('edge' as const), edge: fc.constantFrom<'min' | 'max'>('min', 'max') }),
    );
    fc.assert(
      fc.property(fc.oneof(scale, stops), share, keys, (to, part, key) => {
        const byKey = adjust(valueOn(to, part), key, to);
        expect(adjust(0, { type: 'set', value: byKey }, to)).toBe(byKey);
      }),
    );
  });

  it('goes on to the next line of its grid from a value between two', () => {
    const to: Adjustable = { min: 0, max: 20, step: 0.1, scale: 'linear' };
    expect(adjust(8.05, { type: 'nudge', direction: 1, size: 'normal' }, to)).toBe(8.1);
    expect(adjust(8.05, { type: 'nudge', direction: -1, size: 'normal' }, to)).toBe(8);
    expect(adjust(0.2, { type: 'nudge', direction: 1, size: 'normal' }, to)).toBe(0.3);
  });

  it('moves by 5 % on a log scale', () => {
    const to: Adjustable = { min: 1, max: 1000, step: 1, scale: 'log' };
    expect(adjust(100, { type: 'nudge', direction: 1, size: 'normal' }, to)).toBe(105);
    expect(adjust(100, { type: 'nudge', direction: 1, size: 'fine' }, to)).toBe(100.5);
  });

  it('rests only where it may', () => {
    const to: Adjustable = { min: 0, max: 10, step: 1, scale: 'linear', stops: [1, 2, 7] };
    expect(adjust(2, { type: 'set', value: 4.6 }, to)).toBe(7);
    expect(adjust(2, { type: 'nudge', direction: 1, size: 'normal' }, to)).toBe(7);
    expect(adjust(7, { type: 'edge', edge: 'min' }, to)).toBe(1);
  });
});

describe('the nearest stop', () => {
  it('has no other closer to the value', () => {
    const numbers = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(numbers, fc.uniqueArray(numbers, { minLength: 1 }), (value, unsorted) => {
        const all = unsorted.sort((a, b) => a - b);
        const distance = Math.abs(all[nearestStop(value, all)]! - value);
        expect(distance).toBe(Math.min(...all.map((stop) => Math.abs(stop - value))));
      }),
    );
  });
});

describe('a key', () => {
  const press = (
    key: string,
    held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {},
  ) => intentOfKey({ key, shiftKey: false, altKey: false, ...held });

  it.each([
    ['ArrowRight', { type: 'nudge', direction: 1, size: 'normal' }],
    ['ArrowUp', { type: 'nudge', direction: 1, size: 'normal' }],
    ['ArrowLeft', { type: 'nudge', direction: -1, size: 'normal' }],
    ['ArrowDown', { type: 'nudge', direction: -1, size: 'normal' }],
    ['PageUp', { type: 'page', direction: 1 }],
    ['PageDown', { type: 'page', direction: -1 }],
    ['Home', { type: 'edge', edge: 'min' }],
    ['End', { type: 'edge', edge: 'max' }],
  ])('%s means something', (key, meaning) => {
    expect(press(key)).toEqual(meaning);
  });

  it('is fine with Shift and coarse with Alt', () => {
    expect(press('ArrowUp', { shiftKey: true })).toMatchObject({ size: 'fine' });
    expect(press('ArrowUp', { altKey: true })).toMatchObject({ size: 'coarse' });
  });

  it('is left to the browser when it is none of the number’s business', () => {
    for (const key of ['Tab', 'Enter', 'a', '5']) expect(press(key)).toBeUndefined();
    expect(press('ArrowLeft', { ctrlKey: true })).toBeUndefined();
    expect(press('Home', { metaKey: true })).toBeUndefined();
  });
});
