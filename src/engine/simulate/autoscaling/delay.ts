import { requireNonNegative } from '../../numeric/require.ts';
import type { Law } from '../../random/law.ts';

/** Seconds, one number or a law. */
export type Delay = number | Law;

/** Throws RangeError for a negative number, TypeError for what is neither number nor law. */
export function requireDelay(name: string, delay: Delay): Delay {
  if (typeof delay === 'number') return requireNonNegative(name, delay);
  if (typeof delay?.sample === 'function') return delay;
  throw new TypeError(`${name} must be a number of seconds or a law`);
}
