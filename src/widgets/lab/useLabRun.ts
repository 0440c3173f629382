import { useEffect, useReducer, useRef } from 'react';
import { stoppingRule } from '../../engine/benchmark/index.ts';
import { type Measurement, saveMeasurements } from '../../store/measurements.ts';
import { LabFailure } from './failures.ts';
import { loadCard, modelFile } from './loadCard.ts';
import { measurementFrom } from './measurementFrom.ts';
import type { Target } from './runner/plan.ts';
import { runLab } from './runner/runLab.ts';
import { idle, type RunState, runReducer } from './runState.ts';

/** What the reader chose. */
export interface Choices {
  readonly targets: readonly Target[];
  readonly batch: number;
  readonly timeLimitMs: number;
}

export interface LabRun {
  readonly state: RunState;
  readonly run: (choices: Choices) => Promise<void>;
  readonly cancel: () => void;
}

const longestWarmUpMs = 10_000;
const orderSeed = 1;

/** Runs measurements one at a time, saves their results, and ends everything when the page is left. */
export function useLabRun(onResult: (measurements: readonly Measurement[]) => void): LabRun {
  const [state, dispatch] = useReducer(runReducer, idle);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const run = async ({ targets, batch, timeLimitMs }: Choices): Promise<void> => {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    const now = new Date();
    const done: Measurement[] = [];
    dispatch({ type: 'started' });
    try {
      const card = await loadCard();
      const model = { card, url: modelFile(card.file) };
      const plan = {
        configurations: targets.map((target) => ({ ...target, model, batch })),
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
          if (event.type === 'result') done.push(measurementFrom(event.result, runId, now));
        },
        controller.signal,
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
