import { type RefCallback, useCallback } from 'react';
import type { EditorHandle } from '../room/cellPlaces.ts';
import { useNotebook } from '../room/notebookContext.ts';

/** A ref that makes an editor known to the notebook, so that the focus can be moved into it. */
export function useEditorHandle(cell: string): RefCallback<EditorHandle> {
  const { places } = useNotebook();
  return useCallback((editor) => (editor ? places.addEditor(cell, editor) : undefined), [cell, places]);
}
