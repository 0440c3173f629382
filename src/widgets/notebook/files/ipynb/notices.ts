import type { NotebookCell } from '../../../../engine/notebook/index.ts';

export interface LeftBehind {
  readonly outputs: number;
  readonly attachments: number;
}

/** What the reader should know of an imported notebook, a sentence each. */
export function noticesOf(cells: readonly NotebookCell[], { outputs, attachments }: LeftBehind): string[] {
  const foreign = new Map<string, number>();
  for (const cell of cells) {
    if (cell.kind === 'foreign') foreign.set(cell.languageName, (foreign.get(cell.languageName) ?? 0) + 1);
  }
  const notices = [...foreign].map(
    ([language, count]) => `${counted(count, 'cell')} in ${language} can be read here but not run.`,
  );
  if (outputs > 0) {
    notices.push(`${counted(outputs, 'stored output')} left out: run the cells to make them again.`);
  }
  if (attachments > 0) notices.push(`${counted(attachments, 'attached file')} left out.`);
  if (cells.some(({ kind }) => kind === 'code')) notices.push('Nothing runs until you run it.');
  return notices;
}

function counted(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
