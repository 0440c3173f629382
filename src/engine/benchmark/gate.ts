/** How far an output is from its reference, and whether a speed may be shown for it. */
export interface GateResult {
  readonly passed: boolean;
  /** Largest |got − expected|. */
  readonly maxAbsolute: number;
  /** Largest |got − expected| / |expected| over the elements where the reference is not zero. */
  readonly maxRelative: number;
  /** Share of rows whose largest element stands in the same place as the reference's. */
  readonly argmaxAgreement: number;
  /** Elements that are NaN or infinite. */
  readonly notFinite: number;
}

export interface GateRule {
  readonly tolerance: {
    /** An element passes when |got − expected| ≤ absolute + relative · |expected|. */
    readonly absolute: number;
    readonly relative: number;
    /** Least share of rows whose argmax must agree. Default 1. */
    readonly argmaxAgreement?: number;
  };
  /** Elements in one row (the number of classes). */
  readonly width: number;
}

/**
 * The correctness gate: every element within tolerance and enough rows' argmax agreeing. A fast wrong answer is
 * not a fast answer, so a failed gate withholds the speed.
 *
 * @throws RangeError when the lengths differ or are not whole rows
 */
export function correctnessGate(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  { tolerance, width }: GateRule,
): GateResult {
  if (got.length !== expected.length || got.length === 0 || got.length % width !== 0)
    throw new RangeError(
      `The output has ${got.length} elements and the reference ${expected.length}; both must be the same whole number of rows of ${width}.`,
    );
  let [maxAbsolute, maxRelative, notFinite, within] = [0, 0, 0, true];
  for (let index = 0; index < got.length; index++) {
    const reference = expected[index] ?? Number.NaN;
    const value = got[index] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      notFinite += 1;
      continue;
    }
    const difference = Math.abs(value - reference);
    maxAbsolute = Math.max(maxAbsolute, difference);
    if (reference !== 0) maxRelative = Math.max(maxRelative, difference / Math.abs(reference));
    within &&= difference <= tolerance.absolute + tolerance.relative * Math.abs(reference);
  }
  const rows = got.length / width;
  let agreeing = 0;
  for (let row = 0; row < rows; row++)
    if (argmax(got, row * width, width) === argmax(expected, row * width, width)) agreeing += 1;
  const argmaxAgreement = agreeing / rows;
  const passed = within && notFinite === 0 && argmaxAgreement >= (tolerance.argmaxAgreement ?? 1);
  return { passed, maxAbsolute, maxRelative, argmaxAgreement, notFinite };
}

const argmax = (values: ArrayLike<number>, from: number, width: number): number => {
  let best = 0;
  for (let column = 1; column < width; column++)
    if ((values[from + column] ?? Number.NaN) > (values[from + best] ?? Number.NaN)) best = column;
  return best;
};
