import type { CellOutput } from '../../../../engine/notebook/index.ts';
import { valueTree } from '../values/valueTree.ts';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** The `console` of a cell: its five levels go to the cell's outputs, not to the browser's tools. */
export const createConsole = (output: (output: CellOutput) => void) =>
  Object.fromEntries(
    levels.map((level) => [
      level,
      (...values: unknown[]) =>
        output({ kind: 'console', level, values: values.slice(0, 20).map(valueTree) }),
    ]),
  );
