import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDuration,
  formatFixed,
  formatNumber,
  formatPercent,
  withUnit,
} from '../../../src/widgets/chart/format.ts';

/** Narrow no-break spaces are hard to see in a test. */
const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('a number in words', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.1 + 0.2, '0.3'],
    [-0.8046, '−0.805'],
    [12.345, '12.3'],
    [999.4, '999'],
    [999.6, '1,000'],
    [12_345.6, '12,346'],
    [0.00012345, '0.000123'],
    [0.000012345, '1.23 × 10⁻⁵'],
    [1e-5, '10⁻⁵'],
    [-1e-5, '−10⁻⁵'],
    [999_999_999, '999,999,999'],
    [1e9, '10⁹'],
    [2.5e12, '2.5 × 10¹²'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NEGATIVE_INFINITY, '−∞'],
  ])('%f reads %s', (value, text) => {
    expect(plain(formatNumber(value))).toBe(text);
  });

  it('keeps the digits asked for and all before the point', () => {
    expect(formatNumber(8.046, 2)).toBe('8');
    expect(formatNumber(123.6, 2)).toBe('124');
    expect(formatNumber(0.99999, 3)).toBe('1');
  });

  it('never is off by more than its digits', () => {
    const size = fc.double({ min: 1e-4, max: 1e8, noNaN: true });
    fc.assert(
      fc.property(size, (value) => {
        const read = Number(formatNumber(value).replaceAll(',', ''));
        expect(Math.abs(read - value)).toBeLessThanOrEqual(value * 0.00501);
      }),
    );
  });

  it('has as many places as a column asks for', () => {
    expect(formatFixed(8.04651, 2)).toBe('8.05');
    expect(formatFixed(2, 2)).toBe('2.00');
    expect(formatFixed(-0.001, 2)).toBe('0.00');
    expect(formatFixed(-1234.5, 1)).toBe('−1,234.5');
    expect(formatFixed(Number.NaN, 1)).toBe('–');
  });

  it('stays on one line with its unit', () => {
    expect(withUnit('8', 'requests/s')).toBe('8\u202frequests/s');
    expect(withUnit('8', undefined)).toBe('8');
    expect(plain(formatPercent(0.995))).toBe('99.5 %');
  });
});

describe('a duration in words', () => {
  it.each([
    [0, '0 s'],
    [3.2e-9, '3.2 ns'],
    [999.6e-9, '1 µs'],
    [0.000_25, '250 µs'],
    [0.0123, '12.3 ms'],
    [0.9994, '999 ms'],
    [0.9996, '1 s'],
    [59.96, '60 s'],
    [599, '599 s'],
    [600, '10 min'],
    [7199.9, '2 h'],
    [86_400, '24 h'],
    [172_800, '2 days'],
    [-0.02, '−20 ms'],
    [Number.POSITIVE_INFINITY, '∞'],
    [Number.NaN, '–'],
  ])('%f s reads %s', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it('never reads 1,000 of a unit that has a larger one', () => {
    const exponent = fc.double({ min: -9, max: 2.5, noNaN: true });
    fc.assert(
      fc.property(exponent, (power) => {
        const read = Number.parseFloat(formatDuration(10 ** power).replaceAll(',', ''));
        expect(read).toBeLessThan(1000);
        expect(read).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
