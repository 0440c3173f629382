import { type ReactNode, useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { KeySheet } from './KeySheet.tsx';
import { type NotebookParts, NotebookProvider } from './notebookContext.ts';
import { useLabContext } from './useLabContext.ts';
import { useNotebookParts } from './useNotebookParts.ts';

interface Props {
  /** The sections as the course ships them. */
  readonly originals: readonly NotebookSection[];
  /** Whether the reader's own sections follow. */
  readonly own: boolean;
  readonly children: (parts: NotebookParts, showHelp: () => void) => ReactNode;
}

/** A notebook on a page: what its cells stand in. */
export function Notebook({ originals, own, children }: Props) {
  const [help, setHelp] = useState(false);
  const showHelp = () => setHelp(true);
  const parts = useNotebookParts(originals, own, showHelp);
  useLabContext(parts.session);
  return (
    <NotebookProvider value={parts}>
      {children(parts, showHelp)}
      <KeySheet open={help} onClose={() => setHelp(false)} />
    </NotebookProvider>
  );
}
