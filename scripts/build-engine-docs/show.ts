const LONGEST = 160;
const MOST_ENTRIES = 6;

/** A value as a line of text: numbers to six digits, long lists cut, functions in objects left out. */
export function show(value: unknown): string {
  const text = write(value, 0);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}

const write = (value: unknown, depth: number): string => {
  if (typeof value === 'number')
    return Object.is(value, -0) ? '-0' : String(Number.parseFloat(value.toPrecision(6)));
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return 'function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (ArrayBuffer.isView(value) && Symbol.iterator in value) return list(Object.values(value), depth);
  if (Array.isArray(value)) return list(value, depth);
  if (depth > 2) return '{…}';
  const entries = Object.entries(value).filter(
    ([, entry]) => entry !== undefined && typeof entry !== 'function',
  );
  if (entries.length === 0) return '{}';
  return `{ ${entries.map(([key, entry]) => `${key}: ${write(entry, depth + 1)}`).join(', ')} }`;
};

const list = (values: readonly unknown[], depth: number): string => {
  const shown = values.slice(0, MOST_ENTRIES).map((value) => write(value, depth + 1));
  const rest = values.length - shown.length;
  return `[${[...shown, ...(rest > 0 ? [`… ${rest} more`] : [])].join(', ')}]`;
};
