import type { Linear } from '../../linear.ts';
import type { Dense } from '../../reference/dense.ts';

/** The answers for the rows in `input`: ReLU after every layer but the last. */
export function evaluateMlp(layers: readonly Linear[], input: Float64Array, dense: Dense): Float64Array {
  return layers.reduce((values, layer, index) => {
    const sums = dense(layer, values);
    return index === layers.length - 1 ? sums : sums.map((sum) => Math.max(0, sum));
  }, input);
}
