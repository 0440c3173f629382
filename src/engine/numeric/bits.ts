/** Reading the IEEE-754 fields of a double, for argument reduction and log histograms. */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);

/** Index of the word that holds sign and exponent: 1 on little-endian machines, 0 on big-endian ones. */
export const HIGH_WORD = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** Sign, exponent and top 20 fraction bits of `x`. */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH_WORD] ?? 0;
}

/** Exact powers of two, −1022 to 1023, by doubling and halving. */
const powers = new Float64Array(2046);
{
  let up = 1;
  for (let k = 0; k <= 1023; k++, up *= 2) powers[k + 1022] = up;
  let down = 1;
  for (let k = 0; k >= -1022; k--, down /= 2) powers[k + 1022] = down;
}

/** 2^exponent for a normal exponent, −1022 to 1023. */
export const powerOfTwo = (exponent: number): number => powers[exponent + 1022] ?? Number.NaN;
