import { describe, expect, it } from 'vitest';
import {
  type Block,
  busyCores,
  commonRounds,
  dominatedBy,
  fitBatchCost,
  fitSerialShare,
} from '../../../src/engine/benchmark/index.ts';
import { createStreams, lognormal } from '../../../src/engine/random/index.ts';

const block = (round: number, samples: readonly number[], discarded: Block['discarded'] = null): Block => ({
  round,
  startMs: 0,
  endMs: 1,
  samples: [...samples],
  calibrationBefore: [],
  calibrationAfter: [],
  discarded,
});

/** Factors near 1: what a round does to all of its blocks, times what happens to each block. */
const noisyRounds = (seed: number, count: number, truth: readonly number[], spread: number): number[][] => {
  const law = lognormal({ mean: 1, scv: spread ** 2 });
  const { service } = createStreams(seed);
  const factor = () => law.sample(service);
  return Array.from({ length: count }, () => {
    const shared = factor();
    return truth.map((time) => time * shared * factor());
  });
};

describe('rounds that configurations have in common', () => {
  it('are those in which each has a block that counts', () => {
    const first = [block(0, [1, 2, 3]), block(1, [4]), block(2, [5]), block(3, [6])];
    const second = [block(0, [10]), block(1, [20], 'hidden'), block(3, [30]), block(4, [40])];
    const third = [block(0, [100]), block(1, [200]), block(3, [])];
    expect(commonRounds([first, second])).toEqual([
      [2, 10],
      [6, 30],
    ]);
    expect(commonRounds([first, second, third])).toEqual([[2, 10, 100]]);
    expect(commonRounds([])).toEqual([]);
  });
});

describe('what a batch costs', () => {
  const batches = [1, 2, 4, 8, 16, 32, 64];
  const truth = batches.map((n) => 0.4 + 0.05 * n);

  it('finds the line that exact times lie on', () => {
    const rounds = [1, 1.1, 0.9].map((factor) => truth.map((time) => factor * time));
    const fit = fitBatchCost(batches, rounds);
    expect(fit?.fixed.value).toBeCloseTo(0.4, 12);
    expect(fit?.perItem.value).toBeCloseTo(0.05, 12);
    expect(fit?.at(128).value).toBeCloseTo(6.8, 12);
    expect(fit).toMatchObject({ rounds: 3 });
    expect(fit?.ceiling.value).toBeCloseTo(20_000, 6);
    expect(fit?.halfBatch).toBeCloseTo(8, 9);
    // Half of the ceiling at a/b.
    expect(fit?.throughput(8).value).toBeCloseTo(10_000, 6);
  });

  it('covers a, b and the line in about 95 % of 1,000 seeded runs, and rarely calls a straight line bent', () => {
    const runs = 1000;
    const hits = { fixed: 0, perItem: 0, line: 0, straight: 0 };
    for (let seed = 0; seed < runs; seed++) {
      const fit = fitBatchCost(batches, noisyRounds(9000 + seed, 10, truth, 0.03));
      if (!fit) throw new Error('no fit');
      const line = fit.at(20);
      if (fit.fixed.lower <= 0.4 && 0.4 <= fit.fixed.upper) hits.fixed += 1;
      if (fit.perItem.lower <= 0.05 && 0.05 <= fit.perItem.upper) hits.perItem += 1;
      if (line.lower <= 1.4 && 1.4 <= line.upper) hits.line += 1;
      if (fit.straight) hits.straight += 1;
    }
    const error = 4 * Math.sqrt(0.95 * 0.05 * runs);
    for (const covered of [hits.fixed, hits.perItem, hits.line])
      expect(Math.abs(covered - 0.95 * runs)).toBeLessThan(error);
    expect(hits.straight).toBeGreaterThan(0.95 * runs - error);
  });

  it('says that times which grow faster than a line are not straight, and where', () => {
    const bent = batches.map((n) => 0.4 + 0.05 * n + 0.004 * n ** 1.5);
    const fit = fitBatchCost(batches, noisyRounds(3, 12, bent, 0.01));
    expect(fit?.straight).toBe(false);
    expect(fit?.worst.halfWidths).toBeGreaterThan(2);
    expect(batches[fit?.worst.index ?? -1]).toBeDefined();
  });

  it('asks for more: two sizes, three rounds, three sizes to judge the line, a clock that moves', () => {
    expect(() => fitBatchCost([4], [[1], [1], [1]])).toThrow(/two batch sizes/);
    expect(() => fitBatchCost([1, 2], [[1, 2], [1]])).toThrow(/one time for each/);
    expect(fitBatchCost([1, 2], noisyRounds(1, 2, [1, 2], 0.01))).toBeNull();
    expect(fitBatchCost([1, 2], noisyRounds(1, 5, [1, 2], 0.01))?.straight).toBeNull();
    expect(
      fitBatchCost(
        [1, 2],
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      ),
    ).toBeNull();
  });
});

describe('the serial share', () => {
  const threads = [1, 2, 4, 8];
  const law = (share: number) => threads.map((n) => share + (1 - share) / n);

  it('covers the truth in about 95 % of 1,000 seeded runs', () => {
    let [covered, follows] = [0, 0];
    for (let seed = 0; seed < 1000; seed++) {
      const fit = fitSerialShare(threads, noisyRounds(50_000 + seed, 10, law(0.2), 0.02));
      if (!fit) throw new Error('no fit');
      if (fit.serialShare.lower <= 0.2 && 0.2 <= fit.serialShare.upper) covered += 1;
      if (fit.follows) follows += 1;
    }
    const error = 4 * Math.sqrt(0.95 * 0.05 * 1000);
    expect(Math.abs(covered - 950)).toBeLessThan(error);
    expect(follows).toBeGreaterThan(950 - error);
  });

  it('gives the speed-ups of Amdahl’s law, with bounds in order', () => {
    const fit = fitSerialShare(threads, noisyRounds(7, 8, law(0.25), 0.001));
    expect(fit?.serialShare.value).toBeCloseTo(0.25, 2);
    const four = fit?.speedup(4);
    expect(four?.value).toBeCloseTo(1 / (0.25 + 0.75 / 4), 1);
    expect(four?.lower).toBeLessThan(four?.value ?? Number.NaN);
    expect(four?.upper).toBeGreaterThan(four?.value ?? Number.NaN);
    expect(fit?.speedup(1).value).toBe(1);
  });

  it('is above 1 where threads make the work slower, and says when the law is not followed', () => {
    expect(
      fitSerialShare(threads, noisyRounds(7, 8, [1, 1.2, 1.5, 1.6], 0.01))?.serialShare.lower,
    ).toBeGreaterThan(1);
    // Fast up to four, then a fall: crosstalk, which Amdahl's law does not know.
    expect(fitSerialShare(threads, noisyRounds(7, 8, [1, 0.55, 0.3, 0.9], 0.01))?.follows).toBe(false);
  });

  it('needs one thread first, three counts and three rounds', () => {
    expect(() => fitSerialShare([2, 4], [])).toThrow(/first thread count must be 1/);
    expect(() => fitSerialShare([1, 2], [[1]])).toThrow(/one time for each/);
    expect(fitSerialShare([1, 2], noisyRounds(1, 5, [1, 0.6], 0.01))).toBeNull();
    expect(fitSerialShare([1, 2, 4], noisyRounds(1, 2, [1, 0.6, 0.4], 0.01))).toBeNull();
  });
});

describe('a dominated choice', () => {
  it('has another that is no more wrong and surely faster', () => {
    const errors = [0, 0.1, 0.2, 0.2, 0.1];
    const intervals = [
      [9, 11],
      [4, 5],
      [6, 7],
      // Overlaps the second: nothing is decided.
      [4.5, 5.5],
      [4, 5],
    ] as const;
    const surelyFaster = (first: number, second: number) =>
      (intervals[first]?.[1] ?? Number.NaN) < (intervals[second]?.[0] ?? Number.NaN);
    expect(dominatedBy(errors, surelyFaster)).toEqual([null, null, 1, null, null]);
  });
});

describe('cores that must have worked at once', () => {
  it('are more than the speed-up that is sure', () => {
    const speedup = (lower: number) => ({ ratio: lower + 0.1, lower, upper: lower + 0.2, pairs: 5 });
    expect([0.8, 1, 1.01, 2.5].map((lower) => busyCores(speedup(lower)))).toEqual([1, 1, 2, 3]);
    expect(busyCores(null)).toBe(1);
  });
});
