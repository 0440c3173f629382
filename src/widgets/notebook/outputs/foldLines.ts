import type { LineOutput } from './blocks.ts';

/** The first lines of a long print, and how many there are in all. */
export interface Folded {
  readonly shown: readonly LineOutput[];
  readonly total: number;
}

/** Up to this many lines more than the limit are shown as well: a button that hides three lines is no help. */
const slack = 4;

/** Cuts lines to the first `limit`; a printed text of many lines is cut inside. */
export function foldLines(outputs: readonly LineOutput[], limit: number): Folded {
  const total = outputs.reduce((sum, output) => sum + linesOf(output), 0);
  if (total <= limit + slack) return { shown: outputs, total };
  const shown: LineOutput[] = [];
  let room = limit;
  for (const output of outputs) {
    if (room <= 0) break;
    const lines = linesOf(output);
    shown.push(lines > room ? cut(output, room) : output);
    room -= lines;
  }
  return { shown, total };
}

function linesOf(output: LineOutput): number {
  if (output.kind === 'text') return countLines(output.text);
  const longest = output.values.map((value) => (value.type === 'leaf' ? countLines(value.text) : 1));
  return Math.max(1, ...longest);
}

function cut(output: LineOutput, room: number): LineOutput {
  const head = (text: string) => text.split('\n').slice(0, room).join('\n');
  if (output.kind === 'text') return { ...output, text: head(output.text) };
  const values = output.values.map((value) =>
    value.type === 'leaf' ? { ...value, text: head(value.text) } : value,
  );
  return { ...output, values };
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
