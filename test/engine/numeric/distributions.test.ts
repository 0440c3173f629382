import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { andersonDarlingUpper } from '../../../src/engine/numeric/andersonDarling.ts';
import { scaledBesselK } from '../../../src/engine/numeric/besselK.ts';
import { binomialCdf, binomialPmf, choose } from '../../../src/engine/numeric/binomial.ts';
import { brentRoot } from '../../../src/engine/numeric/brent.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from '../../../src/engine/numeric/chiSquare.ts';
import { digamma } from '../../../src/engine/numeric/digamma.ts';
import { gaussLegendre } from '../../../src/engine/numeric/gaussLegendre.ts';
import { kolmogorovSmirnovUpper, kolmogorovUpper } from '../../../src/engine/numeric/kolmogorov.ts';
import { logNormalCdf } from '../../../src/engine/numeric/normal.ts';
import { poissonCdf, poissonPmf, poissonUpper } from '../../../src/engine/numeric/poisson.ts';
import { solveIncreasing, solveIncreasingFrom } from '../../../src/engine/numeric/solve.ts';

const near = (got: number, expected: number, relative = 1e-9) =>
  expect(Math.abs(got - expected), `expected ${expected}, got ${got}`).toBeLessThanOrEqual(
    relative * Math.abs(expected) + 1e-300,
  );

describe('Kolmogorov–Smirnov laws', () => {
  it('the limit law, in both of its series', () => {
    near(kolmogorovUpper(0.4), 0.9971923267772983);
    near(kolmogorovUpper(0.79), 0.560495104473081);
    near(kolmogorovUpper(0.81), 0.5279614323123148);
    near(kolmogorovUpper(1.3), 0.06809222184476636);
    near(kolmogorovUpper(2.5), 7.453306344157342e-6);
    expect([kolmogorovUpper(0), kolmogorovUpper(-1), kolmogorovUpper(Number.NaN)]).toEqual([
      1,
      1,
      Number.NaN,
    ]);
  });
  it('the law of n values, exact or expanded (SciPy)', () => {
    near(kolmogorovSmirnovUpper(0.08, 140), 0.31480749911643063, 1e-6);
    near(kolmogorovSmirnovUpper(0.05, 700), 0.05836346045092311, 1e-6);
    near(kolmogorovSmirnovUpper(0.02, 5000), 0.03613941395325637, 1e-5);
    near(kolmogorovSmirnovUpper(0.012, 30_000), 0.0003508802171260718, 1e-3);
    expect(kolmogorovSmirnovUpper(1, 10)).toBe(0);
    expect(kolmogorovSmirnovUpper(0.05, 10)).toBe(1);
    expect(kolmogorovSmirnovUpper(Number.NaN, 10)).toBeNaN();
  });
  it('fall as the distance grows, across the seams of the methods', () => {
    for (const n of [1, 7, 140, 999, 1001, 20_001]) {
      let before = 1;
      for (let x = 0.05; x < 3; x += 0.05) {
        const now = kolmogorovSmirnovUpper(x / Math.sqrt(n), n);
        expect(now).toBeLessThanOrEqual(before + 1e-7);
        before = now;
      }
    }
  });
});

describe('distribution functions', () => {
  it('chi-square: quantile and distribution function undo each other (SciPy)', () => {
    near(chiSquareQuantile(0.01, 7), 1.23904231, 1e-8);
    near(chiSquareQuantile(0.5, 7), 6.3458112, 1e-8);
    near(chiSquareQuantile(0.999, 7), 24.32188635, 1e-8);
    for (const p of [0.05, 0.5, 0.99]) near(chiSquareCdf(chiSquareQuantile(p, 3), 3), p);
    expect([chiSquareCdf(-1, 2), chiSquareUpper(-1, 2)]).toEqual([0, 1]);
    expect(() => chiSquareQuantile(0.5, 0)).toThrow('degrees must be > 0, got 0');
  });
  it('Poisson and binomial masses add up to their distribution functions', () => {
    const [mean, trials, p] = [3.7, 12, 0.3];
    let [poisson, binomial] = [0, 0];
    for (let k = 0; k <= trials; k++) {
      poisson += poissonPmf(k, mean);
      binomial += binomialPmf(k, trials, p);
      near(poisson, poissonCdf(k, mean), 1e-12);
      near(1 - poisson, poissonUpper(k, mean), 1e-9);
      near(binomial, binomialCdf(k, trials, p), 1e-12);
    }
    expect([poissonPmf(-1, 2), poissonPmf(1.5, 2), poissonPmf(0, 0), poissonPmf(2, 0)]).toEqual([0, 0, 1, 0]);
    expect([poissonCdf(-1, 2), poissonUpper(-1, 2)]).toEqual([0, 1]);
    expect([binomialPmf(-1, 3, 0.5), binomialPmf(4, 3, 0.5), binomialPmf(1.5, 3, 0.5)]).toEqual([0, 0, 0]);
    expect([binomialPmf(3, 3, 1), binomialPmf(2, 3, 1), binomialPmf(0, 3, 0)]).toEqual([1, 0, 1]);
  });
  it('choose counts, and gives 0 outside', () => {
    expect([choose(10, 5), choose(5, 0), choose(5, 6), choose(50, 25)]).toEqual([252, 1, 0, 126410606437752]);
  });
  it('ln Φ continues where Φ underflows', () => {
    near(logNormalCdf(-8.000001), logNormalCdf(-7.999999), 1e-5);
    near(logNormalCdf(-100), -5005.524208694205, 1e-12);
    near(logNormalCdf(0), Math.log(0.5), 1e-12);
  });
});

describe('the limit law of Anderson and Darling', () => {
  it.each([
    [0.3, 0.93815763605712],
    [0.5, 0.74681437353035],
    [1, 0.35726667321402],
    [2, 0.091836774941252],
    [4, 0.0087181869139128],
    [8, 0.00011381415572658],
    [12, 1.7102869994808e-6],
  ])('P(A² > %d), against the characteristic function inverted with mpmath', (z, expected) => {
    expect(Math.abs(andersonDarlingUpper(z) - expected)).toBeLessThan(2e-13);
  });
  it('runs from 1 to 0 and ends like √3·P(χ²₁ > 2z), its largest term alone', () => {
    expect([0, -1, 0.01, 41, Infinity].map(andersonDarlingUpper)).toEqual([1, 1, 1, 0, 0]);
    expect(andersonDarlingUpper(Number.NaN)).toBeNaN();
    near(andersonDarlingUpper(20), Math.sqrt(3) * chiSquareUpper(40, 1), 0.03);
  });
});

describe('numerical tools', () => {
  it('digamma obeys ψ(x + 1) = ψ(x) + 1/x', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 500, noNaN: true }), (x) => {
        return Math.abs(digamma(x + 1) - digamma(x) - 1 / x) < 1e-11 * Math.max(1, 1 / x);
      }),
    );
    expect(digamma(0)).toBeNaN();
  });
  it('Gauss–Legendre is exact for polynomials', () => {
    for (const n of [1, 2, 5, 48, 101]) {
      const { nodes, weights } = gaussLegendre(n);
      for (const degree of [0, 1, 2, 9].filter((power) => power < 2 * n)) {
        const integral = nodes.reduce((sum, x, i) => sum + weights[i]! * x ** degree, 0);
        expect(integral).toBeCloseTo(degree % 2 === 1 ? 0 : 2 / (degree + 1), 12);
      }
    }
    expect(gaussLegendre(5)).toBe(gaussLegendre(5));
  });
  it('Brent finds a root, and the step of a step function', () => {
    expect(brentRoot((x) => x * x * x - 2, 0, 3, 1e-12)).toBeCloseTo(Math.cbrt(2), 11);
    expect(brentRoot((x) => (x < 1.25 ? -1 : 1), 0, 3, 1e-9)).toBeCloseTo(1.25, 8);
    expect(brentRoot((x) => x, 0, 3)).toBe(0);
    expect(brentRoot((x) => x - 3, 0, 3)).toBe(3);
  });
  it('halving finds the smallest number at which an increasing function is there', () => {
    expect(solveIncreasing((x) => x * x, 2, 0, 2) ** 2).toBeGreaterThanOrEqual(2);
    expect(solveIncreasing((x) => x * x, 2, 0, 2)).toBeCloseTo(Math.SQRT2, 15);
    expect(solveIncreasing((x) => (x < 0.25 ? 0 : 1), 1, 0, 1)).toBe(0.25);
    expect(solveIncreasingFrom((x) => x, 12345, 1)).toBe(12345);
    expect(solveIncreasingFrom((x) => x / (1 + x), 2, 1)).toBeGreaterThan(1e300); // never there: it stops all the same
  });
  it('Bessel K of order ¼, without its decay (SciPy)', () => {
    near(scaledBesselK(0.25, 0.01), 6.227707994041582, 1e-12);
    near(scaledBesselK(0.25, 0.5), 1.5832939515157707, 1e-12);
    near(scaledBesselK(0.25, 3), 0.7041397945021686, 1e-12);
    near(scaledBesselK(0.25, 50), 0.17691661213490453, 1e-12);
  });
});
