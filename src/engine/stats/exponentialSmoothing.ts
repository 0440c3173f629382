import { requireFinite } from '../numeric/require.ts';

/**
 * Exponentially weighted moving average sᵢ = αxᵢ + (1 − α)sᵢ₋₁, started at the first value: a fading memory of 1/α values.
 * Throws RangeError for α outside (0, 1] or a value that is not finite.
 *
 * @example
 * stats.exponentialSmoothing([10, 10, 20, 20], 0.5);
 */
export function exponentialSmoothing(values: ArrayLike<number>, alpha: number): Float64Array {
  if (!(alpha > 0 && alpha <= 1)) throw new RangeError(`alpha must be in (0, 1], got ${alpha}`);
  let state = 0;
  return Float64Array.from(values, (value, i) => {
    requireFinite(`values[${i}]`, value);
    state = i === 0 ? value : alpha * value + (1 - alpha) * state;
    return state;
  });
}
