import type { ModelCard } from './modelCard.ts';

/** Rows that no training saw, with their classes. */
export interface HeldOutSet {
  readonly features: Float32Array;
  readonly labels: Uint8Array;
}

type HeldOutFile = Pick<NonNullable<ModelCard['accuracy']>['heldOut'], 'rows' | 'columns' | 'scale'>;

/**
 * Reads a held-out file: each row is its features as signed bytes, feature = byte · scale, then its class as one
 * byte. The training features lie on the same grid, so nothing is lost by it.
 *
 * @throws RangeError when the file is not `rows` rows of `columns` + 1 bytes
 */
export function readHeldOutSet(bytes: Uint8Array, { rows, columns, scale }: HeldOutFile): HeldOutSet {
  if (bytes.length !== rows * (columns + 1))
    throw new RangeError(
      `The held-out file has ${bytes.length} bytes, not ${rows} rows of ${columns + 1} bytes.`,
    );
  const codes = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const features = new Float32Array(rows * columns);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = row * (columns + 1);
    for (let column = 0; column < columns; column++)
      features[row * columns + column] = (codes[from + column] ?? 0) * scale;
    labels[row] = bytes[from + columns] ?? 0;
  }
  return { features, labels };
}
