/**
 * mulberry32: a tiny generator with 32 bits of state, for small reproducible samples in notebook cells.
 * Returns a function that gives numbers in [0, 1) with 32 random bits. Period 2³²; the simulator uses sfc32.
 * Source: T. Ettinger, 2017 (public domain).
 *
 * @example
 * const next = random.mulberry32(42);
 * [next(), next(), next()];
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4294967296;
  };
}
