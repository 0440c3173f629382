import { incompleteBeta, inverseIncompleteBeta } from '../../../src/engine/numeric/beta.ts';
import { binomialCdf, binomialPmf } from '../../../src/engine/numeric/binomial.ts';
import { chiSquareQuantile, chiSquareUpper } from '../../../src/engine/numeric/chiSquare.ts';
import { digamma } from '../../../src/engine/numeric/digamma.ts';
import { incompleteGamma, logGamma } from '../../../src/engine/numeric/gamma.ts';
import { logNormalCdf, normalCdf, normalQuantile } from '../../../src/engine/numeric/normal.ts';
import { poissonCdf, poissonPmf, poissonUpper } from '../../../src/engine/numeric/poisson.ts';
import type { Checks } from '../stats/oracleChecks.ts';
import { expectWithin, type Oracle } from '../support/oracle.ts';

const each = <Input>(
  inputs: Input[],
  expected: number[],
  tol: Oracle['tol'],
  f: (input: Input) => number,
): void => {
  inputs.forEach((input, i) => {
    expectWithin(f(input), expected[i] ?? 0, tol, `f(${input})`);
  });
};

export const checks: Checks = {
  'sf-normal-ppf': ({ inputs, expected, tol }) => each(inputs.q, expected.z, tol, normalQuantile),
  'sf-normal-cdf-tail': ({ inputs, expected, tol }) => {
    each(inputs.z, expected.cdf, tol, normalCdf);
    expectWithin(logNormalCdf(-38), expected['logcdf(-38)'], tol);
    each(inputs.z, expected.cdf.map(Math.log), { abs: 1e-12, rel: 1e-12 }, logNormalCdf);
  },
  'sf-gammaln': ({ inputs, expected, tol }) => {
    each(inputs.x, expected.lgamma, tol, logGamma);
    each(inputs.x, expected.digamma, tol, digamma);
  },
  'sf-gammainc': ({ inputs, expected, tol }) => {
    each<[number, number]>(inputs.ax, expected.P, tol, ([a, x]) => incompleteGamma(a, x).lower);
    each<[number, number]>(inputs.ax, expected.Q, tol, ([a, x]) => incompleteGamma(a, x).upper);
  },
  'sf-betainc': ({ inputs, expected, tol }) => {
    each<[number, number, number]>(inputs.abx, expected.I, tol, ([a, b, x]) => incompleteBeta(a, b, x));
  },
  'sf-betaincinv': ({ inputs, expected, tol }) => {
    each<[number, number, number]>(inputs.abp, expected.x, tol, ([a, b, p]) =>
      inverseIncompleteBeta(a, b, p),
    );
  },
  'dist-chi2': ({ inputs, expected, tol }) => {
    each<[number, number]>(inputs.xdf, expected.sf, tol, ([x, degrees]) => chiSquareUpper(x, degrees));
    each([1, 3, 10], expected['ppf(.95;1,3,10)'], tol, (degrees) => chiSquareQuantile(0.95, degrees));
  },
  'dist-poisson-binom': ({ expected, tol }) => {
    expectWithin(poissonCdf(3, 5), expected['poissonCdf(3;5)'], tol);
    expectWithin(poissonUpper(30, 10), expected['poissonSf(30;10)'], tol);
    expectWithin(binomialCdf(49, 1000, 0.05), expected['binomCdf(49;1000,.05)'], tol);
    expectWithin(binomialPmf(0, 1e6, 1e-6), expected['binomPmf(0;1e6,1e-6)'], tol);
    expectWithin(poissonPmf(1000, 1000), expected['poissonPmf(1000;1000)'], tol);
  },
};
