import type { Precision } from '../../../src/engine/benchmark/cardFields.ts';
import type { ModelCard } from '../../../src/engine/benchmark/modelCard.ts';

type Judged = Pick<ModelCard['reference'], 'tolerance' | 'toleranceBasis'>;

/** Share of the answer's size that float32 arithmetic may cost, in any order of summation. */
const arithmetic = 1e-4;

/**
 * How often the rounding's own error a runtime may show. It rounds activations in a different order from the float64
 * pass, which moves single values by a step, hence 2; a graphics card may also add up in float16, which costs about
 * √K of the rounding that the pass counts, hence 12.
 */
const allowance: Record<Precision, number> = { fp32: 0, fp16: 12, int8: 2, q8: 2, q4: 2 };

/**
 * How far a right runtime may be from the reference. The rounding that a precision stands for is not a runtime's
 * fault, and it can be known: it is the difference that the float64 pass itself shows once its weights (and, for int8
 * and fp16, its activations) are rounded in the same way. The argmax must agree on as large a share of rows as have
 * their two largest elements further apart than twice the tolerance: on the others a right runtime may differ.
 */
export function tolerance(
  precision: Precision,
  exact: Float64Array,
  rounded: Float64Array,
  width: number,
): Judged {
  const size = Math.sqrt(exact.reduce((sum, value) => sum + value * value, 0) / exact.length);
  const rounding = exact.reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - (rounded[index] ?? Number.NaN))),
    0,
  );
  const absolute = Number((arithmetic * size + allowance[precision] * rounding).toPrecision(3));
  const argmaxAgreement = decidedShare(exact, width, absolute);
  const basis = `${short(arithmetic)} of the answer’s root mean square, ${short(size)}`;
  return {
    tolerance: { absolute, relative: arithmetic, argmaxAgreement },
    toleranceBasis:
      allowance[precision] === 0
        ? `${basis}: rounding of float32 sums.`
        : `${basis}, and ${allowance[precision]} times ${short(rounding)}, the largest error of the float64 pass with values rounded as in this precision.`,
  };
}

const short = (value: number) => String(Number(value.toPrecision(3)));

const decidedShare = (values: Float64Array, width: number, absolute: number): number => {
  const rows = values.length / width;
  let decided = 0;
  for (let row = 0; row < rows; row++) {
    const [first = 0, second = 0] = values
      .slice(row * width, (row + 1) * width)
      .sort()
      .reverse();
    if (first - second > 2 * (absolute + arithmetic * Math.abs(first))) decided += 1;
  }
  return decided / rows;
};
