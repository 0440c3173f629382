import type { CellOutput, NotebookSection } from '../../../engine/notebook/index.ts';
import type { ShownOutput } from '../files/index.ts';
import { drawPlot } from '../outputs/plot/drawPlot.ts';
import type { Runs } from '../session/runs.ts';

/** What the cells of a section have put out, for a file: charts are drawn anew, also those that nobody came near. */
export async function shownOutputs(
  { cells }: NotebookSection,
  runs: Runs,
): Promise<ReadonlyMap<string, readonly ShownOutput[]>> {
  const shown = new Map<string, readonly ShownOutput[]>();
  for (const { id } of cells) shown.set(id, await Promise.all((runs[id]?.outputs ?? []).map(withPicture)));
  return shown;
}

async function withPicture(output: CellOutput): Promise<ShownOutput> {
  return output.kind === 'plot' ? { output, svg: await drawPlot(output.plot) } : { output };
}
