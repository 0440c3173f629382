/** Argument checks whose messages name the argument, the bound and the value; a reader of a notebook cell sees them. */

const refuse = (name: string, bound: string, value: unknown): never => {
  throw new RangeError(`${name} must be ${bound}, got ${String(value)}`);
};

/** Returns `value` when it is a finite number; throws TypeError for another type, RangeError for NaN or ±Infinity. */
export function requireFinite(name: string, value: number): number {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number, got ${typeof value}`);
  return Number.isFinite(value) ? value : refuse(name, 'a finite number', value);
}

export function requirePositive(name: string, value: number): number {
  return requireFinite(name, value) > 0 ? value : refuse(name, '> 0', value);
}

export function requireNonNegative(name: string, value: number): number {
  return requireFinite(name, value) >= 0 ? value : refuse(name, '>= 0', value);
}

export function requireInteger(name: string, value: number, minimum: number): number {
  requireFinite(name, value);
  return Number.isInteger(value) && value >= minimum
    ? value
    : refuse(name, `an integer >= ${minimum}`, value);
}

/** A probability with both ends allowed. */
export function requireProbability(name: string, value: number): number {
  requireFinite(name, value);
  return value >= 0 && value <= 1 ? value : refuse(name, 'in [0, 1]', value);
}

/** A confidence level or any other fraction that makes no sense at 0 or 1. */
export function requireFraction(name: string, value: number): number {
  requireFinite(name, value);
  return value > 0 && value < 1 ? value : refuse(name, 'strictly between 0 and 1', value);
}
