import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KernelCell, KernelEvent, NotebookSection } from '../../../engine/notebook/index.ts';
import type { Kernel, KernelNotice, KernelState } from '../sandbox/kernel.ts';
import type { NotebookDocument } from './document.ts';
import { endWords } from './endWords.ts';
import { afterEnd, afterEvent, type Runs, reveal, untouched } from './runs.ts';

export interface SessionState {
  readonly sections: readonly NotebookSection[];
  /** Why the last change to the cells was not made. */
  readonly refused: string | undefined;
  readonly runs: Runs;
  readonly kernel: KernelState | 'off';
  /** Why the kernel could not be started. */
  readonly problem: string | undefined;
  /** The last time that many cells were run at once. */
  readonly round: Round | undefined;
}

export interface Round {
  readonly cells: readonly string[];
  readonly startedAt: number;
  readonly milliseconds: number | undefined;
}

/**
 * A notebook at work: the document's cells, what their runs have put out, and the kernel that runs them. The kernel is
 * started by the first run, or ahead of it.
 */
export interface Session extends StoreApi<SessionState> {
  run(cells: readonly string[]): void;
  /** Starts the kernel ahead of the first run; it then knows the cells' names, and where they do not parse. */
  warm(): void;
  /** Ends what runs, at once. */
  stop(): void;
  restart(): void;
  /** Takes the reader's text; a light cell that has run before runs again with it. */
  edit(section: string, cell: string, source: string): void;
  setControl(cell: string, key: string, value: number): void;
  setContext(section: string, name: 'widget' | 'lab', value: unknown): void;
  /** Follows the document while the notebook is on the page; what it returns ends that and the kernel. */
  open(): () => void;
}

export interface SessionOptions {
  readonly document: NotebookDocument;
  readonly startKernel: () => Kernel;
  /** Kept while cells run, so that a page that died of them does not run them again by itself. */
  /** Told of cells that the reader runs, for their history; not of those that follow a keystroke by themselves. */
  readonly remember: (cells: readonly string[]) => void;
  readonly watch: { running(section: string, cells: readonly string[]): void; idle(): void };
}

/** A run shows what it has put out so far after this long; a shorter one replaces the outputs in one go. */
const patience = 120;
/** Cells whose last run was shorter than this run again with every keystroke that parses. */
const light = 250;

export function createSession({ document, startKernel, remember, watch }: SessionOptions): Session {
  const store = createStore<SessionState>()(() => ({
    sections: document.sections,
    refused: undefined,
    runs: {},
    kernel: 'off',
    problem: undefined,
    round: undefined,
  }));
  let kernel: Kernel | undefined;
  /** Sources as the kernel has them. */
  let defined = new Map<string, string>();
  const contexts = new Map<string, Parameters<Session['setContext']>>();
  /** Edited cells that are to run as soon as they are known to parse. */
  const eager = new Set<string>();
  let awaited = new Set<string>();
  /** Running cells, and when they show what they have put out so far. */
  const revealed = new Map<string, number>();

  const codeCells = () => store.getState().sections.flatMap(kernelCells);

  const define = () => {
    if (!kernel) return;
    const cells = codeCells();
    const sources = new Map(cells.map(({ id, source }) => [id, source]));
    if (sameEntries(sources, defined)) return;
    defined = sources;
    kernel.send({ type: 'define', cells });
  };

  const begin = (): Kernel => {
    if (kernel) return kernel;
    const started = startKernel();
    kernel = started;
    store.setState({ kernel: started.state });
    started.subscribe(listen);
    define();
    for (const [scope, name, value] of contexts.values()) {
      started.send({ type: 'setContext', scope, name, value });
    }
    return started;
  };

  const listen = (notice: KernelNotice) => {
    if (notice.type === 'state') store.setState({ kernel: notice.state, problem: notice.problem });
    else if (notice.type === 'ended') end(notice);
    else take(notice.event);
  };

  const end = ({ reason, running }: Extract<KernelNotice, { type: 'ended' }>) => {
    watch.idle();
    show();
    revealed.clear();
    eager.clear();
    awaited = new Set();
    store.setState(({ runs, round }) => ({
      runs: afterEnd(runs, running, endWords(reason)),
      round: round && { ...round, milliseconds: round.milliseconds ?? performance.now() - round.startedAt },
    }));
  };

  /** What the kernel said since the page was drawn last. A cell may say hundreds of things; they are drawn together. */
  let heard: KernelEvent[] = [];

  const take = (event: KernelEvent) => {
    if (heard.length === 0) beforeNextFrame(show);
    heard.push(event);
    if (event.type === 'analysed' && eager.delete(event.cell) && !event.error) run([event.cell]);
    if (event.type === 'started') revealed.set(event.cell, performance.now() + patience);
    if (event.type === 'started') setTimeout(show, patience);
    if (event.type === 'finished') revealed.delete(event.cell);
    if (event.type === 'idle') watch.idle();
  };

  const show = () => {
    const events = heard;
    heard = [];
    const now = performance.now();
    store.setState(({ runs }) => {
      let after = events.reduce(
        (before, event) => afterEvent(before, event, 'cell' in event ? defined.get(event.cell) : undefined),
        runs,
      );
      for (const [cell, due] of revealed) if (due <= now) after = reveal(after, cell);
      return { runs: after };
    });
    for (const event of events) if (event.type === 'finished') finishRound(event.cell);
  };

  const finishRound = (cell: string) => {
    awaited.delete(cell);
    const { round } = store.getState();
    if (!round || round.milliseconds !== undefined || awaited.size > 0) return;
    store.setState({ round: { ...round, milliseconds: performance.now() - round.startedAt } });
  };

  const run = (cells: readonly string[]) => {
    if (cells.length === 0) return;
    const running = begin();
    define();
    for (const section of store.getState().sections) {
      const own = section.cells.filter(({ id }) => cells.includes(id)).map(({ id }) => id);
      if (own.length > 0) watch.running(section.id, own);
    }
    if (cells.length > 1) {
      awaited = new Set(cells);
      store.setState({ round: { cells, startedAt: performance.now(), milliseconds: undefined } });
    }
    running.send({ type: 'run', cells: [...cells] });
  };

  const follow = () => {
    store.setState({ sections: document.sections, refused: document.refused });
    define();
  };

  return {
    ...store,
    run: (cells) => {
      run(cells);
      remember(cells);
    },
    warm: () => void begin(),
    stop: () => kernel?.stop(),
    restart: () => kernel?.restart(),
    edit: (section, cell, source) => {
      const { status, milliseconds } = store.getState().runs[cell] ?? untouched;
      if (kernel && status !== 'never' && (milliseconds ?? 0) < light) eager.add(cell);
      document.edit(section, cell, source);
    },
    setControl: (cell, key, value) => {
      store.setState(({ runs }) => ({ runs: withControl(runs, cell, key, value) }));
      kernel?.send({ type: 'setControl', cell, key, value });
    },
    setContext: (section, name, value) => {
      contexts.set(`${section}\n${name}`, [section, name, value]);
      kernel?.send({ type: 'setContext', scope: section, name, value });
    },
    open: () => {
      follow();
      const leave = document.subscribe(follow);
      return () => {
        leave();
        kernel?.dispose();
        kernel = undefined;
        defined = new Map();
        watch.idle();
        store.setState({ kernel: 'off', problem: undefined });
      };
    },
  };
}

function kernelCells(section: NotebookSection): KernelCell[] {
  return section.cells.flatMap((cell) =>
    cell.kind === 'code'
      ? [{ id: cell.id, scope: section.id, language: cell.language, source: cell.source }]
      : [],
  );
}

/** The slider stands where the reader put it, before the cell has answered. */
function withControl(runs: Runs, cell: string, key: string, value: number): Runs {
  const before = runs[cell];
  if (!before) return runs;
  const controls = before.controls.map((control) => (control.key === key ? { ...control, value } : control));
  return { ...runs, [cell]: { ...before, controls } };
}

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [key, value] of a) {
    const other = others.next().value;
    if (!other || other[0] !== key || other[1] !== value) return false;
  }
  return true;
}

/** Before the page is drawn again, or soon where it is not being drawn: a hidden tab has no frames. */
function beforeNextFrame(work: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    work();
  };
  requestAnimationFrame(once);
  setTimeout(once, 100);
}
