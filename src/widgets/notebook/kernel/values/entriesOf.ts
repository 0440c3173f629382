/** A structure's name, how many entries it has, and how to read them one by one. */
export interface Entries {
  readonly label: string;
  readonly size: number;
  readonly entries: Iterable<readonly [key: string, read: () => unknown]>;
}

type Entry = readonly [key: string, read: () => unknown];

/** What there is to see of an object, read lazily: of an array with 10⁸ numbers nobody reads more than is shown. */
export function entriesOf(value: object): Entries {
  if (Array.isArray(value)) return list(`Array(${value.length})`, value);
  if (value instanceof TypedArray) return list(`${className(value)}(${value.length})`, value);
  if (value instanceof Map)
    return { label: `Map(${value.size})`, size: value.size, entries: mapEntries(value) };
  if (value instanceof Set)
    return { label: `Set(${value.size})`, size: value.size, entries: setEntries(value) };
  if (value instanceof Promise) return { label: 'Promise', size: 0, entries: [] };
  if (value instanceof ArrayBuffer)
    return { label: `ArrayBuffer(${value.byteLength})`, size: 0, entries: [] };
  const keys = Object.keys(value);
  return {
    label: className(value),
    size: keys.length,
    entries: fields(value, keys),
  };
}

/** What Float64Array, Int8Array and the others have in common; the language does not name it. */
const TypedArray: { new (): ArrayLike<unknown> & object } = Object.getPrototypeOf(Float64Array);

const list = (label: string, value: ArrayLike<unknown>): Entries => ({
  label,
  size: value.length,
  entries: items(value),
});

function* items(value: ArrayLike<unknown>): Iterable<Entry> {
  for (let index = 0; index < value.length; index++) yield [String(index), () => value[index]];
}

function* fields(value: object, keys: readonly string[]): Iterable<Entry> {
  for (const key of keys) yield [key, () => Reflect.get(value, key)];
}

function* mapEntries(map: Map<unknown, unknown>): Iterable<Entry> {
  for (const [key, value] of Map.prototype.entries.call(map)) yield [keyText(key), () => value];
}

function* setEntries(set: Set<unknown>): Iterable<Entry> {
  let index = 0;
  for (const value of Set.prototype.values.call(set)) yield [String(index++), () => value];
}

const keyText = (key: unknown) =>
  typeof key === 'string' ? key : typeof key === 'object' && key !== null ? className(key) : String(key);

function className(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return 'Object';
  const constructed: unknown = Reflect.get(value, 'constructor');
  return typeof constructed === 'function' && constructed.name ? constructed.name : 'Object';
}
