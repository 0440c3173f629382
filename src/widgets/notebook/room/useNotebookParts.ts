import { useEffect, useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { clearRunning, markRunning, snapshot } from '../../../store/notebook.ts';
import { createKernel } from '../sandbox/createKernel.ts';
import { createActions } from '../session/actions.ts';
import type { NotebookDocument } from '../session/document.ts';
import { newCellId } from '../session/newCellId.ts';
import { createSession } from '../session/session.ts';
import { createStoredDocument } from '../session/storedDocument.ts';
import { createCellPlaces } from './cellPlaces.ts';
import type { NotebookParts } from './notebookContext.ts';

/** A cell that runs longer is stopped. */
const timeLimitMs = 10_000;

/** Document, session and commands of the notebook that stands on this page, for as long as it does. */
export function useNotebookParts(
  originals: readonly NotebookSection[],
  own: boolean,
  showHelp: () => void,
): NotebookParts {
  const [parts] = useState((): NotebookParts => {
    const document = createStoredDocument(originals, own);
    const session = createSession({
      document,
      startKernel: () => createKernel({ timeLimitMs }),
      remember: (cells) => keepTexts(document, cells),
      watch: { running: markRunning, idle: clearRunning },
    });
    const places = createCellPlaces();
    const actions = createActions({ session, document, focus: places, showHelp, newId: newCellId });
    return { session, document, actions, places };
  });
  useEffect(() => parts.session.open(), [parts]);
  return parts;
}

/** A run keeps the text as it is, where the reader has changed it. */
function keepTexts({ sections, original }: NotebookDocument, run: readonly string[]): void {
  for (const section of sections) {
    for (const cell of section.cells) {
      if (!run.includes(cell.id) || original(section.id, cell.id)?.source === cell.source) continue;
      void snapshot(cell);
    }
  }
}
