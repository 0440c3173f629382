import { vocabulary } from '../vocabulary/cellNames.ts';
import { type Cell, declarersOf, hasRunAsItStands, scopeNames } from './cell.ts';

/** The cells that these need, directly or not, and that have not run as they stand. */
export function neededBy(cells: readonly Cell[]): ReadonlySet<Cell> {
  const needed = new Set<Cell>();
  const waiting = [...cells];
  const seen = new Set(cells);
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    const { scope } = cell;
    for (const name of scopeNames(cell, (name) => vocabulary.has(name))) {
      for (const declarer of declarersOf(scope, name)) {
        if (seen.has(declarer)) continue;
        seen.add(declarer);
        waiting.push(declarer);
        if (!hasRunAsItStands(declarer)) needed.add(declarer);
      }
    }
  }
  return needed;
}

/** The cells whose last run used, directly or not, what this one's last run holds. */
export function dependentsOf(cell: Cell): ReadonlySet<Cell> {
  const dependents = new Set<Cell>([cell]);
  for (const source of dependents) {
    for (const other of cell.scope.cells) {
      if (other.ran?.uses.some((name) => cell.scope.owners.get(name) === source)) dependents.add(other);
    }
  }
  dependents.delete(cell);
  return dependents;
}
