import { beforeEach, describe, expect, it } from 'vitest';
import { stampedFit } from '../../../src/store/batchFit.ts';
import {
  deleteMeasurement,
  type Measurement,
  measurementFingerprint,
  measurementForLesson,
  measurements,
  saveMeasurements,
  sendBatchFit,
  sendToLesson,
} from '../../../src/store/measurements.ts';

const gate = { passed: true, maxAbsolute: 0, maxRelative: 0, argmaxAgreement: 1, notFinite: 0 };
const quantile = (p: number) => ({ p, value: 1, lower: null, upper: null, resolvable: false, needed: 6 });
const measurement = (id: string, serviceTimes = [1, 2]): Measurement => ({
  id,
  runId: 'run',
  experiment: 'providers',
  name: 'WASM, 1 thread',
  model: { name: 'mlp', sha256: '0', precision: 'fp32', shape: [1, 64] },
  provider: 'wasm',
  threads: 1,
  isolated: true,
  batch: 1,
  serviceTimes,
  report: {
    samples: 2,
    innerRuns: 1,
    effectiveSamples: 2,
    p50: quantile(0.5),
    p90: quantile(0.9),
    p95: quantile(0.95),
    p99: quantile(0.99),
    mean: { value: 1.5, lower: null, upper: null },
    throughput: { value: 667, lower: null, upper: null },
    outliers: 0,
    discardedBlocks: 0,
    drift: { change: 0, flagged: false },
    stop: 'time',
    warmUp: { kind: 'none', shape: null, durationMs: 0 },
    cold: {
      fetchRuntimeMs: 1,
      startRuntimeMs: 1,
      fetchModelMs: 1,
      createSessionMs: 1,
      firstRunMs: 1,
      warmCache: false,
    },
    gateBefore: gate,
    gateAfter: gate,
  },
  chart: { warmUp: [], steadyFrom: null, blocks: [] },
  stamp: {
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
  },
  device: 'Chromium 156 · Linux · 2 cores · WASM 1 thread',
  createdAt: new Date(0).toISOString(),
  fingerprint: 'f',
});

const saved = () => measurements.getState().value;

beforeEach(async () => {
  await measurements.loaded;
  await measurements.update(() => ({ measurements: [], sentToLesson: null, batchFit: null }));
});

describe('saved measurements', () => {
  it('are on disk when the save has settled, each once', async () => {
    await saveMeasurements([measurement('a'), measurement('b')]);
    await saveMeasurements([measurement('b')]);
    expect(saved().measurements.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(measurements.getState()).toMatchObject({ status: 'ready', saving: false });
  });

  it('can be sent to the lesson, also one that was not saved yet, and only one at a time', async () => {
    await saveMeasurements([measurement('a')]);
    expect(measurementForLesson(saved())).toBeUndefined();
    await sendToLesson(measurement('b'));
    expect(measurementForLesson(saved())?.id).toBe('b');
    await sendToLesson(measurement('a'));
    expect(measurementForLesson(saved())?.id).toBe('a');
    expect(saved().measurements).toHaveLength(2);
  });

  it('leave the lesson without one when its own is deleted', async () => {
    await sendToLesson(measurement('a'));
    await saveMeasurements([measurement('b')]);
    await deleteMeasurement('b');
    expect(saved().sentToLesson).toBe('a');
    await deleteMeasurement('a');
    expect(saved()).toEqual({ measurements: [], sentToLesson: null, batchFit: null });
  });

  it('keep one fit of the cost of a batch, until a measurement that it rests on is deleted', async () => {
    await saveMeasurements([
      { ...measurement('a'), fingerprint: 'fa' },
      { ...measurement('b'), fingerprint: 'fb' },
    ]);
    const estimate = { value: 1, lower: 0.9, upper: 1.1 };
    const substance = {
      runId: 'run',
      model: { name: 'mlp', precision: 'fp32' },
      device: 'Chromium 156',
      batches: [1, 2],
      measurements: ['fa', 'fc'],
      fixedMs: estimate,
      perItemMs: estimate,
      straight: null,
      rounds: 5,
    };
    const fit = stampedFit(substance);
    expect(fit.fingerprint).toBe(stampedFit({ ...substance, runId: 'another' }).fingerprint);
    await sendBatchFit(fit);
    await deleteMeasurement('b');
    expect(saved().batchFit).toEqual(fit);
    await deleteMeasurement('a');
    expect(saved().batchFit).toBeNull();
  });

  it('have a fingerprint of what was measured, not of when', () => {
    const first = measurement('a');
    expect(measurementFingerprint({ ...first, ...{ id: 'z', createdAt: 'later' } })).toBe(
      measurementFingerprint(first),
    );
    expect(measurementFingerprint(measurement('a', [1, 2.000_001]))).not.toBe(measurementFingerprint(first));
  });
});
