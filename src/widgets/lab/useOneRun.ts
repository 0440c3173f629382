import { useEffect, useReducer, useRef } from 'react';
import { type LabRun, saveLabRun } from '../../store/labRuns.ts';
import { LabFailure } from './failures.ts';
import type { RunEvent } from './runner/runLab.ts';
import { idle, type RunState, runReducer } from './runState.ts';

/** Measures, tells of its progress, and ends everything when the signal says so. */
export type Measure<R> = (emit: (event: RunEvent) => void, signal: AbortSignal) => Promise<R>;

export interface OneRun<R> {
  readonly state: RunState;
  readonly run: (measure: Measure<R>) => Promise<void>;
  readonly cancel: () => void;
}

/** Runs an experiment whose whole run is one result, saves it, and ends everything when the page is left. */
export function useOneRun<R extends LabRun>(onResult: (run: R) => void): OneRun<R> {
  const [state, dispatch] = useReducer(runReducer, idle);
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);

  const run = async (measure: Measure<R>): Promise<void> => {
    under.current?.abort();
    const controller = new AbortController();
    under.current = controller;
    dispatch({ type: 'started' });
    try {
      const measured = await measure(dispatch, controller.signal);
      dispatch({ type: 'finished' });
      onResult(measured);
      await saveLabRun(measured);
    } catch (error) {
      if (controller.signal.aborted) return dispatch({ type: 'cancelled' });
      const failure = error instanceof LabFailure ? error : new LabFailure('runtime', String(error));
      dispatch({ type: 'broken', failure });
    }
  };
  return { state, run, cancel: () => under.current?.abort() };
}
