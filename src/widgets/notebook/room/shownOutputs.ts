import type { NotebookSection } from '../../../engine/notebook/index.ts';
import type { ShownOutput } from '../files/index.ts';
import { plotSvg } from '../outputs/plot/plotSvg.ts';
import type { Runs } from '../session/runs.ts';
import type { CellPlaces } from './cellPlaces.ts';

/**
 * What the cells of a section show now, pictures as they are drawn. A picture that the reader has not come near is not
 * drawn yet and goes without.
 */
export function shownOutputs(
  { cells }: NotebookSection,
  runs: Runs,
  places: CellPlaces,
): ReadonlyMap<string, readonly ShownOutput[]> {
  return new Map(cells.map(({ id }) => [id, ofCell(runs[id]?.outputs ?? [], places.element(id))]));
}

function ofCell(outputs: Runs[string]['outputs'], element: HTMLElement | undefined): readonly ShownOutput[] {
  const figures = [...(element?.querySelectorAll('figure') ?? [])];
  return outputs.map((output) => {
    if (output.kind !== 'plot') return { output };
    const figure = figures.shift();
    return { output, svg: figure ? plotSvg(figure) : undefined };
  });
}
