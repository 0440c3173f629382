/**
 * Compensated sum (Neumaier 1974): Σ values with an error of about 1 ulp, whatever the order.
 * A plain left-to-right loop turns 1e16 + 1 − 1e16 into 0; this gives 1.
 *
 * @example
 * stats.sum([1e16, 1, -1e16]);
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? Number.NaN;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}
