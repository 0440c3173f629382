import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import { recordClosedLoop, recordOpenLoop } from '../../../src/engine/simulate/recording.ts';
import { mean, minimumSamples, orderStatisticRanks, quantile } from '../../../src/engine/stats/index.ts';
import questions from '../../../src/lessons/questions/2.2.ts';
import { defaults } from '../../../src/widgets/frame/parameters.ts';
import { sortedFirst } from '../../../src/widgets/latency-distribution/arrived.ts';
import runLatency from '../../../src/widgets/latency-distribution/compute.ts';
import { crossingAt, ecdfSteps } from '../../../src/widgets/latency-distribution/curves.ts';
import { estimateQuantile, shareWithin } from '../../../src/widgets/latency-distribution/estimate.ts';
import { judge } from '../../../src/widgets/latency-distribution/judge.ts';
import {
  latencyFormula,
  latencyLaw,
  type Settings,
} from '../../../src/widgets/latency-distribution/model.ts';
import { type Lens, readAt } from '../../../src/widgets/latency-distribution/reading.ts';
import widget from '../../../src/widgets/latency-distribution/widget.ts';

const initial = defaults(widget.parameters);
const lens: Lens = { slo: 250, level: 'p95', definition: 'infimum' };

function read(
  changes: Partial<Settings> = {},
  seed = 1,
  time = Number.POSITIVE_INFINITY,
  look: Partial<Lens> = {},
) {
  const result = runLatency({ ...initial, ...changes }, createStreams(seed));
  return readAt(result, time, { ...lens, ...look });
}

describe('the law', () => {
  test('its quantile is the latency at which the mixture’s distribution function reaches the level', () => {
    const formula = latencyFormula(initial);
    const law = latencyLaw(initial);
    for (const p of [0.01, 0.5, 0.9, 0.95, 0.99, 0.999])
      expect(law.cdf!(formula.quantile(p))).toBeCloseTo(p, 9);
  });

  test('a shape without slow path and tail is the fast path alone', () => {
    const law = latencyLaw({ ...initial, slowShare: 0, tailShare: 0 });
    expect(law.mean).toBeCloseTo(initial.fastMean, 10);
    expect(law.scv).toBeCloseTo(initial.fastScv, 10);
  });

  test('the drawn curve never falls and covers the middle 99.9 % of the law', () => {
    const { latency, probability } = latencyFormula(initial);
    for (let i = 1; i < latency.length; i++) {
      expect(latency[i]!).toBeGreaterThan(latency[i - 1]!);
      expect(probability[i]!).toBeGreaterThanOrEqual(probability[i - 1]!);
    }
    expect(probability[0]!).toBeLessThan(0.001);
    expect(probability.at(-1)!).toBeGreaterThan(0.9999);
  });
});

describe('the interval', () => {
  test('covers the true p95 of the widget’s own law as often as its ranks promise', () => {
    const truth = latencyFormula(initial).quantile(0.95);
    const [runs, samples] = [600, 200];
    const { coverage } = orderStatisticRanks(samples, 0.95);
    let covered = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const { lower, upper } = read({ samples }, seed).estimate;
      if (lower <= truth && truth < upper) covered += 1;
    }
    const noise = 3.3 * Math.sqrt((coverage * (1 - coverage)) / runs);
    expect(Math.abs(covered / runs - coverage)).toBeLessThan(noise);
  });

  test('has no upper end below 72 samples for a p95 and 368 for a p99, as the lesson says', () => {
    expect([minimumSamples(0.95), minimumSamples(0.99)]).toEqual([72, 368]);
    expect(read({ samples: 71 }).estimate).toMatchObject({ upper: Infinity, resolvable: false, needed: 72 });
    expect(read({ samples: 72 }).estimate.resolvable).toBe(true);
    expect(read({ samples: 367 }, 1, Infinity, { level: 'p99' }).estimate.resolvable).toBe(false);
    expect(read({ samples: 368 }, 1, Infinity, { level: 'p99' }).estimate.resolvable).toBe(true);
  });

  test('about halves in width when n grows fourfold', () => {
    const width = (samples: number) => {
      const widths = Array.from({ length: 40 }, (_, k) => read({ samples }, k + 1).estimate).map(
        (e) => e.upper - e.lower,
      );
      return mean(widths);
    };
    expect(width(1600) / width(400)).toBeGreaterThan(0.4);
    expect(width(1600) / width(400)).toBeLessThan(0.6);
  });
});

describe('the two definitions', () => {
  const sample = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  const level = fc.constantFrom(0.5, 0.9, 0.95, 0.99, 0.999);

  test('the infimum is the first sample at which the ECDF reaches the level, and its rank says which', () => {
    fc.assert(
      fc.property(sample, level, (values, p) => {
        const sorted = Float64Array.from(values).sort();
        const { infimum, rank } = estimateQuantile(sorted, p, 'infimum');
        expect(sorted[rank - 1]).toBe(infimum);
        expect(rank / sorted.length).toBeGreaterThanOrEqual(p * (1 - 1e-12));
        expect((rank - 1) / sorted.length).toBeLessThan(p);
        expect(shareWithin(sorted, infimum)).toBeGreaterThanOrEqual(p * (1 - 1e-12));
      }),
    );
  });

  test('differ on few samples, as in the lesson’s question and its demo', () => {
    const eight = Float64Array.from([12, 14, 15, 19, 22, 30, 41, 95]);
    expect(estimateQuantile(eight, 0.75, 'infimum')).toMatchObject({ value: 30, rank: 6, linear: 32.75 });
    expect(questions.find(({ id }) => id === 'infimum')).toMatchObject({ right: 30 });
    const ten = Float64Array.from([42, 45, 47, 50, 52, 55, 61, 75, 110, 180]);
    expect(estimateQuantile(ten, 0.95, 'infimum')).toMatchObject({ value: 180, rank: 10 });
    expect(estimateQuantile(ten, 0.95, 'linear').value).toBeCloseTo(148.5, 9);
  });

  test('the magnified picture crosses the level where each definition says', () => {
    const sorted = sortedFirst(runLatency({ ...initial, samples: 50 }, createStreams(1)), 50);
    const { infimum, linear, rank } = estimateQuantile(sorted, 0.95, 'infimum');
    const crossing = crossingAt(sorted, rank, 5);
    expect(crossing.steps.find(([, share]) => share >= 0.95)![0]).toBe(infimum);
    const above = crossing.linear.findIndex(([, share]) => share >= 0.95);
    const [[x0, y0], [x1, y1]] = [crossing.linear[above - 1]!, crossing.linear[above]!];
    expect(x0 + ((0.95 - y0) / (y1 - y0)) * (x1 - x0)).toBeCloseTo(linear, 9);
  });
});

describe('samples as they arrive', () => {
  test('the first t of them are the same whatever comes later, and sorted', () => {
    const result = runLatency(initial, createStreams(4));
    for (const count of [1, 2, 17, 999, 1000]) {
      expect([...sortedFirst(result, count)]).toEqual([...result.latency.slice(0, count).sort()]);
    }
  });

  test('a thinned curve of many samples ends at 1 and stays within a pixel of the full one', () => {
    const sorted = sortedFirst(runLatency({ ...initial, samples: 50_000 }, createStreams(1)), 50_000);
    const steps = ecdfSteps(sorted);
    expect(steps.length).toBeLessThan(760);
    expect(steps.at(-1)![1]).toBe(1);
    for (let i = 1; i < steps.length; i++) expect(steps[i]![1] - steps[i - 1]![1]).toBeLessThan(1 / 300);
    for (const [latency, share] of steps.slice(1))
      expect(shareWithin(sorted, latency)).toBeCloseTo(share, 12);
  });

  test('100,000 samples are drawn and read in well under a second', () => {
    const start = performance.now();
    for (const view of ['distribution', 'replicas', 'recording'] as const) read({ samples: 100_000, view });
    expect((performance.now() - start) / 3).toBeLessThan(1000);
  });

  test('the same seed gives the same samples, another seed others', () => {
    const latency = (seed: number) => runLatency(initial, createStreams(seed)).latency;
    expect(latency(7)).toEqual(latency(7));
    expect(latency(7)).not.toEqual(latency(8));
  });
});

describe('percentiles of replicas', () => {
  test('do not average: the pooled p95 is another number', () => {
    const reading = read({ view: 'replicas', replicas: 2, slowestFactor: 3, samples: 100_000 });
    if (reading.view !== 'replicas') throw new Error('not the view asked for');
    expect(reading.average).toBeLessThan(reading.estimate.lower);
    const truth = latencyFormula({ ...initial, view: 'replicas', replicas: 2, slowestFactor: 3 }).quantile(
      0.95,
    );
    expect(truth).toBeGreaterThanOrEqual(reading.estimate.lower);
    expect(truth).toBeLessThan(reading.estimate.upper);
  });

  test('with a much slower half, the pooled p95 is about the slow replica’s p90, as the lesson says', () => {
    const pooled = latencyFormula({ ...initial, view: 'replicas', replicas: 2, slowestFactor: 20 }).quantile(
      0.95,
    );
    expect(pooled / (20 * latencyFormula(initial).quantile(0.9))).toBeCloseTo(1, 1);
  });

  test('hold the pooled one between them, which is all that they say', () => {
    const latencies = fc.array(fc.double({ min: 1, max: 1e4, noNaN: true }), {
      minLength: 20,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(latencies, { minLength: 2, maxLength: 5 }), (replicas) => {
        const own = replicas.map((values) => quantile(values, 0.95, 'inverted_cdf'));
        const pooled = quantile(replicas.flat(), 0.95, 'inverted_cdf');
        expect(pooled).toBeGreaterThanOrEqual(Math.min(...own));
        expect(pooled).toBeLessThanOrEqual(Math.max(...own));
      }),
    );
  });
});

describe('the two recordings', () => {
  test('G. Tene’s example: 100 s at 1 ms, a stall of 100 s, 100 requests/s', () => {
    const plan = { interval: 0.01, requests: 20_000, service: 0.001, stalls: [{ at: 100, duration: 100 }] };
    const kept = recordOpenLoop(plan).latency.map((seconds) => 1000 * seconds);
    const waited = recordClosedLoop(plan).latency.map((seconds) => 1000 * seconds);
    expect(mean(kept)).toBeCloseTo(25_003, 4);
    expect(quantile(kept, 0.75, 'nearest_rank')).toBeCloseTo(50_000, 4);
    expect(quantile(kept, 0.99, 'nearest_rank')).toBeCloseTo(98_000, 4);
    expect(waited).toHaveLength(10_001);
    expect(mean(waited)).toBeCloseTo(10.998900109989, 6);
    expect(quantile(waited, 0.99, 'nearest_rank')).toBeCloseTo(1, 9);
  });

  test('agree where nothing stalls: what is left out is as slow as what is sent', () => {
    const reading = read({ view: 'recording', stall: 0, samples: 50_000 });
    if (reading.view !== 'recording') throw new Error('not the view asked for');
    expect(reading.stall).toBeUndefined();
    expect(reading.waitingEstimate.value).toBeGreaterThan(reading.estimate.lower * 0.97);
    expect(reading.waitingEstimate.value).toBeLessThan(reading.estimate.upper * 1.03);
  });

  test('part in a stall: the schedule has it, waiting has one request of it', () => {
    const reading = read({ view: 'recording', stall: 30 });
    if (reading.view !== 'recording') throw new Error('not the view asked for');
    expect(reading.estimate.value).toBeGreaterThan(10_000);
    expect(reading.waitingEstimate.value).toBeLessThan(250);
    expect(reading.waiting.filter((ms) => ms > 5000)).toHaveLength(1);
    expect(reading.omitted).toBeGreaterThan(30 * initial.rate - 2);
  });
});

describe('the decision', () => {
  test('accepts with the whole interval within the SLO, rejects with it beyond, else asks for samples', () => {
    const reading = read();
    const { lower, upper } = reading.estimate;
    expect(judge(reading, { ...lens, slo: upper + 1 })).toMatchObject({ verdict: 'accept', passed: true });
    expect(judge(reading, { ...lens, slo: lower - 1 })).toMatchObject({ verdict: 'reject', passed: false });
    const slo = (reading.estimate.value + upper) / 2;
    const open = judge(read({}, 1, Infinity, { slo }), { ...lens, slo });
    expect(open.verdict).toBe('inconclusive');
    expect(open.action).toMatch(/^collect more samples: about [\d,]+ in all/);
  });

  test('with too few samples names how many give the quantile a finite interval', () => {
    const look = { ...lens, slo: 5000 };
    const decision = judge(read({ samples: 50 }, 1, Infinity, look), look);
    expect(decision).toMatchObject({ verdict: 'inconclusive', upper: Infinity });
    expect(decision.action).toContain('72 samples');
  });

  test('never passes on one run with a stall, since its requests are not independent', () => {
    const look = { ...lens, slo: 60_000 };
    expect(judge(read({ view: 'recording', stall: 5 }, 1, Infinity, look), look).verdict).toBe(
      'inconclusive',
    );
    expect(judge(read({ view: 'recording', stall: 30 }), lens).verdict).toBe('reject');
  });

  test('takes the slow replica out, not the average', () => {
    const decision = judge(read({ view: 'replicas', replicas: 8, slowestFactor: 12 }), lens);
    expect(decision).toMatchObject({ verdict: 'reject', passed: false });
    expect(decision.action).toContain('replica H');
  });
});

test('the lesson’s numbers about 200 samples of a p99', () => {
  expect(0.99 ** 200).toBeCloseTo(0.134, 3);
  expect(1 - 0.99 ** 100).toBeCloseTo(0.634, 3);
});
