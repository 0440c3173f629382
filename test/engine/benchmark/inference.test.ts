import { describe, expect, it } from 'vitest';
import {
  type Block,
  buildReport,
  changepoints,
  compareBlocks,
  deviceLabel,
  effectiveSamples,
  estimateQuantile,
  findSteadyState,
  relativeHalfWidth,
  seededValues,
} from '../../../src/engine/benchmark/index.ts';

/** Uniform on (0, 1). */
const uniforms = (seed: number, count: number): number[] =>
  Array.from(seededValues(seed, count), (value) => (value + 1) / 2);

/** Run-time windows around a level, with noise of ±4 % and a rare spike. */
const windows = (seed: number, levels: readonly [number, number][]): number[] => {
  const noise = uniforms(
    seed,
    levels.reduce((sum, [count]) => sum + count, 0),
  );
  return levels
    .flatMap(([count, level]) => Array.from({ length: count }, () => level))
    .map((level, index) => level * (1 + 0.08 * ((noise[index] ?? 0) - 0.5)) * (index % 37 === 5 ? 3 : 1));
};

describe('samples needed for a finite equal-tailed 95 % interval', () => {
  it.each([
    [0.5, 6],
    [0.9, 36],
    [0.95, 72],
    [0.99, 368],
  ])('at p = %d: %d, and not one fewer', (p, needed) => {
    const values = uniforms(3, needed);
    expect(estimateQuantile(values, p).resolvable).toBe(true);
    expect(estimateQuantile(values.slice(1), p)).toMatchObject({ resolvable: false, needed });
  });
});

describe('a quantile estimate', () => {
  it('is a value of the sample, inside its interval', () => {
    const values = uniforms(5, 500);
    for (const p of [0.5, 0.9, 0.95, 0.99]) {
      const { value, lower, upper } = estimateQuantile(values, p);
      expect(values).toContain(value);
      expect(lower ?? Number.NaN).toBeLessThanOrEqual(value);
      expect(upper ?? Number.NaN).toBeGreaterThanOrEqual(value);
    }
  });
  it('covers the truth in about 95 % of 1,000 seeded samples', () => {
    let covered = 0;
    for (let seed = 0; seed < 1000; seed++) {
      const { lower, upper } = estimateQuantile(uniforms(77_000 + seed, 100), 0.95);
      if (lower !== null && upper !== null && lower <= 0.95 && 0.95 <= upper) covered += 1;
    }
    // At least 950 expected (the interval is conservative); 5 standard errors of the simulation below that.
    expect(covered).toBeGreaterThan(950 - 5 * Math.sqrt(1000 * 0.95 * 0.05));
  });
  it('covers the median of correlated samples when it uses their effective number, and not without', () => {
    let [plain, adjusted] = [0, 0];
    for (let seed = 0; seed < 300; seed++) {
      const values = autoregressive(123_000 + 7 * seed, 600, 0.8);
      const covers = (effective?: number) => {
        const { lower, upper } = estimateQuantile(values, 0.5, effective);
        return lower !== null && upper !== null && lower <= 0 && 0 <= upper ? 1 : 0;
      };
      plain += covers();
      adjusted += covers(effectiveSamples(values));
    }
    expect(plain / 300).toBeLessThan(0.75);
    expect(adjusted / 300).toBeGreaterThan(0.88);
  });
});

/** A first-order autoregressive series around 0. */
function autoregressive(seed: number, count: number, correlation: number): number[] {
  let value = 0;
  return Array.from(seededValues(seed, count + 100), (shock) => {
    value = correlation * value + shock;
    return value;
  }).slice(100);
}

describe('the effective number of samples', () => {
  it('is near n for independent values', () => {
    expect(effectiveSamples(uniforms(9, 4000))).toBeGreaterThan(3000);
  });
  it('is near n(1 − φ)/(1 + φ) for an autoregressive series', () => {
    const effective = effectiveSamples(autoregressive(4, 20_000, 0.8));
    expect(effective).toBeGreaterThan(0.7 * (20_000 / 9));
    expect(effective).toBeLessThan(1.4 * (20_000 / 9));
  });
  it('is n where nothing varies', () => {
    expect(effectiveSamples([2, 2, 2, 2, 2])).toBe(5);
  });
});

describe('changepoints', () => {
  it('are found where the mean jumps', () => {
    const values = [...uniforms(1, 60).map((u) => u * 0.2), ...uniforms(2, 40).map((u) => 1 + u * 0.2)];
    expect(changepoints(values, 3 * 0.06 ** 2 * Math.log(100)).map(({ from, to }) => [from, to])).toEqual([
      [0, 60],
      [60, 100],
    ]);
  });
  it('are absent from a constant series', () => {
    expect(
      changepoints(
        Array.from({ length: 30 }, () => 4),
        0.1,
      ),
    ).toEqual([{ from: 0, to: 30, mean: 4 }]);
  });
});

describe('segments between changepoints', () => {
  const spike = [0, 0, 0, 0, 9, 9, 0, 0, 0, 0];
  const cuts = (values: number[], shortest: number) =>
    changepoints(values, 1, shortest).map(({ from, to, mean }) => [from, to, mean]);

  it('may be as short as the shortest allowed, at the edge too', () => {
    expect(cuts(spike, 2)).toEqual([
      [0, 4, 0],
      [4, 6, 9],
      [6, 10, 0],
    ]);
    expect(cuts([9, 9, 0, 0, 0], 2)).toEqual([
      [0, 2, 9],
      [2, 5, 0],
    ]);
  });
  it('are never shorter', () => {
    for (const shortest of [3, 4])
      for (const { from, to } of changepoints(spike, 0.01, shortest))
        expect(to - from).toBeGreaterThanOrEqual(shortest);
  });
  it('cost their penalty: a jump of d between two halves of n is cut when n·d²/4 exceeds it', () => {
    const jump = [0, 0, 0, 0, 3, 3, 3, 3]; // 8 · 9 / 4 = 18
    expect(changepoints(jump, 17)).toHaveLength(2);
    expect(changepoints(jump, 19)).toHaveLength(1);
  });
  it('are one for a series shorter than the shortest, none for an empty one', () => {
    expect(changepoints([1, 3], 0.1, 5)).toEqual([{ from: 0, to: 2, mean: 2 }]);
    expect(changepoints([], 0.1)).toEqual([]);
  });
});

describe('the end of warm-up', () => {
  it('is where the run chart became faster and stayed', () => {
    const found = findSteadyState(
      windows(21, [
        [20, 3],
        [12, 1.5],
        [70, 1],
      ]),
    );
    expect(found).toMatchObject({ kind: 'steady', shape: 'faster' });
    if (found.kind === 'steady') expect(Math.abs(found.from - 32)).toBeLessThanOrEqual(3);
  });
  it('is the start when nothing changed, spikes or not', () => {
    expect(findSteadyState(windows(22, [[100, 1]]))).toEqual({ kind: 'steady', from: 0, shape: 'flat' });
  });
  it('can be a slow-down', () => {
    expect(
      findSteadyState(
        windows(23, [
          [30, 1],
          [80, 1.4],
        ]),
      ),
    ).toMatchObject({ kind: 'steady', shape: 'slower' });
  });
  it('is not found when the last level is too short', () => {
    expect(
      findSteadyState(
        windows(24, [
          [80, 1],
          [20, 1.5],
        ]),
      ),
    ).toEqual({ kind: 'none' });
  });
  it('is not found in a chart that keeps rising', () => {
    expect(findSteadyState(Array.from({ length: 100 }, (_, index) => 1 + index / 20))).toEqual({
      kind: 'none',
    });
  });
  it('is not decided from a handful of windows', () => {
    expect(findSteadyState([1, 1, 1, 1])).toEqual({ kind: 'none' });
  });
});

describe('the report', () => {
  const block = (startMs: number, samples: number[], discarded: Block['discarded'] = null): Block => ({
    round: 0,
    startMs,
    endMs: startMs + 200,
    samples,
    calibrationBefore: [1, 1, 1],
    calibrationAfter: [1, 1, 1],
    discarded,
  });
  const gate = { passed: true, maxAbsolute: 0, maxRelative: 0, argmaxAgreement: 1, notFinite: 0 };
  const cold = {
    fetchRuntimeMs: 1,
    startRuntimeMs: 1,
    fetchModelMs: 1,
    createSessionMs: 1,
    firstRunMs: 1,
    warmCache: false,
  };
  const run = (blocks: Block[]) => ({
    chart: { warmUp: [], steadyFrom: 0, blocks },
    warmUp: { kind: 'steady', from: 0, shape: 'flat' } as const,
    batch: 8,
    innerRuns: 1,
    stop: 'precision' as const,
    cold,
    gateBefore: gate,
    gateAfter: gate,
  });

  it('counts outliers and keeps them, and leaves discarded blocks out', () => {
    const samples = [...uniforms(31, 499).map((u) => 2 + 0.1 * u), 40];
    const report = buildReport(run([block(0, samples), block(300, [500, 500], 'hidden')]));
    expect(report).toMatchObject({ samples: 500, outliers: 1, discardedBlocks: 1 });
    expect(report.mean.value).toBeCloseTo(samples.reduce((sum, value) => sum + value, 0) / 500, 10);
    expect(report.mean.value).toBeGreaterThan(2.1);
  });
  it('gives rows a second for the whole batch, bounds the right way round', () => {
    const { throughput, mean } = buildReport(
      run([
        block(
          0,
          uniforms(32, 500).map((u) => 2 + u),
        ),
      ]),
    );
    expect(throughput.value).toBeCloseTo(8000 / mean.value, 10);
    expect(throughput.lower ?? Number.NaN).toBeLessThan(throughput.value);
    expect(throughput.upper ?? Number.NaN).toBeGreaterThan(throughput.value);
  });
  it('gives the mean no interval from fewer than 40 samples', () => {
    const { mean, throughput } = buildReport(run([block(0, uniforms(34, 39))]));
    expect(mean).toMatchObject({ lower: null, upper: null });
    expect(throughput).toEqual({ value: 8000 / mean.value, lower: null, upper: null });
  });
  it('gives the throughput no upper bound where the mean time may be zero', () => {
    const { mean, throughput } = buildReport(run([block(0, [...Array.from({ length: 59 }, () => 1), 1000])]));
    expect(mean.lower ?? 0).toBeLessThan(0);
    expect(throughput.upper).toBeNull();
    expect(throughput.lower).toBeCloseTo(8000 / (mean.upper ?? 0), 10);
  });
  it('tells how long the warm-up was, and its shape only where it ended', () => {
    const warmUp = [
      { startMs: 0, endMs: 50, medianMs: 3 },
      { startMs: 50, endMs: 120, medianMs: 2 },
    ];
    const base = run([block(0, [1, 2])]);
    const chart = { ...base.chart, warmUp };
    expect(buildReport({ ...base, chart }).warmUp).toEqual({
      kind: 'steady',
      shape: 'flat',
      durationMs: 120,
    });
    expect(buildReport({ ...base, chart, warmUp: { kind: 'none' } }).warmUp).toEqual({
      kind: 'none',
      shape: null,
      durationMs: 120,
    });
    expect(buildReport(base).warmUp.durationMs).toBe(0);
  });
  it('refuses to report on nothing', () => {
    expect(() => buildReport(run([block(0, [1], 'hidden')]))).toThrow(/every block was discarded/);
  });
  it('has a narrower median with more samples', () => {
    const [few, many] = [relativeHalfWidth(uniforms(33, 60)), relativeHalfWidth(uniforms(33, 3000))];
    expect(many ?? Number.NaN).toBeLessThan(few ?? Number.NaN);
    expect(relativeHalfWidth([1, 2, 3])).toBeNull();
  });
});

describe('a comparison', () => {
  const block = (round: number, level: number, discarded: Block['discarded'] = null): Block => ({
    round,
    startMs: 0,
    endMs: 1,
    samples: [level, level * 1.1, level * 0.9],
    calibrationBefore: [],
    calibrationAfter: [],
    discarded,
  });
  // The machine slows down from round to round; the ratio between the two stays 2.
  const levels = [1, 1.3, 1.7, 2.4, 3.1];

  it('pairs the blocks of a round, so that a machine that slows down does not blur it', () => {
    const first = levels.map((level, round) => block(round, level));
    const second = levels.map((level, round) => block(round, 2 * level * (1 + 0.01 * (round - 2))));
    const comparison = compareBlocks(first, second);
    expect(comparison?.pairs).toBe(5);
    expect(comparison?.ratio).toBeCloseTo(2, 2);
    // The medians themselves vary by a factor of three; the ratio's interval is as narrow as the ratios are.
    expect((comparison?.upper ?? 9) - (comparison?.lower ?? 0)).toBeLessThan(0.1);
    expect(comparison?.lower ?? 9).toBeLessThan(2);
    expect(comparison?.upper ?? 0).toBeGreaterThan(2);
  });
  it('leaves out rounds in which either block was discarded', () => {
    const first = levels.map((level, round) => block(round, level, round === 1 ? 'hidden' : null));
    const second = levels.map((level, round) => block(round, 2 * level, round === 3 ? 'hidden' : null));
    expect(compareBlocks(first, second)?.pairs).toBe(3);
  });
  it('is withheld with fewer than three pairs, however they differ', () => {
    expect(compareBlocks([block(0, 1), block(1, 1)], [block(0, 2), block(1, 2.1)])).toBeNull();
  });
  it('is withheld where a coarse clock makes every pair equal: no spread is not certainty', () => {
    const same = levels.map((_, round) => block(round, 1));
    expect(compareBlocks(same, same)).toBeNull();
  });
  it('leaves out rounds in which a block holds no sample', () => {
    const first = levels.map((level, round) => block(round, level));
    const second = levels.map((level, round) => {
      const whole = block(round, 2 * level * (1 + 0.01 * round));
      return round === 4 ? { ...whole, samples: [] } : whole;
    });
    expect(compareBlocks(first, second)?.pairs).toBe(4);
  });
});

describe('the device label', () => {
  const stamp = {
    userAgent: '',
    browser: 'Chromium 156',
    system: 'Linux',
    cores: 2,
    isolated: true,
    threadsAsked: 1,
    threadsRunning: 1,
    timerStepMs: 0.005,
    runtime: 'onnxruntime-web/wasm',
    runtimeVersion: '1.30.0',
    adapter: null,
    placement: null,
  };
  it('names the threads, and says when they are one for want of isolation', () => {
    expect(deviceLabel(stamp)).toBe('Chromium 156 · Linux · 2 cores · WASM 1 thread');
    expect(deviceLabel({ ...stamp, isolated: false })).toMatch(/WASM 1 thread \(not isolated\)$/);
  });
  const adapter = {
    vendor: 'google',
    architecture: 'swiftshader',
    device: '',
    description: '',
    fallback: true,
    shaderF16: false,
    timestampQuery: true,
  };
  it('calls an adapter by its description, else by what it tells', () => {
    const label = (told: object) =>
      deviceLabel({ ...stamp, cores: 1, adapter: { ...adapter, fallback: false, ...told } });
    expect(label({ description: 'Radeon 780M' })).toBe('Chromium 156 · Linux · 1 core · WebGPU Radeon 780M');
    expect(label({ vendor: '' })).toMatch(/WebGPU swiftshader$/);
    expect(label({ vendor: '', architecture: '' })).toMatch(/WebGPU adapter$/);
  });
  it('warns of a software adapter', () => {
    expect(deviceLabel({ ...stamp, adapter })).toMatch(
      /WebGPU google swiftshader \(software, not comparable\)$/,
    );
  });
});
