import {
  type CellControl,
  type CellError,
  type CellOutput,
  type KernelEvent,
  limits,
} from '../../../../engine/notebook/index.ts';

/** Tells the page of one run of one cell, within the limits; says nothing more once a newer run has begun. */
export interface RunReport {
  output(output: CellOutput): void;
  control(control: CellControl): void;
  error(error: CellError): void;
  /** The cell's own work is over, at once; what happens until `finish` is the work of others. */
  worked(): void;
  finish(status: 'ok' | 'failed' | 'skipped'): void;
}

export interface RunIdentity {
  readonly cell: string;
  readonly run: number;
  /** False once a newer run of the cell has begun or the cell has gone. */
  readonly isCurrent: () => boolean;
}

/** Begins a run's report. `send` gives the size of what it sent. */
export function beginReport(identity: RunIdentity, send: (event: KernelEvent) => number): RunReport {
  const { cell, run, isCurrent } = identity;
  const began = performance.now();
  let ended: number | undefined;
  const controls: CellControl[] = [];
  let outputs = 0;
  let characters = 0;

  const put = (output: CellOutput) => {
    characters += send({ type: 'output', cell, run, output });
    outputs += 1;
  };
  const isFull = () => outputs >= limits.outputs - 2 || characters >= limits.runCharacters;
  let full = false;

  send({ type: 'started', cell, run });
  return {
    output(output) {
      if (!isCurrent() || full) return;
      full = isFull();
      put(
        full
          ? { kind: 'notice', text: 'The cell put out more than is shown. The rest was left out.' }
          : output,
      );
    },
    // What went wrong is told even when the cell has put out too much.
    error(error) {
      if (isCurrent() && outputs < limits.outputs) put({ kind: 'error', error });
    },
    control(control) {
      if (!isCurrent()) return;
      if (controls.some(({ key }) => key === control.key))
        throw new Error(
          `two sliders of this cell have the key “${control.key}”: give one another label or key`,
        );
      if (controls.length >= limits.controls) throw new RangeError(`a cell takes ${limits.controls} sliders`);
      controls.push(control);
    },
    worked() {
      ended ??= performance.now();
    },
    finish(status) {
      if (!isCurrent()) return;
      const milliseconds = Math.max(0, (ended ?? performance.now()) - began);
      send({ type: 'controls', cell, run, controls });
      send({ type: 'finished', cell, run, status, milliseconds });
    },
  };
}
