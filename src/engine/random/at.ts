/** values[index] where the index is known to lie inside; NaN, which spoils every result, should it not. */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? Number.NaN;
