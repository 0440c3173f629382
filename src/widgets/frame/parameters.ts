/**
 * Parameters of a widget: the only place where defaults, bounds, symbols and units are written. The frame
 * derives from them the controls, the validation of links, the keyboard steps and the record.
 */

/** A symbol's meaning; it fixes the colour wherever the symbol appears (`--symbol-<role>`). */
export type SymbolRole =
  | 'arrival-rate'
  | 'service-rate'
  | 'utilization'
  | 'sojourn'
  | 'number'
  | 'cost'
  | 'neutral';

interface Described {
  /** Name in words, as a reader says it: “arrival rate”. */
  label: string;
  /** Mathematical symbol shown beside the name: “λ”. */
  symbol?: string;
  role?: SymbolRole;
  /** One sentence on what moving it does. */
  help?: string;
  /** `main` (at most five stand beside the picture), `more` (folded away), `hidden` (only faults set it). */
  place?: 'main' | 'more' | 'hidden';
  /** Whether the control stands there with the values of now; for settings that only one view uses. Default: always. */
  shown?: (values: Readonly<Record<string, Value>>) => boolean;
}

export interface RealParameter extends Described {
  kind: 'real';
  unit?: string;
  /** Hard bounds, inclusive: a typed value or a link outside them is refused. */
  min: number;
  max: number;
  default: number;
  /** Step of one arrow key on a linear slider; a log slider steps by 5 %. */
  step: number;
  scale: 'linear' | 'log';
  /** Range that the slider covers now, within the bounds; default: the bounds. */
  slider?: (values: Readonly<Record<string, Value>>) => readonly [number, number];
}

export interface IntegerParameter extends Described {
  kind: 'integer';
  unit?: string;
  min: number;
  max: number;
  default: number;
  step: number;
  scale: 'linear' | 'log';
  slider?: (values: Readonly<Record<string, Value>>) => readonly [number, number];
}

export interface ChoiceParameter<K extends string = string> extends Described {
  kind: 'choice';
  options: Readonly<Record<K, string>>;
  /** One of the options; they alone say what may be chosen. */
  default: NoInfer<K>;
}

export interface ToggleParameter extends Described {
  kind: 'toggle';
  default: boolean;
}

export type NumberParameter = RealParameter | IntegerParameter;
export type Parameter = NumberParameter | ChoiceParameter | ToggleParameter;
export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = number | string | boolean;

export type Values<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends NumberParameter
    ? number
    : P[K] extends ChoiceParameter<infer O>
      ? O
      : boolean;
};

type Written<T extends { kind: string }, Optional extends keyof T = never> = Omit<T, 'kind' | Optional> &
  Partial<Pick<T, Optional>>;

export function real(written: Written<RealParameter, 'step' | 'scale'>): RealParameter {
  return { kind: 'real', step: 0.1, scale: 'linear', ...written };
}

export function integer(written: Written<IntegerParameter, 'step' | 'scale'>): IntegerParameter {
  return { kind: 'integer', step: 1, scale: 'linear', ...written };
}

export function choice<K extends string>(written: Written<ChoiceParameter<K>>): ChoiceParameter<K> {
  return { kind: 'choice', ...written };
}

export function toggle(written: Written<ToggleParameter>): ToggleParameter {
  return { kind: 'toggle', ...written };
}

/** The default of every parameter. */
export function defaults<P extends Parameters>(parameters: P): Values<P> {
  const entries = Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]);
  return Object.fromEntries(entries) as Values<P>;
}

export type Checked = { ok: true; value: Value } | { ok: false; reason: string };

/** Reads one value from text (a number field, a link) against its parameter; never coerces, always says why not. */
export function parseValue(parameter: Parameter, text: string): Checked {
  switch (parameter.kind) {
    case 'choice':
      return Object.hasOwn(parameter.options, text)
        ? { ok: true, value: text }
        : {
            ok: false,
            reason: `${parameter.label} must be one of ${Object.keys(parameter.options).join(', ')}`,
          };
    case 'toggle':
      return text === '1' || text === '0'
        ? { ok: true, value: text === '1' }
        : { ok: false, reason: `${parameter.label} must be 1 or 0` };
    default:
      return parseNumber(parameter, text);
  }
}

function parseNumber(parameter: NumberParameter, text: string): Checked {
  const trimmed = text.trim().replace('−', '-');
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN;
  const unit = parameter.unit ? ` ${parameter.unit}` : '';
  if (!Number.isFinite(value)) return { ok: false, reason: `${parameter.label} must be a number` };
  if (parameter.kind === 'integer' && !Number.isInteger(value)) {
    return { ok: false, reason: `${parameter.label} must be a whole number` };
  }
  if (value < parameter.min || value > parameter.max) {
    return {
      ok: false,
      reason: `${parameter.label} must lie between ${parameter.min} and ${parameter.max}${unit}`,
    };
  }
  return { ok: true, value };
}

/** Text form of a value, as links carry it; `parseValue` reads it back to the same value. */
export function formatValue(value: Value): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}
