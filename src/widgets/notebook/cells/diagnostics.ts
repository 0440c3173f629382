import type { CellError } from '../../../engine/notebook/index.ts';
import type { CellRun } from '../session/runs.ts';

/** What the editor underlines: where the source does not parse, or where its last run broke, while that is still its source. */
export function diagnosticsOf(run: CellRun, source: string): readonly CellError[] {
  if (run.syntaxError) return [run.syntaxError];
  if (run.source !== source || run.lost) return [];
  return run.outputs.flatMap((output) =>
    output.kind === 'error' && output.error.place ? [output.error] : [],
  );
}
