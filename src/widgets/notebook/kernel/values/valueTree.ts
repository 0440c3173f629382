import { type LeafKind, limits, type ValueEntry, type ValueTree } from '../../../../engine/notebook/index.ts';
import { entriesOf } from './entriesOf.ts';

/**
 * A value as data, cut to `limits`: depth 6, 100 entries a level, 2000 nodes, 2000 characters a string. It runs getters
 * and proxies' traps of the value, as every inspection does; what they throw stands in their place.
 */
export function valueTree(value: unknown): ValueTree {
  return walk(value, { nodes: limits.valueNodes, ancestors: [] });
}

interface Walk {
  nodes: number;
  readonly ancestors: object[];
}

function walk(value: unknown, state: Walk): ValueTree {
  state.nodes -= 1;
  const simple = leafOf(value);
  if (simple) return simple;
  if (typeof value !== 'object' || value === null) return leaf('truncated', '…');
  if (state.ancestors.includes(value)) return leaf('circular', '[circular]');
  try {
    return branch(value, state);
  } catch (error) {
    return leaf('error', `[throws ${describe(error)}]`);
  }
}

function branch(value: object, state: Walk): ValueTree {
  if (state.ancestors.length >= limits.valueDepth || state.nodes <= 0) return leaf('truncated', '…');
  const { label, size, entries } = entriesOf(value);
  const shown: ValueEntry[] = [];
  state.ancestors.push(value);
  try {
    for (const [key, read] of entries) {
      if (shown.length >= limits.valueEntries || state.nodes <= 0) break;
      shown.push({ key: cut(key, 200), value: readThen(read, state) });
    }
  } finally {
    state.ancestors.pop();
  }
  return { type: 'branch', label: cut(label, 200), entries: shown, more: Math.max(0, size - shown.length) };
}

function readThen(read: () => unknown, state: Walk): ValueTree {
  let value: unknown;
  try {
    value = read();
  } catch (error) {
    state.nodes -= 1;
    return leaf('error', `[throws ${describe(error)}]`);
  }
  return walk(value, state);
}

const leaf = (of: LeafKind, text: string): ValueTree => ({
  type: 'leaf',
  of,
  text: cut(text, limits.string),
});

function leafOf(value: unknown): ValueTree | undefined {
  if (value === null) return leaf('null', 'null');
  switch (typeof value) {
    case 'number':
      return { type: 'number', value };
    case 'string':
      return leaf('string', value);
    case 'boolean':
    case 'undefined':
      return leaf(typeof value === 'boolean' ? 'boolean' : 'undefined', String(value));
    case 'bigint':
      return leaf('bigint', bigintText(value));
    case 'symbol':
      return leaf('symbol', String(value));
    case 'function':
      return leaf('function', functionText(value));
    default:
      return value instanceof Date || value instanceof RegExp || value instanceof Error
        ? special(value)
        : undefined;
  }
}

// A cell may have given the object own methods that throw or lie: only those of the language are asked.
function special(value: Date | RegExp | Error): ValueTree {
  try {
    if (value instanceof Date) {
      const time = Date.prototype.getTime.call(value);
      return leaf('date', Number.isNaN(time) ? 'Invalid Date' : Date.prototype.toISOString.call(value));
    }
    return value instanceof RegExp
      ? leaf('regexp', RegExp.prototype.toString.call(value))
      : leaf('error', describe(value));
  } catch {
    return leaf('error', '[unreadable]');
  }
}

/** A number of a million digits takes a minute to write out. */
const bigintText = (value: bigint) => {
  const short = value < 10n ** 100n && value > -(10n ** 100n);
  return short ? `${value}n` : `${value < 0n ? '−' : ''}[more than 100 digits]n`;
};

function functionText(value: object): string {
  try {
    const name: unknown = Reflect.get(value, 'name');
    const isClass = /^class\b/.test(Function.prototype.toString.call(value).slice(0, 10));
    return `${isClass ? 'class' : 'ƒ'} ${typeof name === 'string' && name ? name : '(anonymous)'}`;
  } catch {
    return 'ƒ';
  }
}

/** An error's name and message in one line, whatever its getters do. */
export function describe(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } catch {
    return 'an unreadable error';
  }
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);
