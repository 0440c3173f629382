import { formatDuration, formatNumber } from '../chart/index.ts';

/** Milliseconds in the unit that suits their size: "268 µs", "1.34 ms". */
export const formatMs = (milliseconds: number): string => formatDuration(milliseconds / 1000);

/** Both ends of an interval, the unit once where both share it: "266 to 271 µs". */
export function formatMsInterval(lower: number, upper: number): string {
  return joined(formatMs(lower), formatMs(upper));
}

/** Rows a second: "3,730/s". */
export const formatRate = (rate: number): string => `${formatNumber(rate)}/s`;

/** The same to three digits, for rates that follow from a fit: "187,000/s". */
export const roundedRate = (rate: number): string => formatRate(Number(rate.toPrecision(3)));

export const formatRateInterval = (lower: number, upper: number): string =>
  joined(formatNumber(lower), formatRate(upper));

const joined = (low: string, high: string): string => {
  const [lowValue, lowUnit] = low.split(unitSpace);
  const [, highUnit] = high.split(unitSpace);
  return lowUnit !== undefined && lowUnit === highUnit ? `${lowValue} to ${high}` : `${low} to ${high}`;
};

// The narrow no-break space between number and unit.
const unitSpace = '\u202f';
