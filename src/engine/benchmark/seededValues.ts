/**
 * `count` values, uniform on [−1, 1) in steps of 2⁻²³, so that each is exact in float32 as well.
 *
 * The shipped models' weights and reference inputs come from here. It is a recipe of its own, not one of the
 * engine's streams, because the bytes of a model and the answer on its card must never move.
 * Counter by the golden ratio, mixed by the "lowbias32" integer hash (Wellons, 2018).
 *
 * @param seed  unsigned 32-bit integer
 */
export function seededValues(seed: number, count: number): Float32Array {
  const values = new Float32Array(count);
  let state = seed >>> 0;
  for (let index = 0; index < count; index++) {
    state = (state + 0x9e3779b9) >>> 0;
    values[index] = (mix(state) >>> 8) / 2 ** 23 - 1;
  }
  return values;
}

const mix = (state: number): number => {
  let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
};
