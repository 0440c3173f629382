import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Actions } from '../session/actions.ts';
import type { NotebookDocument } from '../session/document.ts';
import { type CellRun, untouched } from '../session/runs.ts';
import type { Session } from '../session/session.ts';
import type { CellPlaces } from './cellPlaces.ts';

/** What a cell needs of the notebook around it. */
export interface NotebookParts {
  readonly session: Session;
  readonly document: NotebookDocument;
  readonly actions: Actions;
  readonly places: CellPlaces;
}

const NotebookContext = createContext<NotebookParts | undefined>(undefined);

export const NotebookProvider = NotebookContext.Provider;

export function useNotebook(): NotebookParts {
  const parts = useContext(NotebookContext);
  if (!parts) throw new Error('A notebook cell stands outside a notebook.');
  return parts;
}

export function useRun(cell: string): CellRun {
  return useStore(useNotebook().session, ({ runs }) => runs[cell] ?? untouched);
}
