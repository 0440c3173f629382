import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { CodeCell } from '../cells/CodeCell.tsx';
import { ForeignCell } from '../cells/ForeignCell.tsx';
import { MarkdownCell } from '../cells/MarkdownCell.tsx';
import { untouched } from '../session/runs.ts';
import { staleCells } from '../session/stale.ts';
import { AddFirstCell } from './AddFirstCell.tsx';
import { useNotebook } from './notebookContext.ts';

/** The cells of one section, in order. */
export function SectionCells({ section }: { readonly section: NotebookSection }) {
  const { session } = useNotebook();
  const code = useMemo(() => section.cells.filter(({ kind }) => kind === 'code'), [section]);
  // Only this section's: a run of another one draws nothing here.
  const runs = useStore(
    session,
    useShallow((state) => Object.fromEntries(code.map(({ id }) => [id, state.runs[id] ?? untouched]))),
  );
  const stale = useMemo(() => staleCells(code, runs), [code, runs]);
  // A list that says the same stays the same, so that a run does not draw every editor again.
  const declared = code.flatMap(({ id }) => runs[id]?.declares ?? []).join(' ');
  const names = useMemo(() => declared.split(' '), [declared]);
  if (section.cells.length === 0) return <AddFirstCell section={section.id} />;
  return section.cells.map((cell, index) => {
    const place = { section: section.id, number: index + 1 };
    if (cell.kind === 'markdown') return <MarkdownCell key={cell.id} {...place} cell={cell} />;
    if (cell.kind === 'foreign') return <ForeignCell key={cell.id} {...place} cell={cell} />;
    return <CodeCell key={cell.id} {...place} cell={cell} stale={stale.has(cell.id)} names={names} />;
  });
}
