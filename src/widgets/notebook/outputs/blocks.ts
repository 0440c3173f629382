import type { CellOutput } from '../../../engine/notebook/index.ts';

export type LineOutput = Extract<CellOutput, { kind: 'text' | 'console' }>;

/** What stands as one piece: neighbouring lines together, so that a long print can be folded, all else alone. */
export type Block =
  | { readonly kind: 'lines'; readonly key: number; readonly outputs: readonly LineOutput[] }
  | {
      readonly kind: 'single';
      readonly key: number;
      readonly output: Exclude<CellOutput, LineOutput>;
      /** After so many pictures and tables that it is drawn only when the reader comes near. */
      readonly far: boolean;
    };

/** Pictures and tables that are drawn at once. */
const near = 2;

/** Outputs in blocks; a block's key is the place of its first output in the run. */
export function blocksOf(outputs: readonly CellOutput[]): readonly Block[] {
  const blocks: Block[] = [];
  let lines: { key: number; outputs: LineOutput[] } | undefined;
  let heavy = 0;
  outputs.forEach((output, key) => {
    if (output.kind === 'text' || output.kind === 'console') {
      if (!lines) {
        lines = { key, outputs: [] };
        blocks.push({ kind: 'lines', ...lines });
      }
      lines.outputs.push(output);
      return;
    }
    lines = undefined;
    if (output.kind === 'plot' || output.kind === 'table') heavy += 1;
    blocks.push({ kind: 'single', key, output, far: heavy > near });
  });
  return blocks;
}
