import type { Detector } from '../drift/detectors/detector.ts';
import { requireInteger } from '../numeric/require.ts';
import { studentQuantile } from '../numeric/studentT.ts';
import type { Seed } from '../random/seed.ts';
import type { Stream } from '../random/stream.ts';
import { createStreams } from '../random/streams.ts';
import { mean, standardError } from '../stats/description.ts';
import type { Estimate, Interval } from '../stats/interval.ts';
import { wilsonInterval } from '../stats/proportionInterval.ts';
import { quantiles } from '../stats/quantile.ts';

export interface OperatingCharacteristicOptions {
  /** Makes a fresh trigger for each run. */
  trigger: () => Pick<Detector<{ drift: boolean }>, 'update'>;
  /** Draws a value of the healthy, and of the degraded, service. */
  healthy: (stream: Stream) => number;
  degraded: (stream: Stream) => number;
  /** Values before the incident (default 1000) and the most that are drawn after it (default 10,000). */
  healthyValues?: number;
  degradedValues?: number;
  runs?: number;
  seed?: Seed;
}

export interface OperatingCharacteristic {
  /** Share of runs that fired before the incident, with Wilson's interval. */
  falseAlarm: Estimate;
  /** Values from the incident to the alarm in the runs that were quiet before and fired after; NaN if none did. */
  delay: Estimate;
  /** Quantiles of that delay: 0.5, 0.9, 0.99. */
  delayQuantiles: number[];
  /** Share of the runs quiet before the incident that never fired after it. */
  missed: Estimate;
  runs: number;
}

/**
 * What a trigger costs and what it brings, by seeded simulation: each run draws `healthyValues`, in which an alarm is false,
 * then degraded values until it fires. A lower threshold shortens the delay and raises the false alarms; read both.
 * A run is fixed by (seed, run number), so that two triggers meet the same values. 95 % intervals.
 *
 * @example
 * const { falseAlarm, delay } = release.operatingCharacteristic({
 *   trigger: () => release.rollbackTrigger({ rule: 'consecutive', size: 3, limit: 2 }),
 *   healthy: (stream) => stream.normal(),
 *   degraded: (stream) => 2 + stream.normal(),
 *   runs: 200,
 * });
 * falseAlarm.value;
 * delay.value;
 */
export function operatingCharacteristic({
  trigger,
  healthy,
  degraded,
  healthyValues = 1000,
  degradedValues = 10_000,
  runs = 500,
  seed = 1,
}: OperatingCharacteristicOptions): OperatingCharacteristic {
  requireInteger('healthyValues', healthyValues, 0);
  requireInteger('degradedValues', degradedValues, 1);
  requireInteger('runs', runs, 1);
  const streams = createStreams(seed);
  const delays: number[] = [];
  let [alarms, misses] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const before = streams.stream(`incident ${run}/healthy`);
    const after = streams.stream(`incident ${run}/degraded`);
    const { update } = trigger();
    if (firstDrift(update, () => healthy(before), healthyValues) > 0) {
      alarms++;
      continue;
    }
    const delay = firstDrift(update, () => degraded(after), degradedValues);
    if (delay > 0) delays.push(delay);
    else misses++;
  }
  return {
    falseAlarm: share(alarms, runs),
    delay: meanEstimate(delays),
    delayQuantiles: delays.length > 0 ? quantiles(delays, [0.5, 0.9, 0.99], 'inverted_cdf') : [],
    missed: share(misses, runs - alarms),
    runs,
  };
}

/** One-based place of the value that fires; 0 when none does. */
const firstDrift = (
  update: (value: number) => { drift: boolean },
  draw: () => number,
  values: number,
): number => {
  for (let i = 1; i <= values; i++) if (update(draw()).drift) return i;
  return 0;
};

const share = (count: number, total: number): Estimate => {
  const bounds: Interval = total > 0 ? wilsonInterval(count, total) : { lower: 0, upper: 1 };
  return { value: count / total, ...bounds };
};

const meanEstimate = (values: readonly number[]): Estimate => {
  if (values.length === 0) return { value: Number.NaN, lower: -Infinity, upper: Infinity };
  const value = mean(values);
  if (values.length === 1) return { value, lower: -Infinity, upper: Infinity };
  const half = studentQuantile(0.975, values.length - 1) * standardError(values);
  return { value, lower: value - half, upper: value + half };
};
