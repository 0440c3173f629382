import type { ValueTree } from '../../../../engine/notebook/index.ts';
import { leafText, numberText, preview, wholeLine } from '../../outputs/preview.ts';

const room = 72;

/** A value as plain text: on one line where it fits or is flat, else an entry a line. */
export function valueText(value: ValueTree, indent = ''): string {
  if (value.type === 'number') return numberText(value.value);
  if (value.type === 'leaf') return leafText(value);
  const line = wholeLine(value, room);
  if (line !== undefined) return line;
  if (value.entries.every((entry) => entry.value.type !== 'branch')) {
    return preview(value, Number.POSITIVE_INFINITY);
  }
  const deeper = `${indent}  `;
  const entries = value.entries.map(
    ({ key, value: entry }) => `${deeper}${key}: ${valueText(entry, deeper)}`,
  );
  if (value.more > 0) entries.push(`${deeper}… ${value.more} more`);
  return [value.label, ...entries].join('\n');
}

/** One call of the console: words stand without quotation marks. */
export function consoleText(values: readonly ValueTree[]): string {
  return values
    .map((value) => (value.type === 'leaf' && value.of === 'string' ? value.text : valueText(value)))
    .join(' ');
}
