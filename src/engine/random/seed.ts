import { at } from '../numeric/at.ts';
/** A seed is any finite number or any text. */
export type Seed = number | string;

/** Throws TypeError unless `seed` is a finite number or a string. */
export function requireSeed(seed: Seed): Seed {
  if (typeof seed === 'string' || (typeof seed === 'number' && Number.isFinite(seed))) return seed;
  throw new TypeError(`seed must be a finite number or a string, got ${String(seed)}`);
}

/**
 * Four well-mixed 32-bit words from a seed and a stream's name. Each word depends on every character of both, so
 * that ("1", "arrivals") and (2, "arrivals") share nothing, and a new name leaves all other streams as they were.
 * Multiply–xorshift mixing in the manner of MurmurHash3's finalizer.
 */
export function seedWords(seed: Seed, name: string): Int32Array {
  const text = `${typeof seed}:${seed}/${name}`;
  const words = Int32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344); // fraction bits of π
  for (let i = 0; i < text.length; i++) {
    for (let k = 0; k < 4; k++) {
      const word = Math.imul(at(words, k) ^ text.charCodeAt(i), at(MULTIPLIERS, k));
      words[k] = ((word << 13) | (word >>> 19)) + at(words, (k + 1) & 3);
    }
  }
  return words.map((word, k) => mix(word + Math.imul(text.length, at(MULTIPLIERS, k))));
}

const MULTIPLIERS = Int32Array.of(0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f);

const mix = (word: number): number => {
  let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
};
