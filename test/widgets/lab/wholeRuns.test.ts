import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  modelCardSchema,
  openLoopLatencies,
  openLoopWaits,
  stoppingRule,
  summarizeOpenLoop,
} from '../../../src/engine/benchmark/index.ts';
import { LabFailure } from '../../../src/widgets/lab/failures.ts';
import {
  type MeasuredModel,
  type Target,
  wasmOneThread,
  wasmThreads,
} from '../../../src/widgets/lab/runner/plan.ts';
import { type ColdPlan, runCold } from '../../../src/widgets/lab/runner/runCold.ts';
import type { RunEvent } from '../../../src/widgets/lab/runner/runLab.ts';
import { type LoadPlan, runLoad } from '../../../src/widgets/lab/runner/runLoad.ts';
import { type WorkerClient, workerClient } from '../../../src/widgets/lab/runner/workerClient.ts';

const readModel = async (): Promise<MeasuredModel> => ({
  card: v.parse(modelCardSchema, await (await fetch('/models/mlp.json')).json()),
  url: new URL('/models/mlp.onnx', location.href).href,
});
const additionUrl = new URL('/models/addition.onnx', location.href).href;

/** Connects as usual, and lets the test change a client's calls. */
const changing =
  (change: (client: WorkerClient, index: number) => Partial<WorkerClient>): typeof workerClient =>
  (...settings) => {
    const client = workerClient(...settings);
    made += 1;
    return { ...client, ...change(client, made - 1) };
  };
let made = 0;

afterEach(() => {
  made = 0;
  vi.restoreAllMocks();
});

describe('a run under load', () => {
  const plan = async (loads: readonly number[]): Promise<LoadPlan> => ({
    configuration: { ...wasmOneThread, model: await readModel(), batch: 64 },
    additionUrl,
    rule: { ...stoppingRule, shortestMs: 300, timeLimitMs: 400 },
    warmUp: { shortestMs: 300, longestMs: 900 },
    seed: 3,
    loads,
    mostRequests: 400,
    mostMs: 400,
  });
  const run = async (loads: readonly number[], connect?: typeof workerClient) => {
    const events: RunEvent[] = [];
    const result = await runLoad(
      await plan(loads),
      (event) => events.push(event),
      new AbortController().signal,
      connect,
    );
    return { ...result, events };
  };

  it('serves the scheduled requests in order, one at a time, and never before they arrive', async () => {
    const { points, service, events } = await run([0.3, 1.4]);
    expect(service.report.gateAfter.passed).toBe(true);
    expect(service.report.innerRuns).toBe(1);
    expect(points.map(({ load }) => load).toSorted()).toEqual([0.3, 1.4]);
    for (const { scheduled, start, finish, rate, load } of points) {
      expect(start).toHaveLength(finish.length);
      expect(finish.length).toBeGreaterThan(0);
      expect(finish.length).toBeLessThanOrEqual(scheduled.length);
      // To the tenth of a microsecond to which times are written.
      expect(Math.min(...openLoopWaits({ scheduled, start, finish }))).toBeGreaterThanOrEqual(-0.0002);
      for (const [index, begin] of start.entries()) {
        expect(begin).toBeGreaterThanOrEqual(finish[index - 1] ?? Number.NEGATIVE_INFINITY);
        expect(finish[index] ?? 0).toBeGreaterThanOrEqual(begin);
      }
      expect(rate * service.report.mean.value).toBeCloseTo(1000 * load, 6);
    }
    expect(
      events.flatMap((event) => (event.type === 'step' && event.step === 'serving' ? [event.row] : [])),
    ).toHaveLength(2);
  });

  it('charges a stall of the server to every request that came meanwhile', async () => {
    const stalling = changing((client) => ({
      serve: async (request) => {
        // Everybody arrives at once: the last one waits for all the others.
        const served = await client.serve({ ...request, arrivals: request.arrivals.map(() => 0) });
        return served;
      },
    }));
    const { points } = await run([0.5], stalling);
    const [point] = points;
    if (!point) throw new Error('no load was served');
    const scheduled = point.scheduled.map(() => 0);
    const latencies = openLoopLatencies({ ...point, scheduled });
    expect(latencies).toEqual(point.finish);
    const { meanService, meanWait } = summarizeOpenLoop({ ...point, scheduled });
    expect(meanWait).toBeGreaterThan((meanService * point.finish.length) / 3);
  });

  it('stops starting requests when the time is over, and keeps those that were served', async () => {
    const impatient = changing((client) => ({
      serve: (request) => client.serve({ ...request, limitMs: 100 }),
    }));
    const { points } = await run([0.5], impatient);
    expect(points[0]?.finish.length).toBeLessThan(points[0]?.scheduled.length ?? 0);
    expect(points[0]?.start.at(-2)).toBeLessThan(110 + 20);
  });

  it('marks the load during which the tab was hidden, and waits until it is back', async () => {
    let hide = false;
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => (hide ? 'hidden' : 'visible'));
    const turn = (hidden: boolean) => {
      hide = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    };
    let loads = 0;
    const hiding = changing((client) => ({
      serve: async (request) => {
        loads += 1;
        if (loads === 1) {
          setTimeout(turn, 50, true);
          setTimeout(turn, 900, false);
        }
        return await client.serve(request);
      },
    }));
    const { points } = await run([0.3, 0.4], hiding);
    expect(points.map(({ discarded }) => discarded)).toEqual(['hidden', null]);
  });

  it('fails with a sentence when the last answer is wrong, and ends at once when cancelled', async () => {
    const wrong = changing((client) => ({
      check: async (batch) => {
        const checked = await client.check(batch);
        return { ...checked, gate: { ...checked.gate, passed: false } };
      },
    }));
    await expect(run([0.3], wrong)).rejects.toMatchObject({ code: 'wrong-answer' });

    const cancel = new AbortController();
    const cancelled = runLoad(
      await plan([0.3]),
      (event) => {
        if (event.type === 'step' && event.step === 'serving') cancel.abort();
      },
      cancel.signal,
    );
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('repeated starts', () => {
  const plan = async (targets: readonly Target[], repetitions = 2): Promise<ColdPlan> => {
    const model = await readModel();
    return {
      configurations: targets.map((target) => ({ ...target, model, batch: 2 })),
      additionUrl,
      repetitions,
      watchMs: 500,
      seed: 1,
    };
  };

  it('time every part in a fresh worker each, and only the first of a runtime can be cold', async () => {
    const connect = changing(() => ({}));
    const { repetitions, engines } = await runCold(
      await plan([wasmOneThread, wasmThreads(2)]),
      () => undefined,
      new AbortController().signal,
      connect,
    );
    expect(made).toBe(4);
    expect(engines.map(({ stamp }) => stamp.threadsRunning).toSorted()).toEqual([1, 2]);
    expect(repetitions.map(({ order }) => order)).toEqual([0, 1, 2, 3]);
    expect(repetitions.slice(1).map(({ warmCache }) => warmCache)).toEqual([true, true, true]);
    for (const start of repetitions) {
      expect(start.startRuntimeMs).toBeGreaterThan(0);
      expect(start.createSessionMs).toBeGreaterThan(0);
      expect(start.firstRunMs).toBeGreaterThan(0);
      expect(start.secondRunMs).toBeGreaterThan(0);
      expect(start.runsMs.length).toBeGreaterThan(0);
      // The last window ends with its last run, up to a run before the half second that was asked for.
      expect(start.windows.at(-1)?.endMs).toBeGreaterThan(400);
      expect(start.windows[0]?.startMs).toBeGreaterThanOrEqual(start.firstRunMs);
      expect(start.discarded).toBeNull();
    }
  });

  it('go on without an engine that fails, and fail when none is left', async () => {
    const failing = changing((_, index) =>
      index === 0 ? { open: () => Promise.reject(new LabFailure('session-timeout')) } : {},
    );
    const failures: string[] = [];
    const { repetitions } = await runCold(
      await plan([wasmOneThread, wasmThreads(2)]),
      (event) => {
        if (event.type === 'failed') failures.push(event.failure.code);
      },
      new AbortController().signal,
      failing,
    );
    expect(failures).toEqual(['session-timeout']);
    expect(new Set(repetitions.map(({ engine }) => engine)).size).toBe(1);
    expect(repetitions).toHaveLength(2);

    const broken = changing(() => ({ open: () => Promise.reject(new LabFailure('fetch-failed')) }));
    await expect(
      runCold(await plan([wasmOneThread]), () => undefined, new AbortController().signal, broken),
    ).rejects.toMatchObject({ code: 'fetch-failed' });
  });

  it('end at once when they are cancelled', async () => {
    const cancel = new AbortController();
    const running = runCold(
      await plan([wasmOneThread], 10),
      (event) => {
        if (event.type === 'step' && event.step === 'createSession') cancel.abort();
      },
      cancel.signal,
    );
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
