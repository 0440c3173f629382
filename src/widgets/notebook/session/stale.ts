import { type Runs, untouched } from './runs.ts';

interface Cell {
  readonly id: string;
  readonly source: string;
}

/**
 * Cells of one scope whose outputs no longer follow from what is written: their source has changed since the run, their
 * value went with its kernel, or a cell that they use is stale.
 */
export function staleCells(cells: readonly Cell[], runs: Runs): ReadonlySet<string> {
  const runOf = (id: string) => runs[id] ?? untouched;
  const makers = new Map<string, string>();
  for (const { id } of cells) for (const name of runOf(id).declares) makers.set(name, id);
  const stale = new Set(
    cells
      .filter(({ id, source }) => {
        const run = runOf(id);
        return run.status !== 'never' && (run.lost || run.source !== source);
      })
      .map(({ id }) => id),
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id } of cells) {
      const run = runOf(id);
      if (stale.has(id) || run.status === 'never') continue;
      if (!run.uses.some((name) => stale.has(makers.get(name) ?? ''))) continue;
      stale.add(id);
      grown = true;
    }
  }
  return stale;
}
