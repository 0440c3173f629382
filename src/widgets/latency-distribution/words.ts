import { formatDuration, formatNumber, formatPercent } from '../chart/format.ts';
import type { QuantileEstimate } from './estimate.ts';
import type { Formula } from './model.ts';
import { type Level, levelNames, levels, type Reading } from './reading.ts';

/** A latency given in ms, in the unit that suits its size. */
export function formatLatency(ms: number): string {
  return formatDuration(ms / 1000);
}

export function formatCount(n: number): string {
  return formatNumber(n, 9);
}

/** How the chosen definition is written on an axis: “p95 = inf{t : F(t) ≥ 0.95}”. */
export function definitionText(level: Level, definition: 'infimum' | 'linear'): string {
  const name = levelNames[level];
  return definition === 'infimum'
    ? `${name} = inf{t : F(t) ≥ ${levels[level]}}`
    : `${name} by linear interpolation at (n − 1)·${levels[level]} + 1`;
}

/** “159–185 ms”, with each unit where they differ, for labels in a picture. */
export function intervalLabel({ lower, upper }: QuantileEstimate): string {
  const [low = '', lowUnit] = formatLatency(lower).split(narrowSpace);
  const [high, highUnit] = formatLatency(upper).split(narrowSpace);
  return lowUnit === highUnit
    ? `${low}–${high}${narrowSpace}${highUnit}`
    : `${formatLatency(lower)} – ${formatLatency(upper)}`;
}

const narrowSpace = '\u202f';

/** “172 ms to 185 ms”, or why there is no such interval. */
export function intervalText({ lower, upper, resolvable, n, needed }: QuantileEstimate): string {
  if (resolvable) return `${formatLatency(lower)} to ${formatLatency(upper)}`;
  const missing = Number.isFinite(lower)
    ? 'no upper bound'
    : Number.isFinite(upper)
      ? 'no lower bound'
      : 'no bounds';
  return `${missing} at n = ${formatCount(n)}; ${formatCount(needed)} samples have both`;
}

/** The sentence under the picture. */
export function sentence(reading: Reading | undefined, formula: Formula, level: Level): string {
  const name = levelNames[level];
  const truth = formatLatency(formula.quantile(levels[level]));
  if (!reading) return `The law’s true ${name} is ${truth}; the samples are being drawn.`;
  const { estimate, n } = reading;
  const value = formatLatency(estimate.value);
  const ofAll = `${formatCount(n)} ${n === 1 ? 'request' : 'requests'}`;
  switch (reading.view) {
    case 'distribution': {
      const interval = estimate.resolvable
        ? `95 % interval ${intervalText(estimate)}`
        : `not resolvable: ${intervalText(estimate)}`;
      return `${name} of ${ofAll} is ${value} (${interval}; the law’s true value is ${truth}). The mean is ${formatLatency(reading.mean)}, the median ${formatLatency(reading.median)}.`;
    }
    case 'replicas':
      return `The ${name}s of ${reading.replicas.length} replicas average ${formatLatency(reading.average)}. The ${name} of all ${ofAll} together is ${value} (95 % interval ${intervalText(estimate)}): the average is ${comparison(reading.average, estimate.value)}.`;
    case 'recording': {
      const waiting = formatLatency(reading.waitingEstimate.value);
      const kept = `Kept to the schedule, ${ofAll} have a ${name} of ${value}.`;
      const left =
        reading.omitted === 0
          ? 'sent every request as well'
          : `never sent ${formatCount(reading.omitted)} of them`;
      return `${kept} The generator that waits ${left} and reports ${waiting} for the same system.`;
    }
  }
}

function comparison(average: number, pooled: number): string {
  const change = average / pooled - 1;
  if (Math.abs(change) < 0.005) return 'here the same by chance';
  return `${formatPercent(Math.abs(change), 2)} too ${change < 0 ? 'low' : 'high'}`;
}
