import { HIGH_WORD } from '../numeric/bits.ts';

/** Receives the canonical form piece by piece, so that megabytes of numbers are never turned into text. */
export interface CanonicalSink {
  text(piece: string): void;
  bytes(piece: Uint8Array): void;
}

/**
 * Writes a value so that equal values give equal bytes, whatever the order in which their keys were added.
 *
 * Plain objects are written with sorted keys (a key whose value is undefined counts as absent), arrays in order, numbers in
 * JavaScript's shortest form with −0, NaN and ±Infinity told apart, strings as JSON, typed arrays as name, length and
 * little-endian bytes (every NaN as one). −0 and 0 differ, and so do [1] and Float64Array [1]: a fingerprint vouches for
 * the same bits.
 * Throws TypeError, naming the path, for functions, symbols, cycles and objects that are not plain data.
 */
export function writeCanonical(value: unknown, sink: CanonicalSink): void {
  write(value, sink, '', []);
}

const write = (value: unknown, sink: CanonicalSink, path: string, ancestors: readonly object[]): void => {
  if (typeof value !== 'object' || value === null) {
    sink.text(simple(value, path));
    return;
  }
  if (ancestors.includes(value)) refuse('a cycle', path);
  const inside = [...ancestors, value];
  if (ArrayBuffer.isView(value)) writeView(value, sink, path);
  else if (Array.isArray(value)) writeArray(value, sink, path, inside);
  else if (isPlain(value)) writeEntries(value, sink, path, inside);
  else refuse(className(value), path);
};

const refuse = (what: string, path: string): never => {
  throw new TypeError(`only plain data can be recorded, got ${what} at ${path || 'the top'}`);
};

const simple = (value: unknown, path: string): string => {
  switch (typeof value) {
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value);
    case 'string':
      return JSON.stringify(value);
    case 'bigint':
      return `${value}n`;
    case 'function':
    case 'symbol':
      return refuse(`a ${typeof value}`, path);
    default:
      return String(value);
  }
};

const writeArray = (
  values: readonly unknown[],
  sink: CanonicalSink,
  path: string,
  inside: readonly object[],
): void => {
  sink.text('[');
  values.forEach((value, i) => {
    if (i > 0) sink.text(',');
    write(value, sink, `${path}[${i}]`, inside);
  });
  sink.text(`]${values.length}`); // the length tells holes from what is not there
};

const writeEntries = (value: object, sink: CanonicalSink, path: string, inside: readonly object[]): void => {
  let separator = '';
  sink.text('{');
  for (const [key, entry] of Object.entries(value).sort(byKey)) {
    if (entry === undefined) continue;
    sink.text(`${separator}${JSON.stringify(key)}:`);
    write(entry, sink, `${path}.${key}`, inside);
    separator = ',';
  }
  sink.text('}');
};

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0);

/** Plain objects of this realm or of another (a worker's message, a frame's). */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
};

const className = (value: object): string => {
  const maker: unknown = value.constructor;
  return typeof maker === 'function' && maker.name ? `a ${maker.name}` : 'an object with a prototype';
};

const writeView = (view: ArrayBufferView, sink: CanonicalSink, path: string): void => {
  if (view instanceof DataView) refuse('a DataView', path);
  const length = view.byteLength / bytesPerElement(view);
  sink.text(`${Object.prototype.toString.call(view).slice(8, -1)}(${length}):`);
  const canonical = view instanceof Float64Array || view instanceof Float32Array ? withOneNaN(view) : view;
  const bytes = new Uint8Array(canonical.buffer, canonical.byteOffset, canonical.byteLength);
  sink.bytes(HIGH_WORD === 1 ? bytes : reversed(bytes, bytesPerElement(view)));
};

const bytesPerElement = (view: ArrayBufferView): number =>
  'BYTES_PER_ELEMENT' in view && typeof view.BYTES_PER_ELEMENT === 'number' ? view.BYTES_PER_ELEMENT : 1;

/** The same array, or a copy in which every NaN has the bits of Number.NaN (JavaScript may keep others). */
const withOneNaN = (values: Float64Array | Float32Array): Float64Array | Float32Array => {
  if (values.every((value) => !Number.isNaN(value))) return values;
  const copy = values.slice();
  const bytes = new Uint8Array(copy.buffer);
  const width = values.BYTES_PER_ELEMENT;
  const quiet = width === 8 ? [0, 0, 0, 0, 0, 0, 0xf8, 0x7f] : [0, 0, 0xc0, 0x7f];
  copy.forEach((value, i) => {
    if (Number.isNaN(value)) bytes.set(HIGH_WORD === 1 ? quiet : quiet.toReversed(), i * width);
  });
  return copy;
};

const reversed = (bytes: Uint8Array, width: number): Uint8Array =>
  bytes.map((_byte, i) => bytes[i - (i % width) + (width - 1 - (i % width))] ?? 0);
