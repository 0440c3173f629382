/**
 * Numbers as people read them: a real minus, a narrow no-break space before the unit, no digit rounded away
 * before the decimal point.
 *
 *     formatNumber(-0.8046)            // −0.805
 *     formatNumber(12345.6)            // 12,346
 *     formatDuration(0.0123)           // 12.3 ms
 *     formatPercent(0.995, 3)          // 99.5 %
 *     withUnit(formatNumber(8), 'requests/s')
 */
const narrowSpace = '\u202f';
const minus = '\u2212';
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `digits` significant digits, without trailing zeros; powers of ten where plain digits stop being readable. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  const size = Math.abs(value);
  if (size > 0 && (size < 1e-4 || size >= 1e9)) return powerOfTen(value, digits);
  const whole = size >= 10 ** digits;
  return signed(
    value,
    new Intl.NumberFormat(
      'en',
      whole ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: digits },
    ).format(size),
  );
}

/** Always `decimals` places, for columns of numbers and readings that must not jump in width. */
export function formatFixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  const text = new Intl.NumberFormat('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(value));
  // −0.00 is a rounding artefact, not a reading.
  return Number(text.replaceAll(',', '')) === 0 ? text : signed(value, text);
}

/** A time given in seconds, in the unit that suits its size: ns, µs, ms, s, then min, h and days. */
export function formatDuration(seconds: number, digits = 3): string {
  if (!Number.isFinite(seconds)) return formatNumber(seconds);
  // Rounded first, so that 0.9996 s reads 1 s and never 1,000 ms.
  const size = Math.abs(Number(seconds.toPrecision(digits)));
  const [factor, unit] =
    size === 0
      ? [1, 's']
      : size < 1e-6
        ? [1e9, 'ns']
        : size < 1e-3
          ? [1e6, 'µs']
          : size < 1
            ? [1e3, 'ms']
            : size < 600
              ? [1, 's']
              : size < 7200
                ? [1 / 60, 'min']
                : size < 172_800
                  ? [1 / 3600, 'h']
                  : [1 / 86_400, 'days'];
  return withUnit(formatNumber(seconds * factor, digits), unit);
}

/** A share as a percentage: 0.95 → 95 %. */
export function formatPercent(share: number, digits = 3): string {
  return withUnit(formatNumber(share * 100, digits), '%');
}

/** Text and unit, kept on one line. */
export function withUnit(text: string, unit: string | undefined): string {
  return unit ? `${text}${narrowSpace}${unit}` : text;
}

function signed(value: number, text: string): string {
  return value < 0 ? `${minus}${text}` : text;
}

function powerOfTen(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = Math.abs(value)
    .toExponential(digits - 1)
    .split('e');
  const power = Number(exponent);
  const raised = [...String(Math.abs(power))].map((digit) => superscripts[Number(digit)]).join('');
  const ten = `10${power < 0 ? '⁻' : ''}${raised}`;
  const factor = String(Number(mantissa));
  return signed(value, factor === '1' ? ten : `${factor}${narrowSpace}×${narrowSpace}${ten}`);
}
