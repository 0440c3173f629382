import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, expm1, power } from '../../../src/engine/numeric/exp.ts';
import { log, log1p } from '../../../src/engine/numeric/log.ts';
import { sum } from '../../../src/engine/numeric/sum.ts';

const ulp = (x: number): number => {
  const value = new Float64Array([Math.abs(x)]);
  const bits = new BigInt64Array(value.buffer);
  bits[0] = bits[0]! + 1n;
  return value[0]! - Math.abs(x);
};

/** Error against the host's function, in units of its last place; the host itself may be off by one. */
const off = (got: number, host: number): number =>
  Object.is(got, host) ? 0 : Math.abs(got - host) / ulp(host);

const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });

describe('the engine’s own elementary functions', () => {
  it('log agrees with the host to two units in the last place, down to subnormals', () => {
    fc.assert(
      fc.property(positive, (x) => off(log(x), Math.log(x)) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => off(log(x), Math.log(x)) <= 2),
      { numRuns: 20_000 },
    );
  });
  it('exp agrees with the host to two units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -745, max: 709.7, noNaN: true }), (x) => off(exp(x), Math.exp(x)) <= 2),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (x) => off(exp(x), Math.exp(x)) <= 2),
      { numRuns: 20_000 },
    );
  });
  it('log1p and expm1 keep their digits near 0', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 10, noNaN: true }), (x) => off(log1p(x), Math.log1p(x)) <= 4),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => off(expm1(x), Math.expm1(x)) <= 8),
      { numRuns: 5000 },
    );
  });
  it('the ends of the range are exact', () => {
    expect([log(0), log(-1), log(1), log(Infinity), log(Number.NaN)]).toEqual([
      -Infinity,
      NaN,
      0,
      Infinity,
      NaN,
    ]);
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(-800), exp(800)]).toEqual([
      1,
      0,
      Infinity,
      0,
      Infinity,
    ]);
    expect(exp(Number.NaN)).toBeNaN();
    expect(log(Number.MIN_VALUE)).toBe(Math.log(Number.MIN_VALUE));
    expect(exp(-745.13)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019411)).toBe(Number.MIN_VALUE); // the last one above half of that
    expect(exp(709.782712893384)).toBeGreaterThan(1.79769e308); // the last one that a number can hold
    expect(log1p(-1)).toBe(-Infinity);
  });
  it('power multiplies whole exponents out', () => {
    expect([power(3, 4), power(2, -2), power(0, 0.5), power(7, 0)]).toEqual([81, 0.25, 0, 1]);
    expect(power(2, 0.5)).toBeCloseTo(Math.SQRT2, 15);
    expect([power(0, -0.5), power(0, 65), power(0, -65), power(1, 1000)]).toEqual([Infinity, 0, Infinity, 1]);
    expect(power(0, Number.NaN)).toBeNaN();
  });
  it('sum does not depend on the order', () => {
    expect(sum([1e16, 1, -1e16])).toBe(1);
    expect(sum(new Float64Array(1e6).fill(0.1))).toBe(100_000);
    expect(sum([1, Infinity])).toBe(Infinity);
    expect(sum([Infinity, -Infinity])).toBeNaN();
  });
});
