import type { CellOutput } from '../../../../engine/notebook/index.ts';
import { describe, plotName } from '../../outputs/plot/describe.ts';
import { tableText } from './tableWords.ts';
import { consoleText, valueText } from './valueText.ts';

/** Any output of a cell as plain text. */
export function outputText(output: CellOutput): string {
  switch (output.kind) {
    case 'text':
    case 'notice':
      return output.text;
    case 'console':
      return consoleText(output.values);
    case 'value':
      return valueText(output.value);
    case 'check':
      return /^(PASS|FAIL)\b/.test(output.message)
        ? output.message
        : `${output.passed ? 'PASS' : 'FAIL'} ${output.message}`;
    case 'table':
      return tableText(output.table);
    case 'plot':
      return [`Chart: ${plotName(output.plot)}`, describe(output.plot)].filter(Boolean).join('\n');
    case 'error': {
      const { name, message, place } = output.error;
      const where = place ? ` (line ${place.line}, column ${place.column})` : '';
      return `${name}: ${message}${where}`;
    }
  }
}
