import { requireFraction } from '../numeric/require.ts';

/** The share 1 − objective that may fail; cleared of the last digit's noise, so that 0.999 leaves 0.001. */
export function allowedShare(objective: number): number {
  requireFraction('objective', objective);
  return Number((1 - objective).toPrecision(12));
}
