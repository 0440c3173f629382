import {
  type Block,
  buildReport,
  deviceLabel,
  type EnvironmentStamp,
} from '../../../src/engine/benchmark/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';
import { type Measurement, measurementFingerprint } from '../../../src/store/measurements.ts';

interface Wanted {
  readonly provider?: 'wasm' | 'webgpu';
  readonly name?: string;
  readonly runId?: string;
  readonly createdAt?: string;
  /** Median, in milliseconds. */
  readonly level?: number;
  readonly batch?: number;
  readonly seed?: number;
  readonly isolated?: boolean;
  readonly browser?: string;
}

const gate = { passed: true, maxAbsolute: 2e-7, maxRelative: 1e-6, argmaxAgreement: 1, notFinite: 0 };

/** A result as the lab would save it: lognormal times in 12 rounds, with report, stamp and fingerprint of their own. */
export function labResult({
  provider = 'wasm',
  name = 'WASM, 1 thread',
  runId = '2026-11-20T10:00:00.000Z',
  createdAt = '2026-11-20T10:00:00.000Z',
  level = 0.3,
  batch = 64,
  seed = 1,
  isolated = true,
  browser = 'Chromium 156',
}: Wanted = {}): Measurement {
  const stream = createStreams(seed).service;
  const draw = (count: number) =>
    Array.from(
      { length: count },
      () => level * Math.exp(0.12 * stream.normal() + 0.05 * stream.exponential()),
    );
  const blocks = Array.from({ length: 12 }, (_, round): Block => {
    const samples = draw(60);
    const startMs = 2000 + 200 * round;
    return {
      round,
      startMs,
      endMs: startMs + samples.reduce((sum, sample) => sum + sample, 0),
      samples,
      calibrationBefore: [1.2, 1.21, 1.2],
      calibrationAfter: [1.2, 1.2, 1.21],
      discarded: null,
    };
  });
  const warmUp = Array.from({ length: 60 }, (_, index) => ({
    startMs: 20 * index,
    endMs: 20 * index + 20,
    medianMs: level * (1 + 2 * Math.exp(-index / 6)),
  }));
  const chart = { warmUp, steadyFrom: 20, blocks };
  const report = buildReport({
    chart,
    warmUp: { kind: 'steady', from: 20, shape: 'faster' },
    batch,
    innerRuns: 1,
    stop: 'precision',
    cold: {
      fetchRuntimeMs: 120,
      startRuntimeMs: 240,
      fetchModelMs: 12,
      createSessionMs: 9,
      firstRunMs: 4,
      warmCache: false,
    },
    gateBefore: gate,
    gateAfter: gate,
  });
  const stamp: EnvironmentStamp = {
    userAgent: 'Mozilla/5.0',
    browser,
    system: 'Linux',
    cores: 8,
    isolated,
    threadsAsked: 1,
    threadsRunning: 1,
    timerStepMs: isolated ? 0.005 : 0.1,
    runtime: `onnxruntime-web/${provider}`,
    runtimeVersion: '1.30.0',
    adapter:
      provider === 'wasm'
        ? null
        : {
            vendor: 'acme',
            architecture: 'gen-9',
            device: '',
            description: '',
            fallback: false,
            shaderF16: true,
            timestampQuery: true,
          },
    placement: [
      { provider: provider === 'wasm' ? 'CPUExecutionProvider' : 'WebGpuExecutionProvider', nodes: 3 },
    ],
  };
  const substance = {
    name,
    model: {
      name: 'mlp',
      sha256: '5f'.repeat(32),
      precision: 'fp32',
      shape: [batch, 64],
      bytes: 340_000,
    },
    provider,
    threads: 1,
    isolated,
    batch,
    serviceTimes: blocks.flatMap(({ samples }) => samples),
    report,
    chart,
    stamp,
    device: deviceLabel(stamp),
  };
  const print = measurementFingerprint(substance);
  return {
    id: `${createdAt}/${provider}/${print}`,
    runId,
    experiment: 'providers',
    ...substance,
    createdAt,
    fingerprint: print,
  };
}
