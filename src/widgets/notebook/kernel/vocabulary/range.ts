import type { CellControl } from '../../../../engine/notebook/index.ts';

/** What `input.range` takes. */
export interface RangeInput {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value?: number;
  readonly unit?: string;
  /** Tells sliders of one cell apart when their labels do not. */
  readonly key?: string;
}

/**
 * The slider that a cell asks for, at the value that the reader left it at. Throws a RangeError or TypeError that says
 * which setting is wrong.
 */
export function rangeControl(input: RangeInput, kept: ReadonlyMap<string, number>): CellControl {
  const { label, min, max, unit = '', key = label } = input;
  if (typeof label !== 'string' || label === '') throw new TypeError('input.range needs a label');
  requireFinite('min', min);
  requireFinite('max', max);
  if (max <= min) throw new RangeError(`input.range: max must be > min = ${min}, got ${max}`);
  const step = requireFinite('step', input.step ?? 10 ** Math.floor(Math.log10((max - min) / 50)));
  if (step <= 0) throw new RangeError(`input.range: step must be > 0, got ${step}`);
  const first = requireFinite('value', input.value ?? min);
  const value = Math.min(max, Math.max(min, kept.get(key) ?? first));
  return {
    key: key.slice(0, 200),
    label: label.slice(0, 200),
    min,
    max,
    step,
    value,
    unit: String(unit).slice(0, 40),
  };
}

function requireFinite(name: string, value: number): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RangeError(`input.range: ${name} must be a finite number, got ${String(value)}`);
}
