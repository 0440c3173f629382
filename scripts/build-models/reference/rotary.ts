import { exp } from '../../../src/engine/numeric/exp.ts';
import { log } from '../../../src/engine/numeric/log.ts';

/** cos and sin of position · frequency, [positions, headSize / 2] each. */
export interface RotaryTables {
  readonly cos: Float32Array;
  readonly sin: Float32Array;
  /** Frequencies: half the head's size. */
  readonly half: number;
}

/**
 * Tables of rotary position embedding (Su et al. 2021): frequency i is 10 000^(−i / half). One angle's cosine and sine
 * come from their Taylor series, those of its multiples by turning on from position to position, so that every
 * JavaScript engine writes the same bits.
 */
export function rotaryTables(positions: number, headSize: number): RotaryTables {
  const half = headSize / 2;
  const cos = new Float32Array(positions * half);
  const sin = new Float32Array(positions * half);
  for (let index = 0; index < half; index++) {
    const [stepCos, stepSin] = smallAngle(exp((-index / half) * log(10_000)));
    let [real, imaginary] = [1, 0];
    for (let position = 0; position < positions; position++) {
      cos[position * half + index] = real;
      sin[position * half + index] = imaginary;
      [real, imaginary] = [real * stepCos - imaginary * stepSin, real * stepSin + imaginary * stepCos];
    }
  }
  return { cos, sin, half };
}

/** Turns each head's pairs (i, i + half) by the angle of the token's position; token 0 is at position 0. */
export function rotate(values: Float64Array, heads: number, { cos, sin, half }: RotaryTables): Float64Array {
  const result = new Float64Array(values.length);
  const row = heads * 2 * half;
  for (let at = 0; at < values.length; at += 2 * half) {
    const table = Math.floor(at / row) * half;
    for (let index = 0; index < half; index++) {
      const [first = 0, second = 0] = [values[at + index], values[at + half + index]];
      const [c = 0, s = 0] = [cos[table + index], sin[table + index]];
      result[at + index] = first * c - second * s;
      result[at + half + index] = second * c + first * s;
    }
  }
  return result;
}

/** cos and sin for 0 ≤ angle ≤ 1; the first term left out is below 1 / 23!, 4e-23. */
const smallAngle = (angle: number): readonly [number, number] => {
  const square = angle * angle;
  let [cosine, sine] = [1, 1];
  for (let term = 20; term > 0; term -= 2) {
    cosine = 1 - (cosine * square) / (term * (term - 1));
    sine = 1 - (sine * square) / (term * (term + 1));
  }
  return [cosine, sine * angle];
};
