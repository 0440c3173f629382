import { roundToEven } from './roundToEven.ts';

const word = new DataView(new ArrayBuffer(4));

/** The bits of the float16 nearest to a float32, ties to even; beyond 65 504 it is infinite. */
export function halfBits(value: number): number {
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  // Under 2⁻¹⁴ the float16 is a multiple of 2⁻²⁴: scaling by a power of two is exact, so only this rounds.
  if (magnitude < 0x38800000) return sign | roundToEven(Math.abs(value) * 2 ** 24);
  // Drop 13 bits of the fraction with rounding; a carry moves into the exponent, as it should.
  return sign | ((magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1)) >>> 13);
}

/** The number that a float16's bits stand for. */
export function halfValue(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Infinity;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** `value` rounded to float16 and back. */
export const roundToHalf = (value: number): number => halfValue(halfBits(value));
