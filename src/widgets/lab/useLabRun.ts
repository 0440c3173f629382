import { useEffect, useReducer, useRef } from 'react';
import { stoppingRule } from '../../engine/benchmark/index.ts';
import { type Measurement, saveMeasurements } from '../../store/measurements.ts';
import type { ExperimentId } from './experiments/catalog.ts';
import { LabFailure } from './failures.ts';
import { modelFile } from './loadModel.ts';
import { measurementFrom } from './measurementFrom.ts';
import type { Configuration } from './runner/plan.ts';
import { runLab } from './runner/runLab.ts';
import type { workerClient } from './runner/workerClient.ts';
import { idle, type RunState, runReducer } from './runState.ts';

/** What is to be measured. */
export interface LabRequest {
  /** Loads the models and names the rows. */
  readonly configurations: (signal: AbortSignal) => Promise<readonly Configuration[]>;
  /** Longest sampling time for each row. */
  readonly timeLimitMs: number;
  /** Connects to the workers; default: with the usual time limits. */
  readonly connect?: typeof workerClient;
}

export interface LabRun {
  readonly state: RunState;
  readonly run: (request: LabRequest) => Promise<void>;
  readonly cancel: () => void;
}

const longestWarmUpMs = 10_000;
const orderSeed = 1;

/** Runs an experiment's rows, saves their measurements, and ends everything when the page is left. */
export function useLabRun(
  experiment: ExperimentId,
  onResult: (measurements: readonly Measurement[]) => void,
): LabRun {
  const [state, dispatch] = useReducer(runReducer, idle);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const run = async ({ configurations, timeLimitMs, connect }: LabRequest): Promise<void> => {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    const now = new Date();
    const done: Measurement[] = [];
    dispatch({ type: 'started' });
    try {
      const plan = {
        configurations: await configurations(controller.signal),
        additionUrl: modelFile('addition.onnx'),
        rule: { ...stoppingRule, timeLimitMs, shortestMs: Math.min(stoppingRule.shortestMs, timeLimitMs) },
        warmUp: {
          shortestMs: Math.min(2000, timeLimitMs),
          longestMs: Math.min(longestWarmUpMs, 2 * timeLimitMs),
        },
        seed: orderSeed,
      };
      const runId = now.toISOString();
      await runLab(
        plan,
        (event) => {
          dispatch(event);
          if (event.type === 'result') done.push(measurementFrom(event.result, { experiment, runId, now }));
        },
        controller.signal,
        connect,
      );
      dispatch({ type: 'finished' });
    } catch (error) {
      if (controller.signal.aborted) {
        dispatch({ type: 'cancelled' });
        return;
      }
      const failure = error instanceof LabFailure ? error : new LabFailure('runtime', String(error));
      dispatch({ type: 'broken', failure });
    }
    if (done.length > 0) {
      onResult(done);
      await saveMeasurements(done);
    }
  };
  return { state, run, cancel: () => under.current?.abort() };
}
