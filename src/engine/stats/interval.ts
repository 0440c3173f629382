/** A confidence interval. */
export interface Interval {
  lower: number;
  upper: number;
}

/** A value with its confidence interval; the bounds are ±Infinity where the data do not bound it. */
export interface Estimate extends Interval {
  value: number;
}
