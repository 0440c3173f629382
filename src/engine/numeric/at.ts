/**
 * values[index] where the index is known to lie inside; NaN, which spoils every result, should it not. Not for hot loops:
 * it serves every kind of array, and an engine makes quick code for one kind only.
 */
export const at = (values: ArrayLike<number>, index: number): number => values[index] ?? Number.NaN;
