import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cosine, sine } from '../../../src/engine/numeric/sine.ts';
import * as random from '../../../src/engine/random/index.ts';
import { mean, variance } from '../../../src/engine/stats/index.ts';
import { expectWithin, oracles } from '../support/oracle.ts';

const { createStreams, diurnal, draw, poisson, zipf } = random;
const oracle = oracles('random');

describe('zipf', () => {
  it('zipf-norm: the weights of a thousand keys', () => {
    const { inputs, expected, tol } = oracle('zipf-norm');
    const { probabilities, normalizer } = zipf({ items: inputs.n, exponent: inputs.s });
    const share = (count: number) => probabilities.subarray(0, count).reduce((sum, p) => sum + p, 0);
    expectWithin(normalizer, expected.H, tol);
    expectWithin(probabilities[0]!, expected.p1, tol);
    expectWithin(probabilities[9]!, expected.p10, tol);
    expectWithin(share(10), expected.top10Share, tol);
    expectWithin(share(100), expected.cacheHitTop100, tol);
  });
  it('zipf-1e6: a million keys', () => {
    const { inputs, expected, tol } = oracle('zipf-1e6');
    expectWithin(zipf({ items: inputs.n, exponent: inputs.s }).normalizer, expected.H, tol);
  });
  it('draws each rank with its probability, and has the mean and scv it states', () => {
    const law = zipf({ items: 50, exponent: 0.9 });
    const values = draw(law, createStreams(2).service, 200_000);
    const counts = new Float64Array(50);
    for (const value of values) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
    const chiSquare = counts.reduce((sum, count, i) => {
      const wanted = 200_000 * law.probabilities[i]!;
      return sum + ((count - wanted) * (count - wanted)) / wanted;
    }, 0);
    expect(chiSquare).toBeLessThan(85.4); // the 99.9 % point of chi-square with 49 degrees of freedom
    expect(Math.abs(mean(values) - law.mean)).toBeLessThan(4 * Math.sqrt(variance(values) / 200_000));
    expect(random.lawQuantile(law, 0.5)).toBe(
      1 + law.probabilities.findIndex((_, i) => law.cdf!(i + 1) >= 0.5),
    );
  });
  it('exponent 0 is uniform; bounds are named', () => {
    expect([...zipf({ items: 4, exponent: 0 }).probabilities]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(zipf({ items: 1, exponent: 2 }).sample(createStreams(1).service)).toBe(1);
    expect(zipf({ items: 3, exponent: 1 }).cdf!(0.5)).toBe(0);
    expect(() => zipf({ items: 0, exponent: 1 })).toThrow('items must be an integer >= 1, got 0');
    expect(() => zipf({ items: 1e8, exponent: 1 })).toThrow('items must be <= 10000000');
    expect(() => zipf({ items: 5, exponent: -1 })).toThrow('exponent must be >= 0, got -1');
  });
});

describe('diurnal arrivals', () => {
  const timesOf = (arrivals: random.Arrivals, count: number): Float64Array => {
    const times = new Float64Array(count);
    arrivals.start(createStreams(6).arrivals).fill(times, count);
    return times;
  };
  it.each([
    diurnal({ rate: 5, amplitude: 0.8, period: 40 }),
    diurnal({ rate: 0.5, amplitude: 1, period: 10, peakAt: 2 }),
    diurnal({ rates: [0, 1, 4, 3], period: 8 }),
  ])('$name $parameters: rate and scv are those it states', (arrivals) => {
    const times = timesOf(arrivals, 400_000);
    const gaps = times.map((time, i) => time - (times[i - 1] ?? 0));
    expect(mean(gaps) * arrivals.rate).toBeCloseTo(1, 2);
    const scv = variance(gaps) / (mean(gaps) * mean(gaps));
    expect(Math.abs(scv / arrivals.scv - 1)).toBeLessThan(0.02);
  });
  it('arrivals follow the wave: as many in each eighth of the day as its area says', () => {
    const arrivals = diurnal({ rate: 2, amplitude: 0.6, period: 100 });
    const times = timesOf(arrivals, 200_000);
    const counts = new Float64Array(8);
    for (const time of times) {
      const slice = Math.floor(((time % 100) / 100) * 8);
      counts[slice] = (counts[slice] ?? 0) + 1;
    }
    counts.forEach((count, slice) => {
      const angle = (turns: number) => 2 * Math.PI * (turns - 0.5);
      const area =
        1 / 8 + (0.6 * (Math.sin(angle((slice + 1) / 8)) - Math.sin(angle(slice / 8)))) / (2 * Math.PI);
      expect(Math.abs(count / 200_000 - area)).toBeLessThan(4.5 * Math.sqrt(area / 200_000));
    });
  });
  it('without a wave it is Poisson; the period is a day unless said otherwise', () => {
    expect(diurnal({ rate: 3, amplitude: 0 }).scv).toBeCloseTo(1, 6);
    expect(diurnal({ rate: 3, amplitude: 0 }).parameters).toMatchObject({ period: 86_400, peakAt: 43_200 });
    expect(diurnal({ rates: [0, 2], period: 4 }).rate).toBe(1);
  });
  it('names what is wrong', () => {
    expect(() => diurnal({ rate: 1, amplitude: 1.5 })).toThrow('amplitude must be in [0, 1], got 1.5');
    expect(() => diurnal({ rates: [0, 0] })).toThrow('rates must hold at least one number > 0, got none');
    expect(() => diurnal({ rates: [1, -1] })).toThrow('rates[1] must be >= 0, got -1');
  });
});

describe('transforms', () => {
  const laws = [
    random.constant(2),
    random.uniform({ min: 0.5, max: 4 }),
    random.exponential(1.5),
    random.erlang({ k: 3, mean: 2 }),
    random.gamma({ mean: 2, scv: 2.5 }),
    random.hyperexponential({ mean: 1, scv: 4 }),
    random.lognormal({ mean: 1, scv: 4 }),
    random.weibull({ shape: 0.7, scale: 2 }),
    random.pareto({ shape: 2.5, minimum: 0.5 }),
    random.empirical([1, 2, 2, 7]),
    random.scaled(random.exponential(1), 3),
    random.mixture([
      { weight: 1, law: random.exponential(1) },
      { weight: 3, law: random.constant(2) },
    ]),
  ];
  it.each(laws)('$name: E[e^(−sX)] is the mean over draws', (law) => {
    const values = draw(law, createStreams(9).service, 200_000);
    for (const [re, im] of [
      [0.3, 0],
      [0.2, 1.1],
      [0.05, -3],
    ] as const) {
      const got = law.transform!({ re, im });
      const cosines = values.map((x) => Math.exp(-re * x) * Math.cos(im * x));
      const sines = values.map((x) => -Math.exp(-re * x) * Math.sin(im * x));
      expect(Math.abs(got.re - mean(cosines))).toBeLessThan(5 * Math.sqrt(variance(cosines) / 2e5) + 1e-9);
      expect(Math.abs(got.im - mean(sines))).toBeLessThan(5 * Math.sqrt(variance(sines) / 2e5) + 1e-9);
    }
  });
  it.each(laws)('$name: at 0 it is 1, and its slope there is −mean', (law) => {
    expect(law.transform!({ re: 0, im: 0 }).re).toBeCloseTo(1, 12);
    if (law.name === 'pareto') return; // the third moment is infinite: the slope is approached too slowly
    const step = 1e-5;
    expect((1 - law.transform!({ re: step, im: 0 }).re) / step / law.mean).toBeCloseTo(1, 3);
  });
  it('a mixture with a part whose transform is unknown has none', () => {
    const bare = { ...random.exponential(1), transform: undefined };
    const mixed = random.mixture([
      { weight: 1, law: bare },
      { weight: 1, law: random.exponential(1) },
    ]);
    expect(mixed.transform).toBeUndefined();
  });
  it.each(laws.filter(({ cdf }) => cdf))('$name: the distribution function is the share of draws', (law) => {
    const values = draw(law, createStreams(10).service, 100_000);
    for (const x of [0.7, 1.9, 2, 4.5]) {
      const share = values.filter((value) => value <= x).length / 100_000;
      expect(Math.abs(law.cdf!(x) - share)).toBeLessThan(0.007);
    }
  });
});

it('sine and cosine agree with the platform’s, here and far out', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e5, max: 1e5, noNaN: true }), (x) => {
      return Math.abs(sine(x) - Math.sin(x)) < 4e-16 && Math.abs(cosine(x) - Math.cos(x)) < 4e-16;
    }),
    { numRuns: 2000 },
  );
  expect([sine(0), cosine(0)]).toEqual([0, 1]);
});

it('Poisson arrivals stay as they were', () => {
  const times = new Float64Array(2);
  poisson(1).start(createStreams(1).arrivals).fill(times, 2);
  expect(times[0]).toBe(2.173220599375847);
});
