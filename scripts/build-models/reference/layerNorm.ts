/** Added to the variance, so that a constant row does not divide by zero. */
export const normEpsilon = 1e-5;

/** Each row of `scale.length` values brought to mean 0 and variance 1, then multiplied by `scale`. */
export function layerNorm(values: Float64Array, scale: ArrayLike<number>): Float64Array {
  const width = scale.length;
  const result = new Float64Array(values.length);
  for (let from = 0; from < values.length; from += width) {
    const row = values.subarray(from, from + width);
    const mean = row.reduce((sum, value) => sum + value, 0) / width;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / width;
    const deviation = Math.sqrt(variance + normEpsilon);
    for (let column = 0; column < width; column++)
      result[from + column] = (((row[column] ?? 0) - mean) / deviation) * (scale[column] ?? 0);
  }
  return result;
}
