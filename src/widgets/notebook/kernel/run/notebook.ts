import { Runtime } from '@observablehq/runtime';
import type { KernelCell, KernelCommand, KernelEvent } from '../../../../engine/notebook/index.ts';
import { vocabulary } from '../vocabulary/cellNames.ts';
import { analysedEvent } from './analysedEvent.ts';
import { type Cell, createCell, redefineCell } from './cell.ts';
import { dependentsOf, neededBy } from './needs.ts';
import { createRunner } from './runner.ts';
import { createScope, type Scope } from './scope.ts';

/** The notebook behind the protocol: takes commands one by one, tells events. */
export interface Notebook {
  handle(command: KernelCommand): void;
  /** An error that no run waited for, as in a timer's callback. Gives whether a cell was found for it. */
  strayError(error: unknown): boolean;
}

/**
 * A notebook on Observable's runtime. A cell enters the runtime when it is first run; from then on the runtime reruns it
 * whenever something it uses was run again. What the runtime does not know (which cells have to run first, why one
 * cannot run, which run an output belongs to) is decided here.
 */
export function createNotebook(send: (event: KernelEvent) => number): Notebook {
  const runtime = new Runtime({}, globalNamed);
  const scopes = new Map<string, Scope>();
  const cells = new Map<string, Cell>();
  const analysed = new Map<string, string>();
  const runner = createRunner(send, () => settle());

  const scopeNamed = (name: string) => {
    const scope = scopes.get(name) ?? createScope(runtime.module());
    scopes.set(name, scope);
    return scope;
  };

  let computing = 0;
  let handled = 0;
  const settle = () => {
    if (computing === 0 && runner.pending() === 0) send({ type: 'idle', handled });
  };

  const define = (definitions: readonly KernelCell[]) => {
    const stays = (cell: Cell) =>
      definitions.some(({ id, scope }) => id === cell.id && scopeNamed(scope) === cell.scope);
    for (const cell of cells.values()) if (!stays(cell)) forget(cell);
    const known = new Map(cells);
    cells.clear();
    for (const definition of definitions) {
      const cell = known.get(definition.id);
      if (!cell) cells.set(definition.id, createCell(definition, scopeNamed(definition.scope)));
      else {
        const { source, language } = cell.definition;
        if (source !== definition.source || language !== definition.language) redefineCell(cell, definition);
        cells.set(cell.id, cell);
      }
    }
    tellAnalyses();
  };

  // What used a cell that has gone must run anew to learn it; nothing runs by a definition.
  const forget = (cell: Cell) => {
    for (const dependent of dependentsOf(cell)) runner.withdraw(dependent);
    runner.withdraw(cell);
    cell.scope.cells.delete(cell);
    cells.delete(cell.id);
    analysed.delete(cell.id);
  };

  const tellAnalyses = () => {
    for (const cell of cells.values()) {
      const event = analysedEvent(cell, (name) => vocabulary.has(name));
      const text = `${cell.definition.language} ${cell.definition.source} ${JSON.stringify(event)}`;
      if (analysed.get(cell.id) !== text) send(event);
      analysed.set(cell.id, text);
    }
  };

  const run = (ids: readonly string[]) => {
    const chosen = ids.map((id) => cells.get(id)).filter((cell) => cell !== undefined);
    const needed = neededBy(chosen);
    const inOrder = [...cells.values()].filter((cell) => needed.has(cell) || chosen.includes(cell));
    // The runtime takes what is ready from the end: defined backwards, independent cells run from top to bottom.
    for (const cell of inOrder.toReversed()) runner.prepare(cell);
  };

  const obey = (command: KernelCommand) => {
    switch (command.type) {
      case 'define':
        return define(command.cells);
      case 'run':
        return run(command.cells);
      case 'setControl': {
        const cell = cells.get(command.cell);
        cell?.kept.set(command.key, command.value);
        return cell?.ran?.again();
      }
      case 'setContext':
        return scopeNamed(command.scope).setContext(command.name, command.value);
    }
  };

  return {
    handle(command) {
      handled += 1;
      obey(command);
      computing += 1;
      runtime._compute().then(() => {
        computing -= 1;
        settle();
      });
    },
    strayError: runner.strayError,
  };
}

const globalNamed = (name: string): unknown => {
  if (name in globalThis) return Reflect.get(globalThis, name);
  throw new ReferenceError(`${name} is not defined`);
};
