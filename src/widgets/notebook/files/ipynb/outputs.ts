import type { ShownOutput } from '../shownOutput.ts';
import { outputText } from '../words/outputText.ts';
import { tableHtml } from '../words/tableWords.ts';
import { type IpynbOutput, linesOf } from './format.ts';

/** A cell's outputs in Jupyter's kinds; printed lines that follow each other are one stream, as Jupyter keeps them. */
export function ipynbOutputs(outputs: readonly ShownOutput[]): IpynbOutput[] {
  const written: IpynbOutput[] = [];
  for (const output of outputs.map(ipynbOutput)) {
    const last = written.at(-1);
    if (last?.output_type === 'stream' && output.output_type === 'stream' && last.name === output.name) {
      written[written.length - 1] = { ...last, text: [...last.text, ...output.text] };
    } else {
      written.push(output);
    }
  }
  return written;
}

function ipynbOutput({ output, svg }: ShownOutput): IpynbOutput {
  const text = outputText(output);
  const shown = (more: Record<string, string>): IpynbOutput => ({
    data: Object.fromEntries(
      Object.entries({ ...more, 'text/plain': text }).map(([type, data]) => [type, linesOf(data)]),
    ),
    metadata: {},
    output_type: 'display_data',
  });
  const printed = (name: 'stdout' | 'stderr'): IpynbOutput => ({
    name,
    output_type: 'stream',
    text: linesOf(`${text}\n`),
  });
  switch (output.kind) {
    case 'value':
      return shown({});
    case 'table':
      return shown({ 'text/html': tableHtml(output.table) });
    case 'plot':
      return shown(svg === undefined ? {} : { 'image/svg+xml': svg });
    case 'error': {
      const { name, message } = output.error;
      return { ename: name, evalue: message, output_type: 'error', traceback: [text] };
    }
    case 'console':
      return printed(output.level === 'warn' || output.level === 'error' ? 'stderr' : 'stdout');
    case 'notice':
      return printed('stderr');
    default:
      return printed('stdout');
  }
}
