import type { parseJavaScript } from '@observablehq/notebook-kit';

type Body = ReturnType<typeof parseJavaScript>['body'];

/** What hands the value of a cell's last expression to the kernel; a cell cannot have a `console` of its own. */
const receiver = 'console.$last(';

export interface Marked {
  readonly code: string;
  /** The column in the source for one in the marked code. */
  readonly column: (line: number, column: number) => number;
}

/**
 * The code with its last statement's value handed to the kernel, as Jupyter shows it, where that statement is an
 * expression. What only assigns has nothing to show, and `display` has shown it already.
 */
export function markLastExpression(code: string, body: Body): Marked {
  const unmarked = { code, column: (_line: number, column: number) => column };
  const last = body.type === 'Program' ? body.body.at(-1) : undefined;
  if (last?.type !== 'ExpressionStatement') return unmarked;
  const { expression } = last;
  if (expression.type === 'AssignmentExpression' || expression.type === 'UpdateExpression') return unmarked;
  if (expression.type === 'CallExpression' && isDisplay(expression.callee)) return unmarked;
  const { start, end } = expression;
  const before = code.slice(0, start).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length];
  return {
    code: `${code.slice(0, start)}${receiver}${code.slice(start, end)})${code.slice(end)}`,
    column: (at, marked) => (at === line && marked > column ? Math.max(1, marked - receiver.length) : marked),
  };
}

const isDisplay = (callee: { type: string; name?: unknown }) =>
  callee.type === 'Identifier' && callee.name === 'display';
