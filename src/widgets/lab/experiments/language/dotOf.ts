import type { QuantileEstimate } from '../../../../engine/benchmark/index.ts';
import type { Dot } from '../../../chart/index.ts';

/** An estimate as a mark with its interval, where it has one. */
export function dotOf(x: number, { value, lower, upper }: QuantileEstimate): Dot {
  return { x, y: value, ...(lower !== null && upper !== null && { low: lower, high: upper }) };
}
