import { roundToEven } from '../../../src/engine/benchmark/roundToEven.ts';
import type { Linear } from '../linear.ts';

/** Weights as signed bytes, w ≈ code · scale of the output's column, with zero at code 0. */
export interface Int8Columns {
  /** [inputs, outputs], as the layer's weights. */
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

/** Each output's weights divided by the largest of them / 127, so that one large output does not coarsen another. */
export function int8Columns({ inputs, outputs, weights }: Linear): Int8Columns {
  const codes = new Int8Array(weights.length);
  const scales = new Float32Array(outputs);
  for (let output = 0; output < outputs; output++) {
    let largest = 0;
    for (let input = 0; input < inputs; input++)
      largest = Math.max(largest, Math.abs(weights[input * outputs + output] ?? 0));
    const scale = Math.fround(largest / 127) || 1;
    scales[output] = scale;
    for (let at = output; at < weights.length; at += outputs)
      codes[at] = Math.max(-127, Math.min(127, roundToEven((weights[at] ?? 0) / scale)));
  }
  return { codes, scales };
}
