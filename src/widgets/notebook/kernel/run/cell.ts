import type { Variable } from '@observablehq/runtime';
import type { KernelCell } from '../../../../engine/notebook/index.ts';
import { type Analysis, analyse } from '../source/analyse.ts';
import { SourceError, sourceError } from '../source/syntaxError.ts';
import type { Scope } from './scope.ts';

/** A cell as it was when it was run. */
export interface Ran {
  readonly source: string;
  readonly language: KernelCell['language'];
  /** Names of the scope that the run uses. */
  readonly uses: readonly string[];
  /** Runs it as it was, once more. */
  readonly again: () => void;
}

/** A cell as the kernel keeps it. */
export interface Cell {
  readonly id: string;
  readonly scope: Scope;
  definition: KernelCell;
  analysis: Analysis | SourceError;
  /** What it declares, or did when it last could be read. */
  declares: readonly string[];
  ran: Ran | undefined;
  /** The latest run. */
  run: number;
  /** Ends the wait for a run that a newer one has overtaken. */
  overtake: () => void;
  /** The runtime's variable for the cell, and those for its names. */
  main: Variable | undefined;
  readonly names: Map<string, Variable>;
  /** Where the reader left its sliders. */
  readonly kept: Map<string, number>;
}

export function createCell(definition: KernelCell, scope: Scope): Cell {
  const cell: Cell = {
    id: definition.id,
    scope,
    definition,
    analysis: new SourceError('The cell has not been read.'),
    declares: [],
    ran: undefined,
    run: 0,
    overtake: () => {},
    main: undefined,
    names: new Map(),
    kept: new Map(),
  };
  scope.cells.add(cell);
  redefineCell(cell, definition);
  return cell;
}

/** Takes a cell's new source. Its values stay until it is run. */
export function redefineCell(cell: Cell, definition: KernelCell) {
  cell.definition = definition;
  cell.analysis = readCell(definition);
  if (!(cell.analysis instanceof SourceError)) cell.declares = [...cell.analysis.declares.keys()];
}

const readCell = (definition: KernelCell) => {
  try {
    return analyse(definition);
  } catch (error) {
    return error instanceof SourceError ? error : sourceError(error);
  }
};

/** Whether the last run was of the source as it is now. */
export const hasRunAsItStands = ({ ran, definition }: Cell) =>
  ran !== undefined && ran.source === definition.source && ran.language === definition.language;

/** The cells of its scope that declare a name. */
export const declarersOf = (scope: Scope, name: string): readonly Cell[] =>
  [...scope.cells].filter((cell) => cell.declares.includes(name));

/** The names of its scope that a cell uses, the contexts among them; not the kernel's, unless a cell declares them. */
export function scopeNames(cell: Cell, isKernels: (name: string) => boolean): readonly string[] {
  if (cell.analysis instanceof SourceError) return [];
  return [...cell.analysis.uses.keys()].filter(
    (name) => !isKernels(name) || declarersOf(cell.scope, name).some((declarer) => declarer !== cell),
  );
}
