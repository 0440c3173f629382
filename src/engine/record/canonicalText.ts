import { bytesToHex } from '@noble/hashes/utils.js';
import { writeCanonical } from './canonical.ts';

/**
 * The canonical form of plain data as text, which `fingerprint` hashes: sorted keys, numbers in their shortest form with −0,
 * NaN and the infinities told apart, typed arrays by name and length with their little-endian bytes (here in hexadecimal).
 * Equal data give equal text; keep it to see in what two records differ.
 * Throws TypeError, naming the path, for anything that is not plain data.
 *
 * @example
 * record.canonicalText({ seed: 1, load: 0.8, wait: Float64Array.of(0.5) });
 */
export function canonicalText(value: unknown): string {
  const pieces: string[] = [];
  writeCanonical(value, {
    text: (piece) => {
      pieces.push(piece);
    },
    bytes: (piece) => {
      pieces.push(bytesToHex(piece));
    },
  });
  return pieces.join('');
}
