import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { exportPage, type ShownOutput } from '../files/index.ts';
import { markdownHtml } from '../markdown/markdownHtml.ts';

/** A section as a page to read, its prose set. */
export async function pageFile(
  section: NotebookSection,
  outputs: ReadonlyMap<string, readonly ShownOutput[]>,
): Promise<string> {
  const texts = section.cells.filter(({ kind }) => kind === 'markdown');
  const prose = await Promise.all(
    texts.map(async ({ id, source }) => [id, await markdownHtml(source)] as const),
  );
  const link = `${location.href.replace(/#.*$/s, '')}#/notebook`;
  return exportPage({ section, outputs, prose: new Map(prose), date: new Date(), link });
}
