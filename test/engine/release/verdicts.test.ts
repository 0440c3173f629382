import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams, type Stream } from '../../../src/engine/random/index.ts';
import {
  canary,
  canaryScore,
  gate,
  gates,
  kayentaClassify,
  operatingCharacteristic,
  pairedComparison,
  rollbackTrigger,
  sampleRatio,
  twoSampleComparison,
} from '../../../src/engine/release/index.ts';
import { clopperPearson } from '../../../src/engine/stats/index.ts';

const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];

describe('comparison', () => {
  it('of pairs sees what two samples hide', () => {
    expect(pairedComparison(baseline, candidate).verdict).toBe('better');
    const noisy = baseline.map((x, i) => x + i);
    const shifted = candidate.map((x, i) => x + i);
    expect(pairedComparison(noisy, shifted).verdict).toBe('better');
    expect(twoSampleComparison(noisy, shifted).verdict).toBe('inconclusive');
    expect(twoSampleComparison(baseline, candidate).mean).toBeCloseTo(0.022, 12);
  });
  it('knows which direction is better, and how much loss is accepted', () => {
    expect(pairedComparison(candidate, baseline).verdict).toBe('worse');
    expect(pairedComparison(baseline, candidate, { better: 'lower' }).verdict).toBe('worse');
    expect(pairedComparison(candidate, baseline, { better: 'lower' }).verdict).toBe('better');
    expect(pairedComparison(candidate, baseline, { margin: 0.05 }).verdict).toBe('notWorse');
    expect(pairedComparison(candidate, baseline, { margin: 0.02 }).verdict).toBe('inconclusive');
  });
  it('without spread is inconclusive', () => {
    expect(pairedComparison([1, 2, 3], [2, 3, 4]).verdict).toBe('inconclusive');
    expect(twoSampleComparison([1], [2]).verdict).toBe('inconclusive');
    expect(() => pairedComparison([1], [1, 2])).toThrow('a and b must be pairs, got 1 and 2 values');
  });
});

describe('canary', () => {
  const { service } = createStreams(19);
  const latencies = (n: number, factor = 1) =>
    Float64Array.from({ length: n }, () => factor * (20 + 10 * service.exponential()));
  const metric = { name: 'latency', tolerance: 2 };
  it('promotes what is alike, rolls back what is slower, holds what is unclear', () => {
    const base = latencies(400);
    const alike = canary({ baseline: base, candidate: latencies(400), metric });
    const slower = canary({ baseline: base, candidate: latencies(400, 1.5), metric });
    const unclear = canary({
      baseline: base,
      candidate: latencies(15),
      metric: { ...metric, tolerance: 0.1 },
    });
    expect([alike.verdict, slower.verdict, unclear.verdict]).toEqual(['promote', 'rollback', 'hold']);
    expect(slower.evidence).toMatchObject({
      metric: 'latency',
      method: 'ranks',
      baselineSamples: 400,
      confidence: 0.95,
    });
    expect(slower.evidence.lower).toBeGreaterThan(2);
    expect(slower.reason).toMatch(/^latency: the change \[.*\] lies beyond the tolerance 2$/);
  });
  it('holds without data: absence of errors is no proof', () => {
    const got = canary({ baseline: [], candidate: [1, 2, 3] });
    expect(got.verdict).toBe('hold');
    expect(got.reason).toBe('metric: too few samples to judge (0 and 3, at least 10 needed)');
    expect(got.evidence.pValue).toBeNaN();
  });
  it('compares shares of failed requests', () => {
    const base = { successes: 20, trials: 10_000 };
    const errors = { name: 'errors', tolerance: 0.002 };
    const judge = (successes: number, trials: number) =>
      canary({ baseline: base, candidate: { successes, trials }, metric: errors }).verdict;
    expect([judge(20, 10_000), judge(90, 10_000), judge(3, 500)]).toEqual(['promote', 'rollback', 'hold']);
    expect(canary({ baseline: base, candidate: base }).evidence.method).toBe('shares');
    expect(() => canary({ baseline: base, candidate: latencies(20) })).toThrow(
      'baseline and candidate must both be values or both be counts',
    );
    expect(canary({ baseline: { successes: 0, trials: 0 }, candidate: base }).verdict).toBe('hold');
  });
  it('a fall harms where that is what matters', () => {
    const [low, high] = [latencies(200), latencies(200, 2)];
    const judge = (direction: 'increase' | 'decrease' | 'either') =>
      canary({ baseline: high, candidate: low, metric: { direction } }).verdict;
    expect([judge('increase'), judge('decrease'), judge('either')]).toEqual([
      'promote',
      'rollback',
      'rollback',
    ]);
  });
  it.each([
    ['increase', 5, 'rollback'],
    ['increase', 1, 'promote'],
    ['increase', -5, 'promote'],
    ['decrease', 5, 'promote'],
    ['decrease', -1, 'promote'],
    ['decrease', -5, 'rollback'],
    ['either', 5, 'rollback'],
    ['either', 1, 'promote'],
    ['either', -1, 'promote'],
    ['either', -5, 'rollback'],
    ['either', -2, 'hold'],
    ['either', 2, 'hold'],
  ] as const)('where %s harms by more than 2, a change of %d: %s', (direction, change, verdict) => {
    const base = Array.from({ length: 100 }, (_, i) => 50 + (i % 10) / 10);
    const shifted = base.map((value, i) => value + change + ((i * 7) % 10) / 10 - 0.45);
    expect(canary({ baseline: base, candidate: shifted, metric: { direction, tolerance: 2 } }).verdict).toBe(
      verdict,
    );
  });
  it('judges from as many samples as are asked for, and says by what method it would have', () => {
    const verdictOf = (count: number) =>
      canary({ baseline: latencies(count), candidate: latencies(count, 9), minimumSamples: 10 });
    expect(verdictOf(10).verdict).toBe('rollback');
    expect(verdictOf(9)).toMatchObject({
      verdict: 'hold',
      evidence: { method: 'ranks', estimate: Number.NaN, lower: Number.NaN, upper: Number.NaN },
    });
  });
  it('compares means when asked; constants have nothing to tell apart', () => {
    const constant = new Array(12).fill(5);
    const means = { compare: 'means' } as const;
    expect(canary({ baseline: constant, candidate: constant }).verdict).toBe('promote');
    const broken = canary({ baseline: constant, candidate: constant.map((x) => 20 * x) });
    expect([broken.verdict, broken.evidence.estimate]).toEqual(['rollback', 95]);
    expect(canary({ baseline: constant, candidate: constant, metric: means }).reason).toBe(
      'metric: no spread to judge by',
    );
    const { evidence } = canary({ baseline: latencies(50), candidate: latencies(50), metric: means });
    expect(evidence.method).toBe('means');
    expect(canary({ baseline: [1], candidate: [2], metric: means, minimumSamples: 1 }).verdict).toBe('hold');
  });
  it('under no change it rolls back no oftener than its confidence allows', () => {
    let wrong = 0;
    for (let run = 0; run < 150; run++) {
      const got = canary({ baseline: latencies(40), candidate: latencies(40) });
      if (got.verdict === 'rollback') wrong++;
    }
    expect(clopperPearson(wrong, 150, 0.999).lower).toBeLessThan(0.025);
  });
});

describe('Kayenta’s judge', () => {
  it('knows directions, identical samples and missing ones', () => {
    const [control, slow] = [
      Array.from({ length: 30 }, (_, i) => 10 + (i % 7)),
      Array.from({ length: 30 }, (_, i) => 30 + (i % 7)),
    ];
    const classOf = (...args: Parameters<typeof kayentaClassify>) => kayentaClassify(...args).classification;
    expect(classOf(control, slow)).toBe('High');
    expect(classOf(slow, control)).toBe('Low');
    expect(classOf(control, slow, { direction: 'decrease' })).toBe('Pass');
    expect(classOf(slow, control, { direction: 'increase' })).toBe('Pass');
    expect([classOf([], slow), classOf(control, [])]).toEqual(['Nodata', 'Nodata']);
    expect(classOf(control, control)).toBe('Pass');
    expect(classOf([1, 1], [1, 1, 1])).toBe('Pass');
    expect(classOf([1, 1, 1], [100, 100, 100])).toBe('High');
  });
  it('sums metrics up by weight', () => {
    const metric = (classification: 'Pass' | 'High' | 'Nodata', weight = 1) => ({ classification, weight });
    expect(canaryScore([metric('Pass', 9), metric('High')])).toEqual({
      score: 90,
      class: 'Marginal',
      criticalFailures: [],
    });
    expect(canaryScore([metric('Pass'), metric('High')]).class).toBe('Fail');
    expect(canaryScore([metric('Pass'), metric('Nodata')]).class).toBe('Pass');
    expect(canaryScore([metric('Nodata')])).toEqual({
      score: Number.NaN,
      class: 'Nodata',
      criticalFailures: [],
    });
    expect(canaryScore([{ classification: 'Nodata', critical: true }])).toMatchObject({
      class: 'Fail',
      criticalFailures: [0],
    });
    expect(() => canaryScore([], { pass: 50, marginal: 60 })).toThrow(
      'thresholds must be 0 <= marginal <= pass <= 100, got 60 and 50',
    );
    expect(() => canaryScore([metric('Pass', 0)])).toThrow('metrics[0].weight must be > 0, got 0');
  });
  it('a lost share of traffic voids the comparison', () => {
    expect(sampleRatio([9000, 1000], [0.9, 0.1]).mismatch).toBe(false);
    expect(sampleRatio([9000, 800], [0.9, 0.1]).mismatch).toBe(true);
  });
});

describe('gate', () => {
  const rule = { metric: 'p95', comparison: '<=', threshold: 200, unit: 'ms' } as const;
  it('opens, closes, or says that it does not know', () => {
    expect(gate(180, rule)).toMatchObject({ passed: true, verdict: 'promote', action: 'ship', margin: 20 });
    expect(gate(230, rule)).toMatchObject({ passed: false, verdict: 'block', margin: -30 });
    expect(gate({ value: 180, lower: 150, upper: 210 }, rule)).toMatchObject({
      passed: undefined,
      verdict: 'inconclusive',
    });
    expect(gate(Number.NaN, rule).passed).toBeUndefined();
  });
  it('takes its outcomes and its direction from the rule', () => {
    const onPass = { verdict: 'go', action: 'roll out 10 %' };
    expect(gate(0.9, { metric: 'accuracy', comparison: '>=', threshold: 0.8, onPass })).toMatchObject({
      verdict: 'go',
    });
    expect(gate(0.9, { metric: 'accuracy', comparison: '>', threshold: 0.8 }).margin).toBeCloseTo(0.1, 12);
    expect(gate(2, { metric: 'schema', comparison: '===', threshold: 2 }).margin).toBeNaN();
  });
  it('several open together or not at all', () => {
    expect(
      gates([
        { value: 1, rule },
        { value: 2, rule },
      ]).passed,
    ).toBe(true);
    expect(
      gates([
        { value: 1, rule },
        { value: 999, rule },
        { value: Number.NaN, rule },
      ]).passed,
    ).toBe(false);
    expect(
      gates([
        { value: 1, rule },
        { value: Number.NaN, rule },
      ]).passed,
    ).toBeUndefined();
    expect(gates([]).passed).toBeUndefined();
  });
});

describe('rollback trigger', () => {
  const failures = (p: number) => (stream: Stream) => (stream.uniform() < p ? 1 : 0);
  const incident = {
    healthy: failures(0.02),
    degraded: failures(0.1),
    healthyValues: 500,
    runs: 200,
    seed: 5,
  };
  const hypotheses = { p0: 0.02, p1: 0.1 };
  const measure = (threshold: number, runs = incident.runs) =>
    operatingCharacteristic({
      ...incident,
      runs,
      trigger: () => rollbackTrigger({ rule: 'cusum', hypotheses, threshold }),
    });
  it('a higher threshold means fewer false alarms and a longer delay', () => {
    const [low, middle, high] = [3, 5, 7].map((threshold) => measure(threshold));
    expect(low!.falseAlarm.value).toBeGreaterThan(middle!.falseAlarm.value);
    expect(middle!.falseAlarm.value).toBeGreaterThan(high!.falseAlarm.value);
    expect(low!.delay.value).toBeLessThan(middle!.delay.value);
    expect(middle!.delay.value).toBeLessThan(high!.delay.value);
    expect(high!.missed.value).toBe(0);
    expect(high!.delayQuantiles[0]).toBeLessThanOrEqual(high!.delayQuantiles[2]!);
  });
  it('its delay comes near the threshold over the drift of the score (Wald)', () => {
    const gain = 0.1 * Math.log(5) + 0.9 * Math.log(0.9 / 0.98);
    const { delay } = measure(6);
    expect(delay.lower).toBeLessThan(6 / gain + 10);
    expect(delay.upper).toBeGreaterThan(6 / gain - 25);
  });
  it('an SPRT that begins again, a window’s mean and a run of bad values are triggers too', () => {
    const sprtTrigger = operatingCharacteristic({
      ...incident,
      trigger: () => rollbackTrigger({ rule: 'sprt', hypotheses, alpha: 0.001, beta: 0.1 }),
    });
    expect(sprtTrigger.falseAlarm.value).toBeLessThan(0.1);
    expect(sprtTrigger.missed.value).toBe(0);
    const window = rollbackTrigger({ rule: 'window', size: 4, limit: 0.5 });
    expect([0, 1, 0, 0, 1].map((x) => window.update(x).rollback)).toEqual([false, false, false, false, true]);
    const run = rollbackTrigger({ rule: 'consecutive', size: 3, limit: 100 });
    expect([101, 102, 99, 101, 101, 101].map((x) => run.update(x).rollback)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(run.clock.detections).toEqual([5]);
  });
  it('no alarm is reported as such, and runs depend on the seed alone', () => {
    const once = measure(7, 1);
    expect(once.delay.value).toBeGreaterThan(0);
    expect([once.delay.lower, once.delay.upper]).toEqual([-Infinity, Infinity]); // one run has no spread
    const never = operatingCharacteristic({
      ...incident,
      trigger: () => rollbackTrigger({ rule: 'window', size: 10, limit: 2 }),
      degradedValues: 20,
      runs: 10,
    });
    expect([never.falseAlarm.value, never.missed.value, never.delay.value]).toEqual([0, 1, Number.NaN]);
    expect(never.delayQuantiles).toEqual([]);
    const always = operatingCharacteristic({
      ...incident,
      trigger: () => rollbackTrigger({ rule: 'consecutive', size: 1, limit: -1 }),
      runs: 5,
    });
    expect([always.falseAlarm.value, always.missed.value]).toEqual([1, Number.NaN]);
    expect(measure(4)).toEqual(measure(4));
  });
  it('never fires below its limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { maxLength: 60 }), (values) => {
        const trigger = rollbackTrigger({ rule: 'cusum', hypotheses, threshold: 4 });
        return values.every((value) => {
          const { rollback, drift, statistic, limit } = trigger.update(value);
          return rollback === statistic >= limit && drift === rollback && limit === 4;
        });
      }),
    );
  });
  it('refuses rules that are none', () => {
    expect(() => rollbackTrigger({ rule: 'cusum', hypotheses, threshold: 0 })).toThrow(
      'threshold must be > 0, got 0',
    );
    expect(() => rollbackTrigger({ rule: 'window', size: 0, limit: 1 })).toThrow(
      'size must be an integer >= 1, got 0',
    );
    expect(() => rollbackTrigger({ rule: 'window', size: 1, limit: Number.NaN })).toThrow(
      'limit must be a number, got NaN',
    );
    // @ts-expect-error: not a rule
    expect(() => rollbackTrigger({ rule: 'hunch' })).toThrow(
      'unknown rule (one of cusum, sprt, window, consecutive)',
    );
  });
});
