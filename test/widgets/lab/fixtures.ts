import { type Block, buildReport, deviceLabel, keptSamples } from '../../../src/engine/benchmark/index.ts';
import { createStreams, lognormal } from '../../../src/engine/random/index.ts';
import { type Measurement, measurementFingerprint } from '../../../src/store/measurements.ts';

export interface FixtureRow {
  readonly name: string;
  /** The median time of one inference. */
  readonly medianMs: number;
  readonly batch?: number;
  readonly threads?: number;
  readonly precision?: string;
  readonly model?: string;
  readonly runId?: string;
  readonly correct?: number;
  readonly maxAbsolute?: number;
  /** The machine slows down along the run, by this factor in all. */
  readonly slowdown?: number;
}

const rounds = 8;
const samplesInBlock = 40;

/** A measurement whose samples are drawn, not timed: the same in every run of a test. */
export function fixtureMeasurement(row: FixtureRow): Measurement {
  const { name, medianMs, batch = 1, threads = 1, precision = 'fp32', model = 'mlp', runId = 'run' } = row;
  const { correct, maxAbsolute = 0.0001, slowdown = 1 } = row;
  const noise = lognormal({ mean: 1, scv: 0.0004 });
  const { service } = createStreams(
    [...name].reduce((sum, letter) => 31 * sum + letter.charCodeAt(0), 7) % 1e6,
  );
  const blocks = Array.from({ length: rounds }, (_, round): Block => {
    const pace = slowdown ** (round / (rounds - 1));
    const samples = Array.from({ length: samplesInBlock }, () => medianMs * pace * noise.sample(service));
    const startMs = 300 * round;
    const kernel = [pace, pace, pace];
    return {
      round,
      startMs,
      endMs: startMs + 200,
      samples,
      calibrationBefore: kernel,
      calibrationAfter: kernel,
      discarded: null,
    };
  });
  const gate = { passed: true, maxAbsolute, maxRelative: 0.01, argmaxAgreement: 1, notFinite: 0, scale: 2 };
  const chart = { warmUp: [{ startMs: 0, endMs: 20, medianMs }], steadyFrom: 0, blocks };
  const stamp = {
    userAgent: '',
    browser: 'Chromium 156',
    system: 'Linux',
    cores: 8,
    isolated: true,
    threadsAsked: threads,
    threadsRunning: threads,
    timerStepMs: 0.005,
    runtime: 'onnxruntime-web/wasm',
    runtimeVersion: '1.30.0',
    adapter: null,
    placement: [{ provider: 'CPUExecutionProvider', nodes: 5 }],
  };
  const cold = {
    fetchRuntimeMs: 1,
    startRuntimeMs: 1,
    fetchModelMs: 1,
    createSessionMs: 1,
    firstRunMs: 1,
    warmCache: false,
  };
  const substance = {
    name,
    model: { name: model, sha256: '0', precision, shape: [batch, 64], bytes: 98_300 },
    provider: 'wasm' as const,
    threads,
    isolated: true,
    batch,
    serviceTimes: keptSamples(blocks),
    ...(correct !== undefined && { accuracy: { correct, rows: 2000 } }),
    report: buildReport({
      chart,
      warmUp: { kind: 'steady', from: 0, shape: 'flat' },
      batch,
      innerRuns: 1,
      stop: 'time',
      cold,
      gateBefore: gate,
      gateAfter: gate,
    }),
    chart,
    stamp,
    device: deviceLabel(stamp),
  };
  const fingerprint = measurementFingerprint(substance);
  const createdAt = new Date(runId === 'run' ? 2e12 : 1e12).toISOString();
  return { id: `${runId}/${name}`, runId, experiment: 'batch', ...substance, createdAt, fingerprint };
}
