import { onTestFinished } from 'vitest';
import type { CellOutput, KernelCell, KernelEvent } from '../../../../src/engine/notebook/index.ts';
import { createKernel } from '../../../../src/widgets/notebook/sandbox/createKernel.ts';
import type { KernelNotice } from '../../../../src/widgets/notebook/sandbox/kernel.ts';

type Source = string | (Partial<KernelCell> & { source: string });
type Finished = Extract<KernelEvent, { type: 'finished' }>;

/** A real kernel in a real sandbox, and what it said of each cell's latest run. */
export function startKernel({ timeLimitMs = 10_000 } = {}) {
  const kernel = createKernel({ timeLimitMs });
  const notices: KernelNotice[] = [];
  const events: KernelEvent[] = [];
  kernel.subscribe((notice) => {
    notices.push(notice);
    if (notice.type === 'event') events.push(notice.event);
  });
  onTestFinished(() => kernel.dispose());

  /** Resolves once the kernel says something of which `test` is true, from now on. */
  const until = (test: (notice: KernelNotice) => boolean) =>
    new Promise<void>((resolve) => {
      const leave = kernel.subscribe((notice) => {
        if (!test(notice)) return;
        leave();
        resolve();
      });
    });
  const idle = () => until((notice) => notice.type === 'event' && notice.event.type === 'idle');

  const sendDefine = (cells: Readonly<Record<string, Source>>) =>
    kernel.send({
      type: 'define',
      cells: Object.entries(cells).map(([id, cell]) => ({
        id,
        scope: 'one',
        language: 'ts',
        ...(typeof cell === 'string' ? { source: cell } : cell),
      })),
    });
  const define = async (cells: Readonly<Record<string, Source>>) => {
    const settled = idle();
    sendDefine(cells);
    await settled;
  };
  const run = async (...cells: string[]) => {
    const settled = idle();
    kernel.send({ type: 'run', cells });
    await settled;
  };

  const latest = (cell: string) =>
    events.findLast((event) => event.type === 'started' && event.cell === cell);
  const ofRun = (cell: string) => {
    const started = latest(cell);
    const number = started?.type === 'started' ? started.run : -1;
    return events.filter((event) => 'run' in event && event.cell === cell && event.run === number);
  };
  const outputs = (cell: string): CellOutput[] =>
    ofRun(cell).flatMap((event) => (event.type === 'output' ? [event.output] : []));
  const texts = (cell: string) =>
    outputs(cell).map((output) => ('text' in output ? output.text : output.kind));
  const finished = (cell: string): Finished | undefined => {
    const event = ofRun(cell).findLast(({ type }) => type === 'finished');
    return event?.type === 'finished' ? event : undefined;
  };
  const error = (cell: string) => {
    const output = outputs(cell).findLast(({ kind }) => kind === 'error');
    return output?.kind === 'error' ? output.error : undefined;
  };
  const runs = (cell: string) =>
    events.filter((event) => event.type === 'started' && event.cell === cell).length;

  return {
    kernel,
    notices,
    events,
    until,
    idle,
    sendDefine,
    define,
    run,
    ofRun,
    outputs,
    texts,
    finished,
    error,
    runs,
  };
}
