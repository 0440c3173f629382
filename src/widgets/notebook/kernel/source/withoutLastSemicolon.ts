import { maybeParseJavaScript } from '@observablehq/notebook-kit';

/** A cell that is one expression shows its value, also when a formatter has put a semicolon behind it. */
export function withoutLastSemicolon(code: string): string {
  const cell = maybeParseJavaScript(code);
  if (cell?.body.type !== 'Program') return code;
  const [only, ...others] = cell.body.body;
  if (only?.type !== 'ExpressionStatement' || others.length > 0) return code;
  const semicolon = only.end - 1;
  if (code[semicolon] !== ';') return code;
  return `${code.slice(0, semicolon)} ${code.slice(semicolon + 1)}`;
}
