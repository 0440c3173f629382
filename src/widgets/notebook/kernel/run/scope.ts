import type { Module, Variable } from '@observablehq/runtime';
import type { Cell } from './cell.ts';

const contexts = ['widget', 'lab'] as const;

/** A name that the page gives a meaning: what the lesson's widget shows, what this device has measured. */
export type ContextName = (typeof contexts)[number];

/** Cells that see each other's names: one module of Observable's runtime. */
export interface Scope {
  readonly module: Module;
  readonly cells: Set<Cell>;
  /** Which cell's last run holds a name. */
  readonly owners: Map<string, Cell>;
  setContext(name: ContextName, value: unknown): void;
}

/** What values travel in between cells: the runtime would otherwise run through a cell's iterators itself. */
export class Box {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

export const unboxed = (value: unknown) => (value instanceof Box ? value.value : value);

/** What the runtime calls a context; a cell's name holds no space. */
export const contextVariable = (name: string) => `context ${name}`;

export const isContext = (name: string): name is ContextName => contexts.some((context) => context === name);

export function createScope(module: Module): Scope {
  const variables = new Map<string, Variable>();
  const setContext = (name: ContextName, value: unknown) => {
    const variable = variables.get(name) ?? module.variable();
    variables.set(
      name,
      variable.define(contextVariable(name), [], () => new Box(value)),
    );
  };
  setContext('widget', undefined);
  setContext('lab', []);
  return { module, cells: new Set(), owners: new Map(), setContext };
}
