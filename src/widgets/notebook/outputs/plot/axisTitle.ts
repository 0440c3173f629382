import type { PlotAxis } from '../../../../engine/notebook/index.ts';
import { formatNumber, withUnit } from '../../../chart/index.ts';

/** Title of an axis in words: "latency (ms)"; empty where the cell gave none. */
export function axisTitle({ label, unit }: PlotAxis): string {
  return label && unit ? `${label} (${unit})` : label || unit;
}

/** A reading on an axis, with its unit. */
export function reading({ unit }: PlotAxis): (value: number) => string {
  return (value) => withUnit(formatNumber(value, 4), unit);
}
