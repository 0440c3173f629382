import type { ValueTree } from '../../../engine/notebook/index.ts';

type Branch = Extract<ValueTree, { type: 'branch' }>;
type Leaf = Extract<ValueTree, { type: 'leaf' }>;

/** A number as the language writes it, so that it can be copied into source; −0 keeps its sign. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/** A leaf in words: strings quoted, what was left out said to be so. */
export function leafText({ of, text }: Leaf): string {
  switch (of) {
    case 'string':
      return JSON.stringify(text);
    case 'circular':
      return 'refers back to itself';
    case 'truncated':
      return [text, 'not shown: too deep or too long'].filter(Boolean).join(', ');
    default:
      return text;
  }
}

/** A structure written out on one line, or undefined where it has more than `room` characters or was cut. */
export function wholeLine(branch: Branch, room: number): string | undefined {
  if (branch.more > 0) return undefined;
  const parts: string[] = [];
  let left = room;
  for (const entry of branch.entries) {
    const text = entryText(branch, entry, left);
    left -= (text?.length ?? 0) + 2;
    if (text === undefined || left < 0) return undefined;
    parts.push(text);
  }
  return wrapped(branch, parts);
}

/** The beginning of a structure: its label and as many entries as there is room for. */
export function preview(branch: Branch, room: number): string {
  const parts: string[] = [];
  let left = room - branch.label.length;
  for (const entry of branch.entries) {
    const text = entryText(branch, entry, left) ?? '…';
    left -= text.length + 2;
    if (left < 0) break;
    parts.push(text);
  }
  if (parts.length < branch.entries.length + branch.more && parts.at(-1) !== '…') parts.push('…');
  const list = wrapped(branch, parts);
  return isList(branch) && plain.test(branch.label) ? `${branch.label} ${list}` : list;
}

const plain = /^Array\(/;

function isList({ label }: Branch): boolean {
  return /^\w*(Array|Set)\(/.test(label);
}

function wrapped(branch: Branch, parts: readonly string[]): string {
  const inner = parts.join(', ');
  if (isList(branch)) return plain.test(branch.label) ? `[${inner}]` : `${branch.label} [${inner}]`;
  const braces = inner === '' ? '{}' : `{${inner}}`;
  return branch.label === '{…}' || branch.label === 'Object' ? braces : `${branch.label} ${braces}`;
}

function entryText(branch: Branch, { key, value }: Branch['entries'][number], room: number) {
  const text =
    value.type === 'number'
      ? numberText(value.value)
      : value.type === 'leaf'
        ? leafText(value)
        : wholeLine(value, room);
  return text === undefined || isList(branch) ? text : `${key}: ${text}`;
}
