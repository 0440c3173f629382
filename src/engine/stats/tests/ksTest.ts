import { at } from '../../numeric/at.ts';
import { kolmogorovSmirnovUpper, kolmogorovUpper } from '../../numeric/kolmogorov.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import { sorted } from '../sorted.ts';
import { bandCrossing } from './bandCrossing.ts';

/**
 * How the p-value is found: 'exact' counts lattice paths as if there were no ties (conservative with ties); 'conditional'
 * counts them given the ties; 'asymptotic' takes the one-sample law at n·m/(n + m) (SciPy's choice), 'limit' Kolmogorov's
 * law at d√(nm/(n + m)), 'stephens' the same law at Stephens' argument d(e + 0.12 + 0.11/e), e = √(nm/(n + m)).
 * 'auto' is 'exact' while n·m ≤ 10⁶ and 'asymptotic' beyond.
 */
export type KsMethod = 'auto' | 'exact' | 'conditional' | 'asymptotic' | 'limit' | 'stephens';

export interface KsTest {
  /** D, the largest distance between the two empirical distribution functions. */
  statistic: number;
  pValue: number;
  /** A value where that distance is reached. */
  location: number;
  method: Exclude<KsMethod, 'auto'>;
}

const methods: readonly KsMethod[] = ['auto', 'exact', 'conditional', 'asymptotic', 'limit', 'stephens'];

/**
 * Two-sample Kolmogorov–Smirnov test: are two samples from the same continuous law? Sensitive to any difference, most in
 * the middle. With a million values a side any difference is significant: read D as the size.
 * Throws RangeError for an empty sample, NaN or an unknown method. Source: Smirnov 1939; Hodges 1958.
 *
 * @example
 * stats.ksTest([1, 2, 3, 4, 5], [4, 5, 6, 7, 8]);
 */
export function ksTest(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { method = 'auto' }: { method?: KsMethod } = {},
): KsTest {
  requireOneOf('method', method, methods);
  const [x, y] = [sorted(a, 'a'), sorted(b, 'b')];
  const [n, m] = [x.length, y.length];
  const used = method === 'auto' ? (n * m <= 1e6 ? 'exact' : 'asymptotic') : method;
  const { steps, location } = largestDistance(x, y);
  const statistic = steps / (n * m);
  const effective = (n * m) / (n + m);
  const root = Math.sqrt(effective);
  let pValue: number;
  if (used === 'exact') pValue = bandCrossing(n, m, steps);
  else if (used === 'conditional') pValue = bandCrossing(n, m, steps, lastOfTies(x, y));
  else if (used === 'asymptotic')
    pValue = kolmogorovSmirnovUpper(statistic, Math.max(1, roundHalfEven(effective)));
  else if (used === 'limit') pValue = kolmogorovUpper(statistic * root);
  else pValue = kolmogorovUpper(statistic * (root + 0.12 + 0.11 / root));
  return { statistic, pValue, location, method: used };
}

/** As numpy rounds, and with it SciPy. */
const roundHalfEven = (x: number): number => (x % 1 === 0.5 ? 2 * Math.round(x / 2) : Math.round(x));

/** n·m·D, a whole number: |i·m − j·n| at its largest, taken after all values equal to one another. */
const largestDistance = (x: Float64Array, y: Float64Array): { steps: number; location: number } => {
  const [n, m] = [x.length, y.length];
  let [i, j, steps] = [0, 0, 0];
  let location = Math.min(at(x, 0), at(y, 0));
  while (i < n && j < m) {
    const value = Math.min(at(x, i), at(y, j));
    while (i < n && x[i] === value) i++;
    while (j < m && y[j] === value) j++;
    const distance = Math.abs(i * m - j * n);
    if (distance > steps) [steps, location] = [distance, value];
  }
  return { steps, location };
};

/** For each place of the pooled order whether the next value is a larger one. */
const lastOfTies = (x: Float64Array, y: Float64Array): boolean[] => {
  const pooled = new Float64Array(x.length + y.length);
  pooled.set(x);
  pooled.set(y, x.length);
  pooled.sort();
  return Array.from(pooled, (value, i) => pooled[i + 1] !== value);
};
