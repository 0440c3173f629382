import type { Assumption } from '../frame/defineWidget.ts';
import type { LatencyValues } from './parameters.ts';
import { levelNames, type Reading } from './reading.ts';
import { formatCount } from './words.ts';

/** What has to hold for the interval to mean what it says. */
export function assumptionsOf(
  reading: Reading | undefined,
  { view, stall, level }: LatencyValues,
): readonly Assumption[] {
  const needed = reading?.estimate.needed ?? 0;
  const stalled =
    reading?.view === 'recording' ? reading.stall !== undefined : view === 'recording' && stall > 0;
  return [
    {
      condition: 'Independent samples',
      holds: !stalled,
      because: stalled
        ? 'the requests caught in one stall share its fate; the interval is left out, since it would be far too narrow'
        : 'each request is drawn by itself from the same law; in production, check for bursts and hours of the day',
    },
    {
      condition: 'Timed from the scheduled moment',
      holds: true,
      because:
        view === 'recording'
          ? 'the decision uses the recording that keeps to the schedule, not the one that waits'
          : 'every request that was due is in the sample',
    },
    {
      condition: 'n large enough for two finite bounds',
      holds: reading?.estimate.resolvable ?? true,
      because: reading
        ? `n = ${formatCount(reading.n)}, ${levelNames[level]} needs ${formatCount(needed)}`
        : 'the samples are being drawn',
    },
    {
      condition: 'One law throughout',
      holds: true,
      because: 'the mixture does not change while the samples arrive',
    },
  ];
}
