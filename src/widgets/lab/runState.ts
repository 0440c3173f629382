import type { LabFailure } from './failures.ts';
import type { Step, Target } from './runner/plan.ts';
import type { RunEvent } from './runner/runLab.ts';

/** A row of the run under way. */
export interface RowState {
  readonly configuration: Target;
  readonly step: Step;
  /** Share of the step that is done, or null where it cannot be known. */
  readonly share: number | null;
  readonly notices: readonly string[];
  readonly failure: LabFailure | null;
}

export interface RunState {
  readonly status: 'idle' | 'running' | 'finished' | 'cancelled' | 'broken';
  readonly rows: readonly RowState[];
  /** Id of the row that something happened to last. */
  readonly active: string | null;
  /** Why the run as a whole could not begin. */
  readonly failure: LabFailure | null;
}

export type RunAction =
  | RunEvent
  | { readonly type: 'started' }
  | { readonly type: 'finished' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'broken'; readonly failure: LabFailure };

export const idle: RunState = { status: 'idle', rows: [], active: null, failure: null };

/** What the page knows of a run, from its events alone. */
export function runReducer(state: RunState, action: RunAction): RunState {
  switch (action.type) {
    case 'started':
      return { ...idle, status: 'running' };
    case 'finished':
    case 'cancelled':
      return { ...state, status: action.type };
    case 'broken':
      return { ...state, status: 'broken', failure: action.failure };
    case 'row': {
      const { configuration } = action;
      const row: RowState = { configuration, step: 'waiting', share: null, notices: [], failure: null };
      return { ...state, rows: [...state.rows, row] };
    }
    case 'step':
      return { ...change(state, action.row, { step: action.step, share: action.share }), active: action.row };
    case 'notice':
      return {
        ...state,
        rows: state.rows.map((row) =>
          row.configuration.id === action.row ? { ...row, notices: [...row.notices, action.sentence] } : row,
        ),
      };
    case 'failed':
      return change(state, action.row, { step: 'failed', share: null, failure: action.failure });
    case 'result':
      return change(state, action.row, { step: 'done', share: 1 });
  }
}

const change = (state: RunState, id: string, changes: Partial<RowState>): RunState => ({
  ...state,
  rows: state.rows.map((row) => (row.configuration.id === id ? { ...row, ...changes } : row)),
});
