import type { Repeated } from '../../../../engine/benchmark/index.ts';
import { formatMsInterval } from '../../formats.ts';

/** The interval of a median of milliseconds, or the range of too few values for one. */
export function repeatedWords({ count, lower, upper, smallest, largest }: Repeated): string {
  if (lower !== null && upper !== null)
    return `95 % interval ${formatMsInterval(lower, upper)}, n = ${count}`;
  return count === 1 ? 'n = 1' : `n = ${count}: range ${formatMsInterval(smallest, largest)}`;
}
