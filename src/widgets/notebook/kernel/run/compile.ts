import { importScript } from '../confine.ts';

/** A cell's code: takes what it sees of the kernel, then what it uses, and gives what it declares, or its value. */
export type CompiledCell = (local: Record<string, unknown>) => (...uses: unknown[]) => unknown;

/** Source places in a stack, by the address of the script that the frame of the stack is in. */
export interface CompiledScript {
  readonly address: string;
  readonly cell: CompiledCell;
}

const receiver = '__goodputCell';
const global: Record<string, unknown> = Object.assign(globalThis);

/**
 * Compiles a body that notebook-kit wrote, without eval: as a script at a blob's address, whose line 1 is the body's
 * line 1. `locals` are names that shadow globals inside, such as `console`.
 */
export function compile(body: string, locals: readonly string[]): CompiledScript {
  const received: CompiledCell[] = [];
  global[receiver] = (cell: CompiledCell) => received.push(cell);
  const script = `"use strict";${receiver}(({${locals}}) => ${body});`;
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    importScript(address);
  } finally {
    URL.revokeObjectURL(address);
    Reflect.deleteProperty(global, receiver);
  }
  const [cell] = received;
  if (!cell) throw new SyntaxError('The cell does not compile.');
  return { address, cell };
}
