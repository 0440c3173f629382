import type { SourcePlace } from '../../../../engine/notebook/index.ts';
import type { Analysis } from '../source/analyse.ts';
import type { Cell } from './cell.ts';
import { type CompiledCell, compile } from './compile.ts';
import { reportError } from './execute.ts';
import type { RunReport } from './report.ts';
import { type KnownScript, stackPlace } from './stackPlace.ts';

/** The scripts of cells, by which errors are led back to a place in a source. */
export interface KnownScripts {
  /** Compiles a cell as it stands. */
  compile(cell: Cell, analysis: Analysis): { readonly address: string; readonly cell: CompiledCell };
  /** A run of a script has begun: stray errors of it go to this report. */
  begun(address: string, cell: Cell, report: RunReport): void;
  /** Where in this cell an error comes from. */
  placeIn(cell: Cell, error: unknown): SourcePlace | undefined;
  /** Reports an error that no run waited for, as in a timer's callback. Gives whether a cell was found for it. */
  stray(error: unknown): boolean;
  forget(cell: Cell): void;
}

export function createKnownScripts(): KnownScripts {
  const scripts = new Map<string, KnownScript>();
  const latest = new Map<Cell, { readonly address: string; readonly report: RunReport }>();
  return {
    compile(cell, analysis) {
      const script = compile(analysis.body, ['console']);
      scripts.set(script.address, { address: script.address, cell: cell.id, original: analysis.original });
      return script;
    },
    begun: (address, cell, report) => latest.set(cell, { address, report }),
    placeIn: (cell, error) => stackPlace(error, scripts, (script) => script.cell === cell.id)?.place,
    stray(error) {
      const found = stackPlace(error, scripts, () => true);
      const run = [...latest.values()].find(({ address }) => address === found?.address);
      if (run) reportError(error, run.report, found?.place);
      return run !== undefined;
    },
    forget(cell) {
      latest.delete(cell);
      for (const [address, script] of scripts) if (script.cell === cell.id) scripts.delete(address);
    },
  };
}
