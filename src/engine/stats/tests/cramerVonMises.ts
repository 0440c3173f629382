import { scaledBesselK } from '../../numeric/besselK.ts';
import { exp } from '../../numeric/exp.ts';
import { requireOneOf } from '../../numeric/requireOneOf.ts';
import { sum } from '../../numeric/sum.ts';
import { mergedRanks } from '../ranks.ts';
import { sorted } from '../sorted.ts';

export interface CramerVonMises {
  /** T = U/(nm(n + m)) − (4nm − 1)/(6(n + m)), Anderson's two-sample statistic. */
  statistic: number;
  pValue: number;
  method: 'exact' | 'asymptotic';
}

/**
 * Two-sample Cramér–von Mises test: the integrated square of the distance between the two empirical distribution functions;
 * it weighs the whole range where Kolmogorov–Smirnov sees one point. Ties get midranks. Exact while n·m ≤ 400 (as if
 * without ties), else the limit law of the standardized statistic.
 * Throws RangeError for fewer than two values a sample or NaN. Source: Anderson 1962; Xiao, Gordon & Yakovlev 2006.
 *
 * @example
 * stats.cramerVonMises([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
 */
export function cramerVonMises(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { method = 'auto' }: { method?: 'auto' | 'exact' | 'asymptotic' } = {},
): CramerVonMises {
  requireOneOf('method', method, ['auto', 'exact', 'asymptotic']);
  const [x, y] = [sorted(a, 'a'), sorted(b, 'b')];
  const [n, m] = [x.length, y.length];
  if (n < 2 || m < 2) throw new RangeError(`a and b must hold at least 2 values each, got ${n} and ${m}`);
  const { first, second } = mergedRanks(x, y);
  const squares = (ranks: Float64Array): number =>
    sum(ranks.map((rank, i) => (rank - i - 1) * (rank - i - 1)));
  const u = n * squares(first) + m * squares(second);
  const total = n + m;
  const statistic = u / (n * m * total) - (4 * n * m - 1) / (6 * total);
  const exact = method === 'exact' || (method === 'auto' && n * m <= 400);
  const pValue = exact ? exactPValue(u, n, m) : asymptoticPValue(statistic, n, m);
  return { statistic, pValue, method: exact ? 'exact' : 'asymptotic' };
}

/**
 * P(statistic ≥ observed) over all splits: for every lattice point the law of ζ = Σ (i·m' − j·n')² along the paths to it,
 * with m' and n' divided by their greatest common divisor.
 */
const exactPValue = (u: number, n: number, m: number): number => {
  const common = divisor(n, m);
  const [across, up] = [m / common, n / common];
  const multiple = (n / common) * m;
  const zeta = Math.round(
    (multiple * multiple * (n + m) * (6 * u - n * m * (4 * n * m - 1))) / (6 * n * m * n * m),
  );
  let column: Map<number, number>[] = [];
  for (let i = 0; i <= n; i++) {
    const next: Map<number, number>[] = [];
    for (let j = 0; j <= m; j++) {
      const here = new Map<number, number>();
      const step = (i * across - j * up) * (i * across - j * up);
      const arrive = (from: Map<number, number> | undefined): void => {
        for (const [value, chance] of from ?? [])
          here.set(value + step, (here.get(value + step) ?? 0) + chance);
      };
      if (i === 0 && j === 0) here.set(0, 1);
      if (i > 0) arrive(scaled(column[j], i / (i + j)));
      if (j > 0) arrive(scaled(next[j - 1], j / (i + j)));
      next.push(here);
    }
    column = next;
  }
  const law = [...(column[m] ?? [])];
  return Math.min(1, sum(law.filter(([value]) => value >= zeta).map(([, chance]) => chance)));
};

const scaled = (law: Map<number, number> | undefined, factor: number): Map<number, number> =>
  new Map(Array.from(law ?? [], ([value, chance]) => [value, chance * factor]));

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

const asymptoticPValue = (statistic: number, n: number, m: number): number => {
  const total = n + m;
  const expected = (1 + 1 / total) / 6;
  const variance =
    ((total + 1) * (4 * m * n * total - 3 * (m * m + n * n) - 2 * m * n)) / (45 * total * total * 4 * m * n);
  const standardized = 1 / 6 + (statistic - expected) / Math.sqrt(45 * variance);
  return standardized < 0.003 ? 1 : Math.max(0, 1 - limitCdf(standardized));
};

/** The limit law of ω², Σ (−1)^k·C(−½, k)·√(4k + 1)·e^(−y)·K_¼(y)/(π√x), y = (4k + 1)²/(16x) (Anderson & Darling 1952). */
const limitCdf = (x: number): number => {
  let total = 0;
  let coefficient = 1;
  for (let k = 0; k < 50; k++) {
    const y = ((4 * k + 1) * (4 * k + 1)) / (16 * x);
    const term = coefficient * Math.sqrt(4 * k + 1) * exp(-2 * y) * scaledBesselK(0.25, y);
    total += term;
    if (term < 1e-17) break;
    coefficient *= (2 * k + 1) / (2 * k + 2);
  }
  return total / (Math.PI * Math.sqrt(x));
};
