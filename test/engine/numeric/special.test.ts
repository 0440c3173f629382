import { describe, expect, it } from 'vitest';
import { incompleteBeta, inverseIncompleteBeta } from '../../../src/engine/numeric/beta.ts';
import { binomialCdf } from '../../../src/engine/numeric/binomial.ts';
import { incompleteGamma, logGamma } from '../../../src/engine/numeric/gamma.ts';
import { normalCdf, normalQuantile } from '../../../src/engine/numeric/normal.ts';
import { studentCdf, studentQuantile } from '../../../src/engine/numeric/studentT.ts';
import { expectWithin, oracles } from '../support/oracle.ts';

const oracle = oracles('statistics', 'release');

describe('special functions against mpmath and scipy', () => {
  it.each([
    ['sf-normal-ppf', 'q', 'z', (q: number) => normalQuantile(q)],
    ['sf-normal-cdf-tail', 'z', 'cdf', (z: number) => normalCdf(z)],
    ['sf-gammaln', 'x', 'lgamma', (x: number) => logGamma(x)],
    ['sf-gammainc', 'ax', 'P', ([a, x]: [number, number]) => incompleteGamma(a, x).lower],
    ['sf-gammainc', 'ax', 'Q', ([a, x]: [number, number]) => incompleteGamma(a, x).upper],
    ['sf-betainc', 'abx', 'I', ([a, b, x]: [number, number, number]) => incompleteBeta(a, b, x)],
    ['sf-betaincinv', 'abp', 'x', ([a, b, p]: [number, number, number]) => inverseIncompleteBeta(a, b, p)],
  ] as [string, string, string, (input: never) => number][])('%s: %s → %s', (id, from, to, f) => {
    const { inputs, expected, tol } = oracle(id);
    inputs[from].forEach((input: never, i: number) => {
      expectWithin(f(input), expected[to][i], tol, `${id}(${input})`);
    });
  });
  it('the incomplete beta function covers its whole domain, and is NaN outside', () => {
    expect([incompleteBeta(2, 3, 0), incompleteBeta(2, 3, 1)]).toEqual([0, 1]);
    // I_x(a, 1) = x^a and I_x(1, b) = 1 − (1 − x)^b
    expect(incompleteBeta(2, 1, 0.3)).toBeCloseTo(0.09, 14);
    expect(incompleteBeta(1, 3, 0.3)).toBeCloseTo(1 - 0.7 ** 3, 14);
    expect(incompleteBeta(0.5, 1, 0.9)).toBeCloseTo(Math.sqrt(0.9), 14);
    for (const [a, b, x] of [
      [0, 1, 0.5],
      [1, 0, 0.5],
      [-1, 2, 0.5],
      [1, 1, -0.1],
      [1, 1, 1.1],
      [1, 1, Number.NaN],
    ] as const)
      expect(incompleteBeta(a, b, x)).toBeNaN();
    expect([inverseIncompleteBeta(2, 3, 0), inverseIncompleteBeta(2, 3, 1)]).toEqual([0, 1]);
  });
  it('the normal quantile has its ends, its middle and its mirror', () => {
    expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
    expect(normalQuantile(0.75)).toBe(-normalQuantile(0.25));
    expect(() => normalQuantile(1.5)).toThrow('p must be in [0, 1], got 1.5');
  });
  it('the binomial distribution function', () => {
    const { expected, tol } = oracle('dist-poisson-binom');
    expectWithin(binomialCdf(49, 1000, 0.05), expected['binomCdf(49;1000,.05)'], tol);
    expectWithin(binomialCdf(0, 1e6, 1e-6), expected['binomPmf(0;1e6,1e-6)'], tol);
  });
  it('Student’s t: quantile and distribution function undo each other, and ∞ degrees come near the normal', () => {
    for (const degrees of [1, 2, 4, 17.25, 100]) {
      for (const p of [0.001, 0.025, 0.3, 0.5, 0.9, 0.975]) {
        expect(studentCdf(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 12);
      }
    }
    expect(studentQuantile(0.975, 4)).toBeCloseTo(2.7764451051977987, 12);
    expect(studentQuantile(0.975, 1e7)).toBeCloseTo(normalQuantile(0.975), 6);
  });
});
