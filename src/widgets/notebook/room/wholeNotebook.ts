import type { NotebookCell, NotebookSection } from '../../../engine/notebook/index.ts';

/** All sections as one, each under a heading of its own. */
export function wholeNotebook(sections: readonly NotebookSection[]): NotebookSection {
  const cells = sections.flatMap(({ id, title, cells: own }): readonly NotebookCell[] => {
    const source = /^\d/.test(id) ? `# ${id} ${title}` : `# ${title}`;
    return [{ id: `heading/${id}`, kind: 'markdown', source }, ...own];
  });
  return { id: 'goodput', title: 'Goodput notebook', cells };
}
