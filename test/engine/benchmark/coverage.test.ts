import { describe, expect, it } from 'vitest';
import {
  type Block,
  calibrationDrift,
  compareBlocks,
  decideStop,
  effectiveSamples,
  estimateQuantile,
  findSteadyState,
  relativeHalfWidth,
  stoppingRule,
  timerStep,
} from '../../../src/engine/benchmark/index.ts';
import { createStreams, type Stream } from '../../../src/engine/random/index.ts';
import {
  clopperPearson,
  mean,
  normalQuantile,
  quantile,
  standardError,
} from '../../../src/engine/stats/index.ts';

/*
 * Do the statistics keep what they say? Each is given data whose truth is known, many times over. A rate is judged by
 * its own exact 99.9 % interval: "covers 95 %" means that the simulation could not show less than that.
 */

const streams = createStreams(20261122);
const streamOf = (name: string): Stream => streams.stream(name);

/** How often `succeeds` was true, with the interval of that rate. */
function rate(repetitions: number, succeeds: (repetition: number) => boolean) {
  let successes = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) if (succeeds(repetition)) successes += 1;
  return { share: successes / repetitions, ...clopperPearson(successes, repetitions, 0.999) };
}

const list = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

/** A stationary autoregressive series of variance 1 around 0. */
function autoregressive(stream: Stream, length: number, correlation: number): number[] {
  let value = stream.normal();
  return list(length, () => {
    value = correlation * value + Math.sqrt(1 - correlation ** 2) * stream.normal();
    return value;
  });
}

const inside = (truth: number, { lower, upper }: { lower: number | null; upper: number | null }): boolean =>
  lower !== null && upper !== null && lower <= truth && truth <= upper;

describe('the order-statistic interval covers 95 %', () => {
  it.each([0.5, 0.9, 0.95, 0.99])('of independent exponential times at p = %d', (p) => {
    const stream = streamOf(`independent ${p}`);
    const { upper } = rate(800, () =>
      inside(
        -Math.log(1 - p),
        estimateQuantile(
          list(500, () => stream.exponential()),
          p,
        ),
      ),
    );
    expect(upper).toBeGreaterThan(0.95);
  });

  it.each([
    [0.3, 0.5],
    [0.6, 0.5],
    [0.8, 0.5],
    [0.8, 0.9],
    [0.9, 0.5],
  ])('of series correlated by %d at p = %d, with the effective number of samples', (correlation, p) => {
    const stream = streamOf(`correlated ${correlation} ${p}`);
    const { upper } = rate(400, () => {
      const values = autoregressive(stream, 1000, correlation);
      return inside(normalQuantile(p), estimateQuantile(values, p, effectiveSamples(values)));
    });
    expect(upper).toBeGreaterThan(0.95);
  });

  it('and would not, had the correlation been forgotten', () => {
    const stream = streamOf('forgotten');
    const { upper } = rate(400, () => inside(0, estimateQuantile(autoregressive(stream, 1000, 0.8), 0.5)));
    expect(upper).toBeLessThan(0.8);
  });
});

describe('the effective number of samples', () => {
  it.each([0.3, 0.6, 0.9])('is n(1 − φ)/(1 + φ) on average for φ = %d, to a tenth', (correlation) => {
    const stream = streamOf(`effective ${correlation}`);
    const found = list(60, () => effectiveSamples(autoregressive(stream, 5000, correlation)));
    const truth = (5000 * (1 - correlation)) / (1 + correlation);
    const error = 3.3 * standardError(found);
    expect(mean(found) - error).toBeLessThan(1.1 * truth);
    expect(mean(found) + error).toBeGreaterThan(0.9 * truth);
  });
});

/** Samples in blocks of 60 until `stops` says so. */
function sample(stream: Stream, spread: number, correlation: number, stops: (samples: number[]) => boolean) {
  const samples: number[] = [];
  let level = stream.normal();
  do
    for (let index = 0; index < 60; index++) {
      level = correlation * level + Math.sqrt(1 - correlation ** 2) * stream.normal();
      samples.push(Math.exp(spread * level));
    }
  while (!stops(samples));
  return samples;
}

const medianCovered = (samples: number[], effective?: number): boolean =>
  inside(1, estimateQuantile(samples, 0.5, effective));

describe('stopping at fixed looks', () => {
  const rule = { ...stoppingRule, shortestMs: 0, timeLimitMs: Number.POSITIVE_INFINITY, countLimit: 10_000 };

  it.each([
    [0.1, 0],
    [0.25, 0],
    [0.4, 0],
    [0.25, 0.6],
  ])('leaves the median’s interval its 95 %: spread %d, correlation %d', (spread, correlation) => {
    const stream = streamOf(`stopped ${spread} ${correlation}`);
    const { upper } = rate(400, () => {
      let looks = 0;
      const samples = sample(stream, spread, correlation, (taken) => {
        const decision = decideStop(
          { samples: taken.length, elapsedMs: 0, looks, relativeHalfWidth: () => relativeHalfWidth(taken) },
          rule,
        );
        looks = decision.looks;
        return decision.stop;
      });
      return medianCovered(samples, effectiveSamples(samples));
    });
    expect(upper).toBeGreaterThan(0.95);
  });

  it('and stopping at the first hint of a difference would not: why it judges width, at few looks', () => {
    const stream = streamOf('peeking');
    const { upper } = rate(200, () => {
      const samples = sample(stream, 0.25, 0, (taken) => !medianCovered(taken) || taken.length >= 1500);
      return medianCovered(samples);
    });
    expect(upper).toBeLessThan(0.95);
  });
});

describe('paired block differences', () => {
  const block = (round: number, samples: number[]): Block => ({
    round,
    startMs: 0,
    endMs: 1,
    samples,
    calibrationBefore: [],
    calibrationAfter: [],
    discarded: null,
  });
  /** Two configurations of ratio 1.3 on a machine that wanders by a tenth from round to round. */
  const wandering = (stream: Stream, rounds: number) => {
    let machine = 0;
    const pairs = list(rounds, (round) => {
      machine += 0.05 + 0.1 * stream.normal();
      const draw = (level: number) =>
        block(
          round,
          list(20, () => level * Math.exp(machine + 0.1 * stream.normal())),
        );
      return [draw(1), draw(1.3)] as const;
    });
    return [pairs.map(([first]) => first), pairs.map(([, second]) => second)] as const;
  };

  it.each([3, 5, 12])('cover a ratio of 1.3 in 95 % of runs with %d rounds', (rounds) => {
    const stream = streamOf(`paired ${rounds}`);
    const { lower, upper } = rate(800, () => {
      const comparison = compareBlocks(...wandering(stream, rounds));
      return comparison !== null && inside(1.3, comparison);
    });
    expect(upper).toBeGreaterThan(0.95);
    // Nor are they wider than they need be: pairs in order, not luck, make them cover.
    expect(lower).toBeLessThan(0.95);
  });
});

/** A run chart of windows around a level, with noise, its correlation, and a spike in fifty. */
function windowsAround(stream: Stream, level: (index: number) => number, shape: WindowShape): number[] {
  const { length, noise, correlation = 0 } = shape;
  return autoregressive(stream, length, correlation).map((value, index) => {
    const spike = stream.uniform() < 0.02 ? 1 + 2 * stream.exponential() : 1;
    return level(index) * Math.exp(noise * value) * spike;
  });
}

interface WindowShape {
  readonly length: number;
  readonly noise: number;
  readonly correlation?: number;
}

describe('the end of warm-up', () => {
  it.each([
    { length: 100, noise: 0.02 },
    { length: 100, noise: 0.05 },
    { length: 300, noise: 0.1 },
    { length: 100, noise: 0.02, correlation: 0.5 },
    { length: 300, noise: 0.1, correlation: 0.5 },
  ])('is seen in at most one in twenty charts that were level all along: %j', (shape) => {
    const stream = streamOf(`level ${JSON.stringify(shape)}`);
    const { lower } = rate(300, () => {
      const found = findSteadyState(windowsAround(stream, () => 1, shape));
      return found.kind === 'none' || found.shape !== 'flat';
    });
    expect(lower).toBeLessThan(0.05);
  });

  it.each([
    [3, 0.05],
    [1.5, 0.1],
    [1.2, 0.05],
    [1.1, 0.02],
    [0.8, 0.05],
  ])('is found within 3 windows of a step by a factor %d under noise of %d', (ratio, noise) => {
    const stream = streamOf(`step ${ratio} ${noise}`);
    const { upper } = rate(200, () => {
      const chart = windowsAround(stream, (index) => (index < 40 ? ratio : 1), { length: 120, noise });
      const found = findSteadyState(chart);
      return found.kind === 'steady' && Math.abs(found.from - 40) <= 3;
    });
    expect(upper).toBeGreaterThan(0.98);
  });

  it.each([
    [2, 10, 120],
    [2, 20, 150],
    [1, 30, 200],
  ])('leaves at most a fifth of the level to a tier-up of %d · exp(−t/%d)', (excess, scale, length) => {
    const stream = streamOf(`tier-up ${excess} ${scale}`);
    const { upper } = rate(200, () => {
      const chart = windowsAround(stream, (index) => 1 + excess * Math.exp(-index / scale), {
        length,
        noise: 0.03,
      });
      const found = findSteadyState(chart);
      return found.kind === 'none' || excess * Math.exp(-found.from / scale) < 0.2;
    });
    expect(upper).toBeGreaterThan(0.98);
  });

  it('is not found in a chart that climbs by a half', () => {
    const stream = streamOf('climb');
    const { upper } = rate(
      200,
      () =>
        findSteadyState(windowsAround(stream, (index) => 1 + index / 200, { length: 100, noise: 0.03 }))
          .kind === 'none',
    );
    expect(upper).toBeGreaterThan(0.98);
  });
});

describe('the drift flag', () => {
  /** Readings of the kernel around 20 blocks, one in twenty of them interrupted. */
  const readings = (stream: Stream, level: (block: number) => number): number[][] =>
    list(20, (block) =>
      list(10, () => {
        const interruption = stream.uniform() < 0.05 ? stream.exponential() / 2 : 0;
        return level(block) * Math.exp(0.05 * stream.normal() + interruption);
      }),
    );

  it('is up for at most one quiet machine in a hundred', () => {
    const stream = streamOf('quiet');
    const { lower } = rate(1000, () => calibrationDrift(readings(stream, () => 1)).flagged);
    expect(lower).toBeLessThan(0.01);
  });
  it('is up when the machine became a fifth slower and stayed so', () => {
    const stream = streamOf('throttled');
    const { upper } = rate(
      300,
      () => calibrationDrift(readings(stream, (block) => (block < 12 ? 1 : 1.2))).flagged,
    );
    expect(upper).toBeGreaterThan(0.98);
  });
});

describe('the timer’s step', () => {
  it.each([0.005, 0.1, 1, 1 / 60])('is found on a clock of %d ms, read every 0.1 to 3 µs', (step) => {
    const stream = streamOf(`clock ${step}`);
    for (let repetition = 0; repetition < 50; repetition++) {
      const start = 1e6 + 1000 * stream.uniform();
      const stamps: number[] = [];
      for (let now = start; now < start + 20 + 5 * step; now += 0.0001 + 0.0005 * stream.exponential())
        stamps.push(Math.floor(now / step) * step);
      expect(timerStep(stamps) / step).toBeCloseTo(1, 4);
    }
  });

  it('is found where the browser moves each step of its clock by chance', () => {
    const stream = streamOf('fuzzy clock');
    const thresholds = new Map<number, number>();
    const read = (now: number): number => {
      const tick = Math.floor(now / 0.1);
      const threshold = thresholds.get(tick) ?? stream.uniform();
      thresholds.set(tick, threshold);
      return 0.1 * (now / 0.1 - tick > threshold ? tick + 1 : tick);
    };
    const stamps: number[] = [];
    for (let now = 5000; now < 5020; now += 0.0001 + 0.0005 * stream.exponential()) stamps.push(read(now));
    expect(timerStep(stamps)).toBeCloseTo(0.1, 6);
    // The chance moves when it ticks, not where to.
    expect(
      quantile(
        stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? stamp)),
        1,
      ),
    ).toBeCloseTo(0.1, 6);
  });
});
