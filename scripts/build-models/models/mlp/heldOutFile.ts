import { features, type LabelledRows } from './curvedClasses.ts';

/** The rows as they are shipped: the features of each as signed bytes, then its class. */
export function heldOutFile({ codes, labels }: LabelledRows): Uint8Array {
  const bytes = new Uint8Array(codes.length + labels.length);
  labels.forEach((label, row) => {
    bytes.set(codes.subarray(row * features, (row + 1) * features), row * (features + 1));
    bytes[row * (features + 1) + features] = label;
  });
  return bytes;
}
