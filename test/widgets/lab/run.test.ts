import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { modelCardSchema, stoppingRule } from '../../../src/engine/benchmark/index.ts';
import {
  type Measurement,
  measurementFingerprint,
  measurementSchema,
} from '../../../src/store/measurements.ts';
import { measurementFrom } from '../../../src/widgets/lab/measurementFrom.ts';
import {
  type Configuration,
  type MeasuredModel,
  type Plan,
  type Target,
  wasmOneThread,
  wasmThreads,
  webgpu,
} from '../../../src/widgets/lab/runner/plan.ts';
import type { RowResult } from '../../../src/widgets/lab/runner/result.ts';
import { type RunEvent, runLab } from '../../../src/widgets/lab/runner/runLab.ts';
import { type WorkerClient, workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';

const readModel = async (): Promise<MeasuredModel> => ({
  card: v.parse(modelCardSchema, await (await fetch('/models/mlp.json')).json()),
  url: new URL('/models/mlp.onnx', location.href).href,
});

const shortPlan = async (
  targets: readonly Target[],
  batches: readonly number[] = [2],
  found?: MeasuredModel,
): Promise<Plan> => ({
  configurations: await rows(targets, batches, found),
  additionUrl: new URL('/models/addition.onnx', location.href).href,
  rule: { ...stoppingRule, shortestMs: 400, timeLimitMs: 700, countLimit: 4000 },
  warmUp: { shortestMs: 300, longestMs: 1500 },
  seed: 5,
});

const rows = async (targets: readonly Target[], batches: readonly number[], found?: MeasuredModel) => {
  const model = found ?? (await readModel());
  return targets.flatMap((target) =>
    batches.map((batch): Configuration => {
      const id = batches.length > 1 ? `${target.id}/${batch}` : target.id;
      return { ...target, id, model, batch };
    }),
  );
};

const runToEnd = async (plan: Plan, connect?: typeof workerClient, onEvent?: (event: RunEvent) => void) => {
  const events: RunEvent[] = [];
  await runLab(
    plan,
    (event) => {
      events.push(event);
      onEvent?.(event);
    },
    new AbortController().signal,
    connect,
  );
  const results = events.flatMap((event): RowResult[] => (event.type === 'result' ? [event.result] : []));
  const failures = events.flatMap((event) => (event.type === 'failed' ? [event.failure] : []));
  const notices = events.flatMap((event) => (event.type === 'notice' ? [event.sentence] : []));
  return { events, results, failures, notices };
};

/** Connects as usual, and lets the test break a client's call. */
const breaking =
  (change: (client: WorkerClient, index: number) => Partial<WorkerClient>): typeof workerClient =>
  (...settings) => {
    connected += 1;
    const client = workerClient(...settings);
    return { ...client, ...change(client, connected - 1) };
  };
let connected = 0;

afterEach(() => {
  connected = 0;
  vi.restoreAllMocks();
});

describe('a run', () => {
  it('measures WASM and WebGPU in turns and gives a whole measurement of each', async () => {
    const plan = await shortPlan([wasmOneThread, webgpu]);
    const { results, failures } = await runToEnd(plan);
    expect(failures).toEqual([]);
    expect(results.map((result) => result.configuration.id).toSorted()).toEqual(['wasm-1', 'webgpu']);
    for (const result of results) {
      const measurement: Measurement = measurementFrom(result, {
        experiment: 'providers',
        runId: 'run',
        now: new Date(0),
      });
      expect(v.parse(measurementSchema, structuredClone(measurement))).toEqual(measurement);
      expect(measurement.fingerprint).toBe(measurementFingerprint(measurement));
      const { report, chart, serviceTimes } = result;
      expect(serviceTimes).toHaveLength(report.samples);
      expect(serviceTimes.every((time) => time > 0 && Number.isFinite(time))).toBe(true);
      expect(report.p50.lower ?? Number.NaN).toBeLessThanOrEqual(report.p50.value);
      expect(report.p50.value).toBeLessThanOrEqual(report.p99.value);
      expect(report.gateBefore.passed && report.gateAfter.passed).toBe(true);
      expect(chart.blocks.length).toBeGreaterThan(1);
      expect(chart.warmUp.length).toBeGreaterThan(0);
      // A sample spans at least 50 steps of the clock, within the noise of the estimate made while warming up.
      expect(report.innerRuns * report.p50.value).toBeGreaterThan(25 * result.stamp.timerStepMs);
    }
    const rounds = results.map((result) => result.chart.blocks.map((block) => block.round));
    expect(rounds[0]?.slice(0, 2)).toEqual([0, 1]);
    expect(rounds[1]?.slice(0, 2)).toEqual([0, 1]);
    expect(results.find((result) => result.configuration.id === 'webgpu')?.stamp.adapter?.fallback).toBe(
      true,
    );
  });

  it('opens one worker for rows that differ in the batch alone, each warmed up and checked by itself', async () => {
    const connect = breaking(() => ({}));
    const { results, failures } = await runToEnd(await shortPlan([wasmOneThread], [1, 64]), connect);
    expect(failures).toEqual([]);
    expect(connected).toBe(1);
    expect(results.map(({ configuration }) => configuration.batch)).toEqual([1, 64]);
    const [one, many] = results.map(({ report }) => report.p50.value);
    expect(many ?? 0).toBeGreaterThan(one ?? Number.NaN);
    for (const { report, chart } of results) {
      expect(report.gateAfter.passed).toBe(true);
      expect(chart.warmUp.length).toBeGreaterThan(0);
    }
  });

  it('keeps the rows of a worker when the answer of one of them is wrong', async () => {
    const connect = breaking((client) => ({
      prepare: async (batch) => {
        const prepared = await client.prepare(batch);
        return batch === 3 ? { ...prepared, gate: { ...prepared.gate, passed: false } } : prepared;
      },
    }));
    const { results, failures } = await runToEnd(await shortPlan([wasmOneThread], [2, 3]), connect);
    expect(failures.map(({ code }) => code)).toEqual(['wrong-answer']);
    expect(results.map(({ configuration }) => configuration.batch)).toEqual([2]);
  });

  it('falls back to one thread, with a notice, when several do not start', async () => {
    const { LabFailure } = await import('../../../src/widgets/lab/failures.ts');
    const connect = breaking((_, index) =>
      index === 0 ? { open: () => Promise.reject(new LabFailure('session-timeout')) } : {},
    );
    const { results, notices } = await runToEnd(await shortPlan([wasmThreads(2)]), connect);
    expect(results[0]?.stamp.threadsRunning).toBe(1);
    expect(notices.join()).toMatch(/not ready after 10 seconds.*1 thread instead/);
  });

  it('tries a lost device once more and drops what the lost one measured', async () => {
    const connect = breaking((client, index) => {
      let blocks = 0;
      return {
        block: async (request) => {
          if (index === 0 && request.calibrate) {
            blocks += 1;
            if (blocks === 2) await client.loseDevice();
          }
          return await client.block(request);
        },
      };
    });
    const { results, notices, failures } = await runToEnd(await shortPlan([webgpu]), connect);
    expect(failures).toEqual([]);
    expect(notices.join()).toMatch(/device was lost.*do not count.*fresh device/);
    expect(connected).toBe(2);
    expect(results[0]?.chart.blocks[0]?.round).toBeGreaterThan(0);
  });

  it('marks WebGPU failed when the device is lost twice, and measures WASM instead', async () => {
    const connect = breaking((client, index) => ({
      block: async (request) => {
        if (index < 2 && request.calibrate) await client.loseDevice();
        return await client.block(request);
      },
    }));
    const { results, failures, notices } = await runToEnd(await shortPlan([webgpu]), connect);
    expect(failures.map((failure) => failure.code)).toEqual(['device-lost']);
    expect(results.map((result) => result.configuration.id)).toEqual(['wasm-1']);
    expect(notices.join()).toMatch(/instead of WebGPU/);
  });

  it('shows no speed when the last sample is wrong', async () => {
    const connect = breaking((client) => ({
      check: async (batch) => {
        const checked = await client.check(batch);
        return { ...checked, gate: { ...checked.gate, passed: false, maxAbsolute: 3 } };
      },
    }));
    const { results, failures } = await runToEnd(await shortPlan([wasmOneThread]), connect);
    expect(results).toEqual([]);
    expect(failures[0]).toMatchObject({
      code: 'wrong-answer',
      detail: 'on the last sample, largest difference 3',
    });
  });

  it('discards the block during which the tab was hidden, and goes on when it is back', async () => {
    let hide = false;
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (hide ? 'hidden' : 'visible'));
    const turn = (hidden: boolean) => {
      hide = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    let blocks = 0;
    const connect = breaking((client) => ({
      block: async (request) => {
        if (request.calibrate) blocks += 1;
        if (request.calibrate && blocks === 2) {
          setTimeout(turn, 50, true);
          setTimeout(turn, 600, false);
        }
        return await client.block(request);
      },
    }));
    const { results } = await runToEnd(await shortPlan([wasmOneThread]), connect);
    const { chart, report, serviceTimes } = results[0] ?? {};
    expect(chart?.blocks.map((block) => block.discarded).slice(0, 3)).toEqual([null, 'hidden', null]);
    expect(report?.discardedBlocks).toBe(1);
    expect(serviceTimes).toEqual(
      chart?.blocks.filter(({ discarded }) => !discarded).flatMap(({ samples }) => samples),
    );
    // Nothing ran while it was hidden: the third block starts after the tab came back.
    expect((chart?.blocks[2]?.startMs ?? 0) - (chart?.blocks[1]?.endMs ?? 0)).toBeGreaterThan(250);
  });

  it('ends at once when it is cancelled, whatever it is doing', async () => {
    const cancel = new AbortController();
    const plan = {
      ...(await shortPlan([wasmOneThread, webgpu])),
      warmUp: { shortestMs: 60_000, longestMs: 60_000 },
    };
    const clients: WorkerClient[] = [];
    const started = performance.now();
    const run = runLab(
      plan,
      (event) => {
        if (event.type === 'step' && event.step === 'warmUp') cancel.abort();
      },
      cancel.signal,
      breaking((client) => {
        clients.push(client);
        return {};
      }),
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(clients).toHaveLength(1);
    await expect(clients[0]?.check(2)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
