import type { CellOutput } from '../../../../src/engine/notebook/index.ts';

/** What a reader sees of texts, checks and tables, a line each. */
export function printed(outputs: readonly CellOutput[]): string {
  return outputs
    .flatMap((output) => {
      if (output.kind === 'text') return [output.text];
      if (output.kind === 'check') return [output.message];
      if (output.kind === 'table') return output.table.rows.map((row) => row.join(' '));
      return [];
    })
    .join('\n');
}
