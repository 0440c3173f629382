import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { writeCanonical } from './canonical.ts';

/**
 * Fingerprint of plain data: the first 64 bits of SHA-256 over its canonical form, as four groups of four hexadecimal
 * digits. Equal data give equal fingerprints whatever the key order; among a million different results the chance that
 * any two agree is about 3e-8. Typed arrays are hashed as bytes.
 * Throws TypeError for functions, cycles and anything else that is not plain data.
 *
 * @example
 * record.fingerprint({ seed: 1, values: [17, 23, 42] });
 * record.fingerprint({ values: [17, 23, 42], seed: 1 });
 */
export function fingerprint(value: unknown): string {
  const hash = sha256.create();
  let pending: string[] = [];
  let length = 0;
  const flush = () => {
    if (length > 0) hash.update(utf8ToBytes(pending.join('')));
    pending = [];
    length = 0;
  };
  writeCanonical(value, {
    text(piece) {
      pending.push(piece);
      length += piece.length;
      if (length > 16384) flush();
    },
    bytes(piece) {
      flush();
      hash.update(piece);
    },
  });
  flush();
  const digits = bytesToHex(hash.digest()).slice(0, 16);
  return [0, 4, 8, 12].map((at) => digits.slice(at, at + 4)).join('-');
}
