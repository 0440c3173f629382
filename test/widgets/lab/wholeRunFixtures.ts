import { arrivalSchedule, replayOpenLoop } from '../../../src/engine/benchmark/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';
import { mean } from '../../../src/engine/stats/index.ts';
import type { ColdRepetition, ColdRun } from '../../../src/store/coldRun.ts';
import { stampedRun } from '../../../src/store/labRuns.ts';
import type { LoadPoint, LoadRun } from '../../../src/store/loadRun.ts';
import { fixtureMeasurement } from './fixtures.ts';

interface FixtureLoad {
  /** Each start comes so much later than it could, in milliseconds. */
  readonly late?: number;
  readonly hidden?: readonly number[];
}

/** A run under load whose server is drawn, not timed: 1 ms on average, and nearly always the same. */
export function fixtureLoadRun({ late = 0, hidden = [] }: FixtureLoad = {}): LoadRun {
  const service = fixtureMeasurement({ name: 'WASM, 1 thread', medianMs: 1 });
  const serviceMs = mean(service.serviceTimes);
  const pointAt = (load: number): LoadPoint => {
    const rate = (1000 * load) / serviceMs;
    const scheduled = arrivalSchedule({ rate, name: String(load), seed: 1, mostRequests: 2000, mostMs: 1e6 });
    const { service: stream } = createStreams(`served ${load}`);
    const [start, finish]: [number[], number[]] = [[], []];
    for (const arrival of scheduled) {
      const begin = Math.max(arrival, finish.at(-1) ?? 0) + late;
      start.push(begin);
      finish.push(begin + (service.serviceTimes[stream.integer(service.serviceTimes.length)] ?? 1));
    }
    const replay = replayOpenLoop(scheduled, service.serviceTimes, { seed: 1 });
    return {
      load,
      rate,
      scheduled,
      start,
      finish,
      discarded: hidden.includes(load) ? 'hidden' : null,
      replay,
    };
  };
  return stampedRun(
    {
      experiment: 'load' as const,
      device: service.device,
      service,
      seed: 1,
      points: [0.6, 0.2, 0.9, 1.1].map(pointAt),
    },
    new Date(0),
  );
}

/** Two engines, started as often as asked: the first start of the first is cold. */
export function fixtureColdRun(repetitions: number): ColdRun {
  const { stamp } = fixtureMeasurement({ name: 'WASM, 1 thread', medianMs: 1 });
  const engines = [
    { id: 'wasm-1', name: 'WASM, 1 thread', stamp },
    { id: 'webgpu', name: 'WebGPU', stamp: { ...stamp, runtime: 'onnxruntime-web/webgpu' } },
  ];
  const startOf = (engine: string, index: number): ColdRepetition => {
    const slow = engine === 'webgpu' ? 2 : 1;
    const cold = engine === 'wasm-1' && index === 0;
    return {
      engine,
      order: 2 * index + (slow - 1),
      warmCache: !cold,
      fetchRuntimeMs: cold ? 900 : 20 + index,
      startRuntimeMs: 100 * slow,
      fetchModelMs: 10,
      createSessionMs: 20,
      firstRunMs: 50 * slow,
      secondRunMs: 4,
      runsMs: [4, 3, 2],
      windows: Array.from({ length: 60 }, (_, at) => ({
        startMs: 50 * slow + 20 * at,
        endMs: 50 * slow + 20 * (at + 1),
        medianMs: at < 20 ? 4 : 2 * slow,
      })),
      steadyFrom: 20,
      discarded: null,
    };
  };
  return stampedRun(
    {
      experiment: 'cold' as const,
      device: 'Chromium 156 · Linux · 8 cores',
      model: { name: 'mlp', sha256: '0', precision: 'fp32', bytes: 98_300 },
      batch: 1,
      engines,
      repetitions: Array.from({ length: repetitions }, (_, index) =>
        engines.map(({ id }) => startOf(id, index)),
      ).flat(),
    },
    new Date(0),
  );
}
