import { requireInteger } from '../numeric/require.ts';
import type { Law } from '../random/law.ts';
import type { Stream } from '../random/stream.ts';

/** What requests ask for: a law of whole numbers such as `zipf`, or recorded keys in order, which repeat from the front. */
export type KeySource = Law | ArrayLike<number>;

export interface Keys {
  /** Begins one run. The result writes the next `count` keys. */
  start(stream: Stream): (out: Int32Array, count: number) => void;
}

/** Largest key; caches keep a table entry for every key up to the largest seen. */
const LARGEST_KEY = 16_777_216;

/** Keys are whole numbers from 0 to 2²⁴; a law's draws are rounded down. Throws RangeError for others, TypeError for no source. */
export function keysOf(source: KeySource): Keys {
  if ('fill' in source && typeof source.fill === 'function' && 'scv' in source) return fromLaw(source);
  if ('length' in source && source.length > 0) return fromTrace(source);
  throw new TypeError('keys must be a law such as zipf({ items, exponent }), or an array of whole numbers');
}

const fromLaw = (law: Law): Keys => ({
  start(stream) {
    let drawn = new Float64Array(0);
    return (out, count) => {
      if (drawn.length < count) drawn = new Float64Array(count);
      law.fill(stream, drawn, count);
      for (let i = 0; i < count; i++) {
        const key = Math.floor(drawn[i] ?? 0);
        out[i] = key >= 0 && key <= LARGEST_KEY ? key : checked(key);
      }
    };
  },
});

const fromTrace = (recorded: ArrayLike<number>): Keys => {
  const keys = Int32Array.from(recorded, checked);
  return {
    start() {
      let next = 0;
      return (out, count) => {
        for (let i = 0; i < count; i++) {
          out[i] = keys[next] ?? 0;
          next = next + 1 === keys.length ? 0 : next + 1;
        }
      };
    },
  };
};

const checked = (key: number): number => {
  requireInteger('a key', key, 0);
  if (key > LARGEST_KEY) throw new RangeError(`a key must be <= ${LARGEST_KEY}, got ${key}`);
  return key;
};
