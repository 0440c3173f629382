/**
 * The values without NaN, and how many were left out. Statistics here refuse NaN instead of dropping it in silence: a
 * reader who drops says how many, since values that are missing are seldom missing at random.
 *
 * @example
 * stats.omitNaN([1, 2, Number.NaN, 4]);
 */
export function omitNaN(values: ArrayLike<number>): { values: Float64Array; omitted: number } {
  const kept = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  return { values: kept, omitted: values.length - kept.length };
}
