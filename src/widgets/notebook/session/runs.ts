import type { CellControl, CellError, CellOutput, KernelEvent } from '../../../engine/notebook/index.ts';

/** What is known of one cell's runs. */
export interface CellRun {
  readonly status: 'never' | 'running' | 'ok' | 'failed' | 'skipped' | 'stopped';
  /** What the last run put out; of the run before, until the present one has something to show. */
  readonly outputs: readonly CellOutput[];
  readonly controls: readonly CellControl[];
  /** How long the last finished run took. */
  readonly milliseconds: number | undefined;
  /** The source that was run. */
  readonly source: string | undefined;
  /** The value is gone with its kernel; the outputs still stand. */
  readonly lost: boolean;
  readonly declares: readonly string[];
  readonly uses: readonly string[];
  /** Why the present source does not parse. */
  readonly syntaxError: CellError | undefined;
  /** The run under way. */
  readonly present: { readonly run: number; readonly outputs: readonly CellOutput[] } | undefined;
}

export type Runs = Readonly<Record<string, CellRun>>;

export const untouched: CellRun = {
  status: 'never',
  outputs: [],
  controls: [],
  milliseconds: undefined,
  source: undefined,
  lost: false,
  declares: [],
  uses: [],
  syntaxError: undefined,
  present: undefined,
};

/** Takes in what the kernel says. `source` is the cell's text as the kernel has it. */
export function afterEvent(runs: Runs, event: KernelEvent, source: string | undefined): Runs {
  if (event.type === 'idle') return runs;
  const before = runs[event.cell] ?? untouched;
  const after = change(before, event, source);
  return after === before ? runs : { ...runs, [event.cell]: after };
}

function change(before: CellRun, event: Exclude<KernelEvent, { type: 'idle' }>, source?: string): CellRun {
  switch (event.type) {
    case 'analysed':
      return { ...before, declares: event.declares, uses: event.uses, syntaxError: event.error };
    case 'started':
      return { ...before, status: 'running', source, lost: false, present: { run: event.run, outputs: [] } };
    case 'output':
      if (before.present?.run !== event.run) return before;
      return { ...before, present: { run: event.run, outputs: [...before.present.outputs, event.output] } };
    case 'controls':
      return before.present?.run === event.run ? { ...before, controls: event.controls } : before;
    case 'finished':
      if (before.present?.run !== event.run) return before;
      return {
        ...before,
        status: event.status,
        milliseconds: event.milliseconds,
        outputs: before.present.outputs,
        present: undefined,
      };
  }
}

/** Shows what a run that takes longer has put out so far, in place of the outputs of the run before. */
export function reveal(runs: Runs, cell: string): Runs {
  const before = runs[cell];
  if (!before?.present || before.outputs === before.present.outputs) return runs;
  return { ...runs, [cell]: { ...before, outputs: before.present.outputs } };
}

/**
 * The kernel was ended. Values are lost, outputs stay and count as stale; the cells that were running get the reason
 * as their last output.
 */
export function afterEnd(runs: Runs, running: readonly string[], why: string): Runs {
  return Object.fromEntries(
    Object.entries(runs).map(([cell, run]): [string, CellRun] => {
      if (run.status === 'never') return [cell, run];
      const lost = { ...run, lost: true, present: undefined };
      if (!run.present && !running.includes(cell)) return [cell, lost];
      const notice: CellOutput = { kind: 'notice', text: why };
      return [cell, { ...lost, status: 'stopped', outputs: [...(run.present?.outputs ?? []), notice] }];
    }),
  );
}
