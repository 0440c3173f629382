import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import {
  adjustPValues,
  andersonDarling,
  chiSquareTest,
  clopperPearson,
  cohenD,
  contingencyTest,
  cramerVonMises,
  fisherExact,
  hodgesLehmann,
  ksTest,
  locationShift,
  mannWhitney,
  meanSampleSize,
  midranks,
  newcombeInterval,
  permutationTest,
  proportionPower,
  proportionSampleSize,
  proportionTest,
  studentTest,
  welchTest,
  wilcoxonSigned,
} from '../../../src/engine/stats/index.ts';

// two samples with ties, answered by SciPy 1.17
const a = [1, 2, 2, 3, 5, 8, 8, 9, 12, 15, 21, 30];
const b = [2, 3, 4, 4, 8, 10, 16, 18, 22, 22, 35, 40, 41];

const small = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 5 });
const distinct = fc
  .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 9 })
  .chain((values) =>
    fc.integer({ min: 1, max: values.length - 1 }).map((n) => [values.slice(0, n), values.slice(n)]),
  );

/** The share of all splits of the pooled values for which a statistic is at least the observed one. */
const shareOfSplits = (x: number[], y: number[], statistic: (x: number[], y: number[]) => number): number => {
  const pool = [...x, ...y];
  const observed = statistic(x, y);
  let [atLeast, total] = [0, 0];
  for (let mask = 0; mask < 1 << pool.length; mask++) {
    const first = pool.filter((_, i) => mask & (1 << i));
    if (first.length !== x.length) continue;
    total++;
    if (
      statistic(
        first,
        pool.filter((_, i) => !(mask & (1 << i))),
      ) >=
      observed - 1e-12
    )
      atLeast++;
  }
  return atLeast / total;
};

describe('Mann–Whitney', () => {
  it('agrees with SciPy on ties, sides and continuity', () => {
    expect(mannWhitney(a, b).pValue).toBeCloseTo(0.14109570710805774, 12);
    const less = mannWhitney(a, b, { alternative: 'less', continuity: false });
    expect([less.statistic, less.method]).toEqual([50.5, 'asymptotic']);
    expect(less.pValue).toBeCloseTo(0.06693978903013469, 12);
  });
  it('exactly counts splits', () => {
    fc.assert(
      fc.property(distinct, ([x, y]) => {
        const { pValue } = mannWhitney(x!, y!, { alternative: 'greater', method: 'exact' });
        return Math.abs(pValue - shareOfSplits(x!, y!, (p, q) => mannWhitney(p, q).statistic)) < 1e-12;
      }),
      { numRuns: 25 },
    );
  });
  it('sees order alone: U(a) + U(b) = n·m, and nothing changes under a rising function', () => {
    fc.assert(
      fc.property(small, small, (x, y) => {
        const [one, other] = [mannWhitney(x, y), mannWhitney(y, x)];
        const bent = mannWhitney(x.map(Math.exp), y.map(Math.exp));
        return (
          one.statistic + other.statistic === x.length * y.length &&
          (Number.isNaN(one.pValue) || Math.abs(one.pValue - other.pValue) < 1e-12) &&
          bent.statistic === one.statistic &&
          one.superiority === one.statistic / (x.length * y.length)
        );
      }),
    );
  });
  it('keeps its p-value within 1, gives none for equal values, and refuses NaN, nothing and unknown words', () => {
    expect(mannWhitney([1, 2], [1, 2]).pValue).toBe(1);
    expect(mannWhitney([3, 3], [3]).pValue).toBeNaN();
    expect(() => mannWhitney([Number.NaN], [1])).toThrow('a must be numbers, got NaN');
    expect(() => mannWhitney([], [1])).toThrow('a must hold at least one number, got none');
    // @ts-expect-error: not a method
    expect(() => mannWhitney([1], [2], { method: 'quick' })).toThrow('unknown method: quick');
    // @ts-expect-error: not an alternative
    expect(() => mannWhitney([1], [2], { alternative: 'more' })).toThrow('unknown alternative: more');
  });
  it('rejects at its level under no difference', () => {
    const { service } = createStreams(31);
    let rejected = 0;
    for (let run = 0; run < 400; run++) {
      const draw = () => Float64Array.from({ length: 60 }, () => service.exponential());
      if (mannWhitney(draw(), draw()).pValue < 0.05) rejected++;
    }
    const { lower, upper } = clopperPearson(rejected, 400, 0.999);
    expect(lower).toBeLessThan(0.05);
    expect(upper).toBeGreaterThan(0.05);
  });
  it('takes a million values', () => {
    const x = Float64Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1e6);
    const got = mannWhitney(
      x,
      x.map((value) => value + 0.5),
    );
    expect(got.superiority).toBeCloseTo(0.5, 5);
  });
});

describe('location shift', () => {
  it('finds a pure shift, and its interval holds the Hodges–Lehmann estimate', () => {
    const { service } = createStreams(5);
    const x = Float64Array.from({ length: 40 }, () => service.normal());
    const y = x.map((value) => value - 3);
    expect(hodgesLehmann(x, y)).toBeCloseTo(3, 12);
    const { lower, upper, estimate } = locationShift(x, y);
    expect(lower).toBeLessThan(3);
    expect(upper).toBeGreaterThan(3);
    expect(estimate).toBeCloseTo(3, 3);
  });
  it('covers the true shift as often as it says', () => {
    const { service } = createStreams(6);
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const x = Float64Array.from({ length: 20 }, () => service.exponential() + 0.4);
      const y = Float64Array.from({ length: 25 }, () => service.exponential());
      const { lower, upper } = locationShift(x, y, 0.9);
      if (lower <= 0.4 && 0.4 <= upper) covered++;
    }
    expect(clopperPearson(covered, 200, 0.999).upper).toBeGreaterThan(0.9);
    expect(clopperPearson(covered, 200, 0.999).lower).toBeLessThan(0.95);
  });
  it('between constants is their distance, with no width', () => {
    expect(locationShift([100, 100, 100], [1, 1])).toEqual({ estimate: 99, lower: 99, upper: 99 });
    expect(() => locationShift([], [1])).toThrow('a must hold at least one number, got none');
  });
});

describe('Kolmogorov–Smirnov', () => {
  it('agrees with SciPy', () => {
    const exact = ksTest(a, b);
    expect([exact.statistic, exact.location]).toEqual([0.3717948717948718, 15]);
    expect(exact.pValue).toBeCloseTo(0.25653327692633116, 12);
    expect(ksTest(a, b, { method: 'asymptotic' }).pValue).toBeCloseTo(0.29924203441450903, 9);
  });
  it('rounds the size n·m/(n + m) = 2.5 to the even 2, as SciPy does', () => {
    const small = ksTest([0, 1, 2, 3, 4], [2.5, 3.5, 4.5, 5.5, 6.5], { method: 'asymptotic' });
    expect(small.pValue).toBeCloseTo(0.32, 9);
  });
  it('given the ties, counts splits; without ties both exact ways agree', () => {
    const distance = (x: number[], y: number[]) => ksTest(x, y).statistic;
    fc.assert(
      fc.property(small, small, (x, y) => {
        const { pValue } = ksTest(x, y, { method: 'conditional' });
        return (
          Math.abs(pValue - shareOfSplits(x, y, distance)) < 1e-12 && ksTest(x, y).pValue >= pValue - 1e-12
        );
      }),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(distinct, ([x, y]) => {
        const [free, given] = [ksTest(x!, y!).pValue, ksTest(x!, y!, { method: 'conditional' }).pValue];
        return Math.abs(free - given) < 1e-12;
      }),
      { numRuns: 40 },
    );
  });
  it('is symmetric, within [0, 1], and 0 with p = 1 for equal samples', () => {
    fc.assert(
      fc.property(small, small, (x, y) => {
        const [one, other] = [ksTest(x, y), ksTest(y, x)];
        const same = ksTest(x, x);
        return (
          one.statistic === other.statistic &&
          one.statistic >= 0 &&
          one.statistic <= 1 &&
          one.pValue > 0 &&
          Math.abs(one.pValue - other.pValue) < 1e-12 &&
          same.statistic === 0 &&
          same.pValue === 1
        );
      }),
    );
  });
  it('takes a million values against a thousand', () => {
    const x = Float64Array.from({ length: 1e6 }, (_, i) => i);
    const y = Float64Array.from({ length: 1000 }, (_, i) => i * 1000 + 500);
    const got = ksTest(x, y);
    expect(got.method).toBe('asymptotic');
    expect(got.statistic).toBeLessThan(0.001);
    expect(got.pValue).toBe(1);
  });
  it('refuses an unknown method', () => {
    // @ts-expect-error: not a method
    expect(() => ksTest([1], [2], { method: 'guess' })).toThrow('unknown method: guess (one of auto, exact,');
  });
});

describe('methods and edges against SciPy', () => {
  const [x, y] = [
    [1.1, 2.3, 3.7, 5.2, 9.9],
    [2, 4.4, 6.1, 7.7],
  ];
  it.each([
    ['two-sided', 0.7133031738784577, 0.7301587301587302],
    ['greater', 0.72985431269629, 0.7222222222222222],
    ['less', 0.3566515869392288, 0.3650793650793651],
  ] as const)(
    'Mann–Whitney without ties, %s: the normal approximation where asked for',
    (alternative, normal, exact) => {
      expect(mannWhitney(x!, y!, { method: 'asymptotic', alternative }).pValue).toBeCloseTo(normal, 12);
      expect(mannWhitney(x!, y!, { method: 'exact', alternative }).pValue).toBeCloseTo(exact, 12);
      expect(mannWhitney(x!, y!, { alternative })).toEqual(
        mannWhitney(x!, y!, { alternative, method: 'exact' }),
      );
    },
  );
  it('Mann–Whitney counts exactly up to 2500 pairs', () => {
    const values = (n: number, start: number) => Array.from({ length: n }, (_, i) => start + 2 * i);
    expect(mannWhitney(values(50, 0), values(50, 1)).method).toBe('exact');
    expect(mannWhitney(values(50, 0), values(51, 1)).method).toBe('asymptotic');
    const equal = mannWhitney([1, 1], [1, 1, 1]);
    expect([equal.statistic, equal.superiority, equal.pValue]).toEqual([3, 0.5, Number.NaN]);
  });
  it('Kolmogorov–Smirnov rounds n·m/(n + m) to the even neighbour, and names a place also where nothing differs', () => {
    const apart = (n: number) => [
      Array.from({ length: n }, (_, i) => i + 1),
      Array.from({ length: n }, (_, i) => i + 3.5),
    ];
    const asymptotic = (n: number) => ksTest(apart(n)[0]!, apart(n)[1]!, { method: 'asymptotic' });
    expect(asymptotic(7).pValue).toBeCloseTo(0.35089546022490614, 12); // 3.5 → 4
    expect(asymptotic(5).pValue).toBeCloseTo(0.32, 12); // 2.5 → 2
    expect(asymptotic(7).location).toBe(3); // the first of several
    expect(ksTest([5, 6, 7], [5, 6, 7])).toMatchObject({ statistic: 0, pValue: 1, location: 5 });
    expect(ksTest([5, 6], [1, 9])).toMatchObject({ statistic: 0.5, location: 1 });
  });
});

describe('Cramér–von Mises and Anderson–Darling', () => {
  it('agree with SciPy on ties', () => {
    const exact = cramerVonMises(a, b);
    expect(exact.statistic).toBeCloseTo(0.2459615384615388, 12);
    expect(exact.pValue).toBeCloseTo(0.20552198911601255, 9);
    expect(cramerVonMises(a, b, { method: 'asymptotic' }).pValue).toBeCloseTo(0.20043246296310002, 7);
    expect(andersonDarling(a, b).statistic).toBeCloseTo(0.7234515474180786, 9);
  });
  it('the exact p-value counts splits', () => {
    fc.assert(
      fc.property(distinct, ([x, y]) => {
        if (x!.length < 2 || y!.length < 2) return true;
        const { pValue } = cramerVonMises(x!, y!);
        return Math.abs(pValue - shareOfSplits(x!, y!, (p, q) => cramerVonMises(p, q).statistic)) < 1e-9;
      }),
      { numRuns: 15 },
    );
  });
  it('Anderson and Darling’s p-value agrees with the critical values of Scholz and Stephens', () => {
    // samples at growing distances, whose statistic passes each critical value in turn
    const found = Array.from({ length: 200 }, (_, shift) =>
      andersonDarling(
        Array.from({ length: 60 }, (_, i) => i),
        Array.from({ length: 60 }, (_, i) => i + shift / 4),
      ),
    ).sort((one, other) => one.statistic - other.statistic);
    for (const [critical, level] of [
      [0.325, 0.25],
      [1.226, 0.1],
      [1.961, 0.05],
      [3.752, 0.01],
    ] as const) {
      const { statistic, pValue } = found.find((one) => one.statistic >= critical)!;
      // beyond it by some of a standard deviation; the p-value falls by about a half with each
      expect(pValue).toBeLessThanOrEqual(level * 1.01);
      expect(pValue).toBeGreaterThan(level * Math.exp(-1.3 * (statistic - critical)) * 0.97);
    }
    expect(found[0]!.pValue).toBeGreaterThan(0.99);
    expect(found.every(({ pValue }, i) => i === 0 || pValue <= found[i - 1]!.pValue + 1e-13)).toBe(true);
  });
  it('Anderson and Darling’s p-value is near the share of splits that are as far apart', () => {
    const [x, y] = [
      [1, 4, 5, 7, 8, 12, 13, 19],
      [3, 6, 9, 14, 15, 20, 22, 26],
    ];
    const { pValue } = andersonDarling(x!, y!);
    expect(Math.abs(pValue - shareOfSplits(x!, y!, (p, q) => andersonDarling(p, q).statistic))).toBeLessThan(
      0.02,
    );
    expect(andersonDarling([1, 2], [3]).pValue).toBeNaN();
  });
  it('do not mind which sample is first, and see that one lies beyond the other', () => {
    const far = b.map((value) => value + 100);
    expect(andersonDarling(b, a).statistic).toBeCloseTo(andersonDarling(a, b).statistic, 9);
    expect(cramerVonMises(b, a).statistic).toBeCloseTo(cramerVonMises(a, b).statistic, 12);
    expect(andersonDarling(a, far).statistic).toBeGreaterThan(3.752);
    expect(cramerVonMises(a, far).pValue).toBeLessThan(1e-4);
    expect(cramerVonMises(a, a, { method: 'asymptotic' }).pValue).toBe(1);
  });
  it('refuse too few or only equal values', () => {
    expect(() => cramerVonMises([1], [1, 2])).toThrow(
      'a and b must hold at least 2 values each, got 1 and 2',
    );
    expect(() => andersonDarling([1, 1], [1])).toThrow('a and b must not all be equal');
  });
});

describe('tests on pairs', () => {
  it('Wilcoxon’s exact p-value counts signs, ties included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 8 }),
        (differences) => {
          const left = differences.filter((d) => d !== 0);
          const got = wilcoxonSigned(differences, new Array(differences.length).fill(0), {
            alternative: 'greater',
          });
          if (left.length === 0) return Number.isNaN(got.pValue) && got.pairs === 0;
          const { ranks } = midranks(left.map(Math.abs));
          let atLeast = 0;
          for (let mask = 0; mask < 1 << left.length; mask++)
            if (ranks.reduce((all, rank, i) => all + (mask & (1 << i) ? rank : 0), 0) >= got.positive)
              atLeast++;
          return Math.abs(got.pValue - atLeast / (1 << left.length)) < 1e-12 && got.pairs === left.length;
        },
      ),
    );
  });
  it('its normal approximation agrees with SciPy, and is taken from 51 pairs on', () => {
    const got = wilcoxonSigned(a, b.slice(0, 12), { method: 'asymptotic' });
    expect(got.statistic).toBe(0);
    expect(got.pValue).toBeCloseTo(0.00216583400102514, 10);
    const many = Array.from({ length: 51 }, (_, i) => i + 1);
    expect(wilcoxonSigned(many, new Array(51).fill(0)).method).toBe('asymptotic');
  });
  it('refuses samples that are no pairs', () => {
    expect(() => wilcoxonSigned([1], [1, 2])).toThrow('a and b must be pairs, got 1 and 2 values');
    expect(() => wilcoxonSigned([], [])).toThrow('a and b must hold at least one pair, got none');
    expect(() => wilcoxonSigned([Number.NaN], [1])).toThrow('a − b must be numbers, got NaN');
  });
});

describe('permutation test', () => {
  it('drawn splits come near all splits, and depend on the seed alone', () => {
    const exact = permutationTest(a.slice(0, 7), b.slice(0, 7));
    const drawn = permutationTest(a.slice(0, 7), b.slice(0, 7), { permutations: 3000, seed: 4 });
    expect([exact.exact, drawn.exact, drawn.permutations]).toEqual([true, false, 3000]);
    expect(Math.abs(drawn.pValue - exact.pValue)).toBeLessThan(4 * Math.sqrt(exact.pValue / 3000));
    const again = permutationTest(a.slice(0, 7), b.slice(0, 7), { permutations: 3000, seed: 4 });
    expect(again).toEqual(drawn);
  });
  it('takes any statistic and side, and never gives 0', () => {
    const spread = (x: Float64Array, y: Float64Array) => Math.max(...x) - Math.max(...y);
    const { pValue } = permutationTest([1, 2, 9], [1, 2, 3], { statistic: spread, alternative: 'greater' });
    expect(pValue).toBeCloseTo(0.5, 12);
    const apart = permutationTest(
      Array.from({ length: 30 }, (_, i) => i),
      Array.from({ length: 30 }, (_, i) => i + 1000),
      { permutations: 199 },
    );
    expect(apart.pValue).toBeCloseTo(2 / 199, 12);
  });
});

describe('counts', () => {
  it('the squared z of two proportions is the chi-square of their table', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (k, l, r, s) => {
          const [one, other] = [
            { successes: k, trials: k + r },
            { successes: l, trials: l + s },
          ];
          const { z, difference, pValue } = proportionTest(one, other);
          if (k + l === 0) return Number.isNaN(z) && Number.isNaN(pValue);
          const table = contingencyTest([
            [k, r],
            [l, s],
          ]);
          const { value, lower, upper } = newcombeInterval(one, other);
          return (
            Math.abs(z * z - table.statistic) < 1e-9 * Math.max(1, z * z) &&
            Math.abs(pValue - table.pValue) < 1e-9 &&
            value === difference &&
            lower <= value &&
            value <= upper &&
            lower >= -1 &&
            upper <= 1
          );
        },
      ),
    );
  });
  it('larger tables agree with SciPy; empty columns are left out', () => {
    const { statistic, pValue, degrees } = contingencyTest([
      [10, 20, 0, 30],
      [6, 9, 0, 17],
    ]);
    expect(statistic).toBeCloseTo(0.27157465150403504, 12);
    expect(pValue).toBeCloseTo(0.873028283380073, 12);
    expect(degrees).toBe(2);
  });
  it('Fisher’s sides agree with SciPy and overlap in the observed table', () => {
    const table = [
      [3, 17],
      [9, 11],
    ] as const;
    const [both, less, greater] = (['two-sided', 'less', 'greater'] as const).map((side) =>
      fisherExact(table, side),
    );
    expect(both!.pValue).toBeCloseTo(0.08235877701951116, 12);
    expect(both!.oddsRatio).toBeCloseTo(0.21568627450980393, 12);
    expect(less!.pValue).toBeCloseTo(0.04117938850975558, 12);
    expect(less!.pValue + greater!.pValue).toBeGreaterThan(1);
    expect(() =>
      fisherExact([
        [1.5, 2],
        [3, 4],
      ]),
    ).toThrow('count a must be an integer >= 0, got 1.5');
  });
  it('goodness of fit does not mind the scale of what is expected', () => {
    const observed = [18, 22, 25, 35];
    const counts = chiSquareTest(observed, [25, 25, 25, 25]);
    const shares = chiSquareTest(observed, [0.25, 0.25, 0.25, 0.25]);
    expect(shares).toEqual(counts);
    expect(counts.expected).toEqual([25, 25, 25, 25]);
    expect(chiSquareTest(observed, [1, 1, 1, 1], 1).degrees).toBe(2);
  });
  it('refuse what is no table', () => {
    expect(() => chiSquareTest([1, 2], [1])).toThrow(
      'observed and expected must have the same cells, got 2 and 1',
    );
    expect(() => chiSquareTest([1], [1])).toThrow('degrees must be >= 1, got 0 from 1 cells');
    expect(() => chiSquareTest([1, 2], [1, 0])).toThrow('expected[1] must be > 0, got 0');
    expect(() => chiSquareTest([0, 0], [1, 1])).toThrow('the sum of observed must be > 0, got 0');
    expect(() => contingencyTest([[1, 2], [3]])).toThrow('table[1] must have 2 cells, got 1');
    expect(() =>
      contingencyTest([
        [1, 2],
        [0, 0],
      ]),
    ).toThrow('table must have at least 2 rows and columns with counts, got 1 × 2');
    expect(() => proportionTest({ successes: 3, trials: 2 }, { successes: 0, trials: 1 })).toThrow(
      'a.successes must be <= a.trials = 2, got 3',
    );
  });
});

describe('means', () => {
  it('with equal sizes Student’s and Welch’s t agree, Welch’s with fewer degrees', () => {
    const [x, y] = [a, b.slice(0, 12)];
    expect(studentTest(x, y).t).toBeCloseTo(welchTest(x, y).t, 12);
    expect(welchTest(x, y).degrees).toBeLessThan(studentTest(x, y).degrees);
    expect(cohenD(x, y)).toBeCloseTo(studentTest(x, y).t * Math.sqrt(2 / 12), 12);
  });
  it('without spread or data they give no verdict', () => {
    expect(studentTest([1], [2]).pValue).toBeNaN();
    expect(cohenD([5, 5], [6, 6])).toBeNaN();
    expect(welchTest([5, 5], [6, 6]).pValue).toBeNaN();
  });
});

describe('several tests at once', () => {
  it('adjust as R’s p.adjust does', () => {
    const p = [0.01, 0.04, 0.03, 0.005, 0.8];
    const near = (got: number[], expected: number[]) =>
      got.forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i]!, 12);
      });
    near(adjustPValues(p, 'bonferroni'), [0.05, 0.2, 0.15, 0.025, 1]);
    near(adjustPValues(p), [0.04, 0.09, 0.09, 0.025, 0.8]);
    near(adjustPValues(p, 'benjaminiHochberg'), [0.025, 0.05, 0.05, 0.025, 0.8]);
    expect(adjustPValues([])).toEqual([]);
    expect(() => adjustPValues([1.2])).toThrow('pValues[0] must be in [0, 1], got 1.2');
  });
  it('never lower a p-value, keep their order, and rank Bonferroni ≥ Holm ≥ Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (p) => {
        const [b, h, f] = (['bonferroni', 'holm', 'benjaminiHochberg'] as const).map((method) =>
          adjustPValues(p, method),
        );
        const slack = 1e-12;
        return p.every(
          (value, i) =>
            value <= f![i]! + slack &&
            f![i]! <= h![i]! + slack &&
            h![i]! <= b![i]! + slack &&
            p.every((other, j) => value > other || h![i]! <= h![j]! + slack),
        );
      }),
    );
  });
});

describe('power', () => {
  it('of two shares: as simulated, and undone by the sample size', () => {
    const plan = { p0: 0.1, p1: 0.16 };
    const n = proportionSampleSize(plan, 0.8);
    expect(proportionPower(plan, n)).toBeGreaterThanOrEqual(0.8);
    expect(proportionPower(plan, n - 1)).toBeLessThan(0.8);
    expect(proportionSampleSize({ p0: 0.4, p1: 0.6 }, 0.9)).toBe(130); // Fleiss’ formula
    const { service } = createStreams(41);
    const draw = (p: number) => ({
      successes: Array.from({ length: n }).filter(() => service.uniform() < p).length,
      trials: n,
    });
    let found = 0;
    for (let run = 0; run < 300; run++) if (proportionTest(draw(0.16), draw(0.1)).pValue < 0.05) found++;
    expect(clopperPearson(found, 300, 0.999).lower).toBeLessThan(0.8);
    expect(clopperPearson(found, 300, 0.999).upper).toBeGreaterThan(0.8);
    expect(() => proportionPower({ p0: 0.1, p1: 0.1 }, 9)).toThrow('p0 and p1 must differ, got 0.1 for both');
  });
  it('of two means: 63 a side for half a standard deviation', () => {
    expect(meanSampleSize({ difference: -0.5, standardDeviation: 1 })).toBe(63);
    expect(() => meanSampleSize({ difference: 0, standardDeviation: 1 })).toThrow(
      '|difference| must be > 0, got 0',
    );
  });
});
