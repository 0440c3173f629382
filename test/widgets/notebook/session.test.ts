import { describe, expect, it } from 'vitest';
import type { KernelCommand, KernelEvent, NotebookSection } from '../../../src/engine/notebook/index.ts';
import type { Kernel, KernelNotice } from '../../../src/widgets/notebook/sandbox/kernel.ts';
import { createActions } from '../../../src/widgets/notebook/session/actions.ts';
import type { NotebookDocument } from '../../../src/widgets/notebook/session/document.ts';
import { commandFor, type KeyCommand, keySheet } from '../../../src/widgets/notebook/session/keys.ts';
import { afterEnd, afterEvent, type Runs, reveal } from '../../../src/widgets/notebook/session/runs.ts';
import { createSession } from '../../../src/widgets/notebook/session/session.ts';
import { staleCells } from '../../../src/widgets/notebook/session/stale.ts';

const plain = { shift: false, alt: false, control: false };
const text = (said: string) => ({ kind: 'text', text: said }) as const;

function replay(events: readonly KernelEvent[], runs: Runs = {}, source = 'x'): Runs {
  return events.reduce((before, event) => afterEvent(before, event, source), runs);
}

const finished = (cell: string, run: number): KernelEvent => ({
  type: 'finished',
  cell,
  run,
  status: 'ok',
  milliseconds: 3,
});

describe('the runs of a cell', () => {
  it('keep the earlier outputs until the next run has finished', () => {
    const first = replay([
      { type: 'started', cell: 'a', run: 1 },
      { type: 'output', cell: 'a', run: 1, output: text('one') },
      finished('a', 1),
    ]);
    expect(first.a?.outputs).toEqual([text('one')]);
    const second = replay(
      [
        { type: 'started', cell: 'a', run: 2 },
        { type: 'output', cell: 'a', run: 2, output: text('two') },
      ],
      first,
    );
    expect(second.a?.outputs).toEqual([text('one')]);
    expect(reveal(second, 'a').a?.outputs).toEqual([text('two')]);
    expect(replay([finished('a', 2)], second).a?.outputs).toEqual([text('two')]);
  });

  it('ignore what an older run still says', () => {
    const runs = replay([
      { type: 'started', cell: 'a', run: 2 },
      { type: 'output', cell: 'a', run: 1, output: text('late') },
      finished('a', 1),
    ]);
    expect(runs.a?.status).toBe('running');
    expect(runs.a?.present?.outputs).toEqual([]);
  });

  it('of an ended kernel keep their outputs, lose their values, and say why where one was cut short', () => {
    const runs = replay([
      { type: 'started', cell: 'a', run: 1 },
      { type: 'output', cell: 'a', run: 1, output: text('done') },
      finished('a', 1),
      { type: 'started', cell: 'b', run: 1 },
      { type: 'output', cell: 'b', run: 1, output: text('half') },
    ]);
    const ended = afterEnd(runs, ['b'], 'Stopped.');
    expect(ended.a).toMatchObject({ status: 'ok', lost: true, outputs: [text('done')] });
    expect(ended.b).toMatchObject({
      status: 'stopped',
      outputs: [text('half'), { kind: 'notice', text: 'Stopped.' }],
    });
  });
});

describe('stale cells', () => {
  const cells = [
    { id: 'a', source: 'const x = 1' },
    { id: 'b', source: 'const y = x' },
    { id: 'c', source: 'y' },
    { id: 'd', source: '7' },
  ];
  const analysed = (cell: string, declares: string[], uses: string[]): KernelEvent => ({
    type: 'analysed',
    cell,
    declares,
    uses,
  });
  const ran = (cell: string): Runs =>
    replay(
      [{ type: 'started', cell, run: 1 }, finished(cell, 1)],
      {},
      cells.find(({ id }) => id === cell)?.source,
    );
  const all: Runs = replay(
    [analysed('a', ['x'], []), analysed('b', ['y'], ['x']), analysed('c', [], ['y']), analysed('d', [], [])],
    { ...ran('a'), ...ran('b'), ...ran('c'), ...ran('d') },
  );

  it('are none after a run of everything', () => {
    expect([...staleCells(cells, all)]).toEqual([]);
  });

  it('are the edited cell and all that follow from it, through others too', () => {
    const edited = cells.map((cell) => (cell.id === 'a' ? { ...cell, source: 'const x = 2' } : cell));
    expect([...staleCells(edited, all)].sort()).toEqual(['a', 'b', 'c']);
  });

  it('are all that had run when the kernel was ended', () => {
    expect([...staleCells(cells, afterEnd(all, [], 'Restarted.'))].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('keys in command mode', () => {
  const press = (key: string, more: Partial<typeof plain> = {}) =>
    commandFor({ key, ...plain, ...more }, undefined).command;

  it.each<[string, Partial<typeof plain>, KeyCommand]>([
    ['Enter', {}, 'edit'],
    ['Enter', { shift: true }, 'runAndAdvance'],
    ['Enter', { control: true }, 'run'],
    ['Enter', { alt: true }, 'runAndInsert'],
    ['ArrowUp', {}, 'previous'],
    ['j', {}, 'next'],
    ['a', {}, 'insertAbove'],
    ['b', {}, 'insertBelow'],
    ['z', {}, 'undo'],
    ['Z', { shift: true }, 'redo'],
    ['ArrowDown', { alt: true }, 'moveDown'],
    ['m', {}, 'toMarkdown'],
    ['?', { shift: true }, 'help'],
  ])('%s %o is %s', (key, more, command) => {
    expect(press(key, more)).toBe(command);
  });

  it('delete only on the second D, and forget the first when another key comes between', () => {
    const first = commandFor({ key: 'd', ...plain }, undefined);
    expect(first.command).toBeUndefined();
    expect(commandFor({ key: 'd', ...plain }, first.waiting).command).toBe('remove');
    const between = commandFor({ key: 'x', ...plain }, first.waiting);
    expect(commandFor({ key: 'd', ...plain }, between.waiting).command).toBeUndefined();
  });

  it('leave the browser its own: Ctrl+A, Ctrl+Z, Ctrl+F', () => {
    for (const key of ['a', 'z', 'f']) expect(press(key, { control: true })).toBeUndefined();
  });

  it('are all on the sheet', () => {
    const sheet = keySheet.map(({ keys }) => keys).join(' ');
    for (const key of [
      'Shift+Enter',
      'Ctrl+Enter',
      'Alt+Enter',
      'Escape',
      'D D',
      'I I',
      '0 0',
      'Z',
      'M, Y',
      'H',
    ]) {
      expect(sheet).toContain(key);
    }
  });
});

describe('a session', () => {
  const original: NotebookSection = {
    id: 's',
    title: 'Section',
    cells: [
      { id: 's/1', kind: 'markdown', source: 'Words' },
      { id: 's/2', kind: 'code', language: 'ts', source: 'const x = 1' },
      { id: 's/3', kind: 'code', language: 'ts', source: 'x + 1' },
    ],
  };

  function open() {
    let sections = [original];
    const listeners = new Set<() => void>();
    const document: NotebookDocument = {
      get sections() {
        return sections;
      },
      refused: undefined,
      edit: (_section, cell, source) => {
        sections = sections.map((section) => ({
          ...section,
          cells: section.cells.map((one) => (one.id === cell ? { ...one, source } : one)),
        }));
        for (const listener of listeners) listener();
      },
      change: () => undefined,
      reset: () => undefined,
      undo: () => undefined,
      redo: () => undefined,
      original: () => undefined,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    const sent: KernelCommand[] = [];
    let tell: (notice: KernelNotice) => void = () => undefined;
    const kernel: Kernel = {
      state: 'idle',
      send: (command) => sent.push(command),
      stop: () => undefined,
      restart: () => undefined,
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
      dispose: () => undefined,
    };
    const marks: string[] = [];
    const kept: string[] = [];
    const session = createSession({
      document,
      startKernel: () => kernel,
      remember: (cells) => kept.push(...cells),
      watch: {
        running: (section, cells) => marks.push(`${section}: ${cells.join(' ')}`),
        idle: () => marks.push('idle'),
      },
    });
    session.open();
    return {
      session,
      document,
      sent,
      marks,
      kept,
      say: (event: KernelEvent) => tell({ type: 'event', event }),
    };
  }

  it('starts the kernel with the first run and tells it the cells before', () => {
    const { session, sent } = open();
    expect(sent).toEqual([]);
    session.run(['s/2']);
    expect(sent.map(({ type }) => type)).toEqual(['define', 'run']);
    expect(sent[0]).toMatchObject({
      cells: [
        { id: 's/2', scope: 's', language: 'ts', source: 'const x = 1' },
        { id: 's/3', scope: 's', language: 'ts', source: 'x + 1' },
      ],
    });
  });

  it('runs an edited light cell again once it is known to parse, and not while it does not', async () => {
    const { session, sent, kept, say } = open();
    session.run(['s/2']);
    say({ type: 'started', cell: 's/2', run: 1 });
    say(finished('s/2', 1));
    await expect.poll(() => session.getState().runs['s/2']?.status).toBe('ok');
    sent.length = 0;
    session.edit('s', 's/2', 'const x = (');
    expect(sent.map(({ type }) => type)).toEqual(['define']);
    const error = { name: 'SyntaxError', message: 'Unexpected token', place: { line: 1, column: 12 } };
    say({ type: 'analysed', cell: 's/2', declares: [], uses: [], error });
    expect(sent.map(({ type }) => type)).toEqual(['define']);
    await expect.poll(() => session.getState().runs['s/2']?.syntaxError).toEqual(error);
    session.edit('s', 's/2', 'const x = 5');
    say({ type: 'analysed', cell: 's/2', declares: ['x'], uses: [] });
    expect(sent.at(-1)).toEqual({ type: 'run', cells: ['s/2'] });
    // Only what the reader ran enters the history.
    expect(kept).toEqual(['s/2']);
  });

  it('does not run a cell that the reader has not run yet', () => {
    const { session, sent, say } = open();
    session.run(['s/2']);
    session.edit('s', 's/3', 'x + 2');
    say({ type: 'analysed', cell: 's/3', declares: [], uses: ['x'] });
    expect(sent.filter(({ type }) => type === 'run')).toHaveLength(1);
  });

  it('marks what runs before it runs, and clears the mark when nothing does', () => {
    const { session, marks, say } = open();
    session.run(['s/2', 's/3']);
    expect(marks).toEqual(['s: s/2 s/3']);
    say({ type: 'idle' });
    expect(marks.at(-1)).toBe('idle');
  });

  it('measures a round until its last cell has finished', async () => {
    const { session, say } = open();
    session.run(['s/2', 's/3']);
    for (const cell of ['s/2', 's/3']) {
      expect(session.getState().round?.milliseconds).toBeUndefined();
      say({ type: 'started', cell, run: 1 });
      say(finished(cell, 1));
    }
    await expect.poll(() => session.getState().round?.milliseconds).toBeGreaterThanOrEqual(0);
  });

  it('goes on to the next cell on Shift+Enter, and adds one after the last', () => {
    const { session, document, sent } = open();
    const focused: string[] = [];
    const added: unknown[] = [];
    const act = createActions({
      session,
      document: {
        ...document,
        sections: document.sections,
        change: (_section, change) => added.push(change),
      },
      focus: { cell: (id) => focused.push(id), editor: (id) => focused.push(`in ${id}`) },
      showHelp: () => undefined,
      newId: () => 'own/1',
    });
    act('runAndAdvance', 's/2');
    expect(sent.at(-1)).toEqual({ type: 'run', cells: ['s/2'] });
    expect(focused).toEqual(['s/3']);
    act('runAndAdvance', 's/3');
    expect(added).toMatchObject([{ type: 'insert', after: 's/3', cell: { id: 'own/1', kind: 'code' } }]);
    expect(focused.at(-1)).toBe('in own/1');
  });
});
