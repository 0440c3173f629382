/** The line that a check leaves. */
export interface CheckResult {
  name: string;
  passed: boolean;
  /** 'PASS name' or 'FAIL name: why'. */
  message: string;
}

/**
 * What a failed check throws; a notebook shows its message and stops the cell.
 *
 * @example
 * const failed = new stats.CheckError({ name: 'p95', passed: false, message: 'FAIL p95' });
 * failed instanceof stats.CheckError;
 */
export class CheckError extends Error {
  override readonly name = 'CheckError';
  readonly result: CheckResult;

  constructor(result: CheckResult) {
    super(result.message);
    this.result = result;
  }
}

/**
 * Passes when `condition` is true (exactly true: a number or a text is no verdict); otherwise throws CheckError.
 *
 * @example
 * stats.checkTrue(148.5 > 53.5, 'p95 > p50').passed;
 */
export function checkTrue(condition: boolean, name: string): CheckResult {
  return conclude(condition === true, name, `expected true, got ${String(condition)}`);
}

/**
 * Passes when |value − target| ≤ tolerance; NaN never passes. Otherwise throws CheckError.
 *
 * @example
 * stats.checkClose(0.1 + 0.2, 0.3).passed;
 * stats.checkClose(0.31, 0.3); // throws
 */
export function checkClose(value: number, target: number, tolerance = 1e-8, name = 'value'): CheckResult {
  const close = value === target || Math.abs(value - target) <= tolerance;
  return conclude(close, name, `expected ${target} ± ${tolerance}, got ${value}`);
}

const conclude = (passed: boolean, name: string, why: string): CheckResult => {
  const result = { name, passed, message: passed ? `PASS ${name}` : `FAIL ${name}: ${why}` };
  if (!passed) throw new CheckError(result);
  return result;
};
