import type { KernelEvent } from '../../../../engine/notebook/index.ts';
import { SourceError } from '../source/syntaxError.ts';
import { type Cell, scopeNames } from './cell.ts';
import { cellError } from './execute.ts';

/** What is known of a cell before it runs. */
export function analysedEvent(cell: Cell, isKernels: (name: string) => boolean): KernelEvent {
  const { id, declares, analysis } = cell;
  const shared = { type: 'analysed' as const, cell: id };
  if (analysis instanceof SourceError)
    return { ...shared, declares: [], uses: [], error: cellError(analysis, undefined) };
  return { ...shared, declares: declares.slice(0, 500), uses: scopeNames(cell, isKernels).slice(0, 500) };
}
