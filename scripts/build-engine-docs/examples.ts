import { parseSync } from 'vite';
import * as engine from '../../src/engine/index.ts';
import { show } from './show.ts';

/**
 * Runs the code of an example, in which the engine's folders are at hand by name, and returns it with the value of every
 * expression statement behind it. A statement marked `// throws` must throw; its message is shown. Anything else that
 * throws is the example's failure.
 */
export function runExample(code: string): string {
  const { program, comments, errors } = parseSync('example.js', code);
  if (errors.length > 0) throw new SyntaxError(`${errors[0]?.message} in ${code}`);
  let body = '';
  let at = 0;
  const results: { end: number; throws: boolean; text: string }[] = [];
  for (const statement of program.body) {
    if (statement.type !== 'ExpressionStatement') continue;
    const { start, end } = statement.expression;
    const throws = comments.some(
      (comment) =>
        comment.value.trim() === 'throws' &&
        comment.start >= end &&
        !code.slice(end, comment.start).includes('\n'),
    );
    body += `${code.slice(at, start)}show(${results.length}, () => (${code.slice(start, end)}))`;
    at = end;
    results.push({ end: statement.end, throws, text: '' });
  }
  body += code.slice(at);
  const keep = (index: number, compute: () => unknown) => {
    const result = results[index];
    if (result) result.text = result.throws ? messageOf(compute) : show(compute());
  };
  const names = Object.keys(engine);
  new Function(...names, 'show', `"use strict";\n${body}`)(...Object.values(engine), keep);
  return withResults(code, results);
}

const messageOf = (compute: () => unknown): string => {
  try {
    compute();
  } catch (error) {
    return String(error);
  }
  throw new Error('an example marked “throws” does not throw');
};

const withResults = (code: string, results: readonly { end: number; text: string }[]): string => {
  let text = '';
  let at = 0;
  for (const result of results) {
    text += code.slice(at, result.end);
    const lineEnd = code.indexOf('\n', result.end);
    at = lineEnd < 0 ? code.length : lineEnd;
    // what stood behind the statement stays as a remark, but “// throws”, which the message says
    const remark = code.slice(result.end, at).replace(/^\s*\/\/\s*(throws$)?/, '');
    const words = [
      ...(result.text === 'undefined' ? [] : [`→ ${result.text}`]),
      ...(remark ? [`(${remark})`] : []),
    ];
    if (words.length > 0) text += ` // ${words.join(' ')}`;
  }
  return text + code.slice(at);
};
