import type { ModelCard } from './modelCard.ts';
import { seededValues } from './seededValues.ts';

/** An input of `batch` rows, and the answer that a correct runtime gives for it. */
export interface ReferenceBatch {
  readonly input: Float32Array;
  readonly expected: Float64Array;
}

/** The card's reference rows repeated in order until there are `batch` of them. */
export function referenceBatch(card: ModelCard, batch: number): ReferenceBatch {
  const { rows, columns, seed } = card.reference.input;
  const input = repeatRows(seededValues(seed, rows * columns), columns, batch, Float32Array);
  const width = card.reference.output.length / rows;
  const expected = repeatRows(Float64Array.from(card.reference.output), width, batch, Float64Array);
  return { input, expected };
}

const repeatRows = <T extends Float32Array | Float64Array>(
  source: T,
  width: number,
  rows: number,
  make: new (length: number) => T,
): T => {
  const target = new make(rows * width);
  const available = source.length / width;
  for (let row = 0; row < rows; row++) {
    const from = (row % available) * width;
    target.set(source.subarray(from, from + width), row * width);
  }
  return target;
};
