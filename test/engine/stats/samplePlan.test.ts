import { describe, expect, test } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import {
  minimumSamples,
  orderStatisticRanks,
  quantileInterval,
  samplesToDecide,
} from '../../../src/engine/stats/index.ts';

describe('minimumSamples', () => {
  test.each([
    [0.5, 6],
    [0.95, 72],
    [0.99, 368],
    [0.999, 3688],
  ])('p = %f needs %i samples for a finite 95 %% interval, and one fewer is not enough', (p, n) => {
    expect(minimumSamples(p)).toBe(n);
    expect(orderStatisticRanks(n, p).upperRank).toBe(n);
    expect(orderStatisticRanks(n - 1, p).upperRank).toBe(n); // rank n of n − 1 values: Infinity
  });

  test('a low quantile needs as many as the high one opposite', () => {
    expect(minimumSamples(0.01)).toBe(minimumSamples(0.99));
    expect(orderStatisticRanks(368, 0.01).lowerRank).toBe(1);
    expect(orderStatisticRanks(367, 0.01).lowerRank).toBe(0);
  });
});

test('orderStatisticRanks and quantileInterval speak of the same order statistics', () => {
  const values = Float64Array.from({ length: 1000 }, (_, i) => i + 1);
  const { lowerRank, upperRank, coverage } = orderStatisticRanks(1000, 0.99);
  expect([lowerRank, upperRank]).toEqual([983, 997]);
  expect(coverage).toBeCloseTo(0.976094763497977, 9);
  expect(quantileInterval(values, 0.99)).toMatchObject({ lower: 983, upper: 997, coverage });
});

test('the interval covers the quantile at least as often as it says', () => {
  const { service } = createStreams(11);
  const [n, p, runs] = [120, 0.95, 4000];
  const { lowerRank, upperRank, coverage } = orderStatisticRanks(n, p);
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const sample = Float64Array.from({ length: n }, () => service.uniform()).sort();
    if ((sample[lowerRank - 1] ?? 0) <= p && p < (sample[upperRank - 1] ?? Infinity)) covered += 1;
  }
  const deviation = 3.3 * Math.sqrt((coverage * (1 - coverage)) / runs); // 99.9 % of binomial noise
  expect(Math.abs(covered / runs - coverage)).toBeLessThan(deviation);
  expect(coverage).toBeGreaterThanOrEqual(0.95);
});

describe('samplesToDecide', () => {
  test('names the first size at which the interval leaves the limit, to three digits', () => {
    const n = samplesToDecide({ share: 0.97, p: 0.95 });
    const settledAt = (size: number) => orderStatisticRanks(size, 0.95).upperRank <= Math.round(0.97 * size);
    expect(settledAt(n)).toBe(true);
    expect(settledAt(Math.floor(n * 0.9))).toBe(false);
  });

  test('asks for more samples the nearer the share lies to p, from either side', () => {
    const sizes = [0.99, 0.97, 0.96, 0.955].map((share) => samplesToDecide({ share, p: 0.95 }));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(samplesToDecide({ share: 0.93, p: 0.95 })).toBeLessThan(
      samplesToDecide({ share: 0.945, p: 0.95 }),
    );
  });

  test('a share of 1 asks for the fewest samples that bound the quantile at all', () => {
    expect(samplesToDecide({ share: 1, p: 0.95 })).toBe(72);
    expect(samplesToDecide({ share: 1, p: 0.99 })).toBe(368);
  });

  test('no number of samples settles a limit that lies on the quantile itself', () => {
    expect(samplesToDecide({ share: 0.95, p: 0.95 })).toBe(Infinity);
  });
});
