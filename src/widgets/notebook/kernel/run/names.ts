import { SourceError } from '../source/syntaxError.ts';
import { type Cell, declarersOf } from './cell.ts';
import { Box, contextVariable, isContext } from './scope.ts';

/** Gives a cell's names to its scope: away from whichever cell held them, and back what it no longer declares. */
export function takeNames(cell: Cell, declares: readonly string[]) {
  const { scope } = cell;
  for (const name of [...cell.names.keys()]) if (!declares.includes(name)) releaseName(cell, name);
  for (const name of declares) {
    const owner = scope.owners.get(name);
    if (owner && owner !== cell) releaseName(owner, name);
    const variable = cell.names.get(name) ?? scope.module.variable(true);
    cell.names.set(name, variable);
    scope.owners.set(name, cell);
    variable.define(
      name,
      [mainName(cell)],
      (values: ReadonlyMap<string, unknown>) => new Box(values.get(name)),
    );
  }
}

/** Takes a name out of the scope. */
export function releaseName(cell: Cell, name: string) {
  cell.names.get(name)?.delete();
  cell.names.delete(name);
  if (cell.scope.owners.get(name) === cell) cell.scope.owners.delete(name);
}

/** What the runtime calls the cell itself; a name holds no space. */
export const mainName = (cell: Cell) => `cell ${cell.id}`;

/** What the runtime calls a name that a cell uses. */
export const inputName = (cell: Cell, name: string) =>
  isContext(name) && declarersOf(cell.scope, name).length === 0 ? contextVariable(name) : name;

/** The first name of a cell that another one of its scope declares too. */
export function duplicateIn(cell: Cell): SourceError | undefined {
  if (cell.analysis instanceof SourceError) return undefined;
  for (const [name, place] of cell.analysis.declares) {
    if (declarersOf(cell.scope, name).length > 1)
      return new SourceError(
        `${name} is defined more than once: rename it in one of the cells, or delete one.`,
        place,
      );
  }
  return undefined;
}
