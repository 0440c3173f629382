import { type Decision, decide, type Evidence } from '../../engine/record/index.ts';
import { samplesToDecide } from '../../engine/stats/index.ts';
import { confidence } from './estimate.ts';
import { type Lens, levelNames, levels, type Reading } from './reading.ts';
import { formatCount, formatLatency } from './words.ts';

/**
 * The rule “p95 ≤ SLO”, applied to the reading with its interval. In the recording view a stall makes its requests
 * depend on each other, so that their interval would claim too much: a miss still counts against this run, a pass
 * stays open until the run has been repeated.
 */
export function judge(reading: Reading, { slo, level }: Lens): Decision {
  const { estimate } = reading;
  const name = levelNames[level];
  const stalled = reading.view === 'recording' && reading.stall !== undefined;
  return decide(stalled ? evidenceOfOneRun(estimate.value, slo) : estimateOf(reading), {
    metric: reading.view === 'replicas' ? `pooled ${name}` : name,
    comparison: '<=',
    threshold: slo,
    unit: 'ms',
    onPass: { verdict: 'accept', action: 'the whole interval is within the SLO; ship it' },
    onFail: { verdict: 'reject', action: failure(reading, name) },
    onInconclusive: {
      verdict: 'inconclusive',
      action: stalled
        ? 'one run with one stall does not say how often stalls come: repeat it'
        : more(reading, level, slo),
    },
  });
}

function estimateOf({ estimate: { value, lower, upper } }: Reading): Evidence {
  return { value, lower, upper };
}

function evidenceOfOneRun(value: number, slo: number): Evidence {
  return value <= slo ? { value, upper: Infinity } : { value };
}

function failure(reading: Reading, name: string): string {
  if (reading.view === 'recording') {
    return reading.stall
      ? 'find what stalled; do not trust the recording that waited'
      : 'find what makes requests slow';
  }
  if (reading.view === 'replicas') {
    const slowest = reading.replicas.reduce((a, b) => (a.estimate.value >= b.estimate.value ? a : b));
    return `take ${slowest.name} (${name} ${formatLatency(slowest.estimate.value)}) out of rotation, then find out why`;
  }
  return `do not ship: look at the requests above the ${name}`;
}

function more({ estimate, n, withinSlo }: Reading, level: keyof typeof levels, slo: number): string {
  if (!estimate.resolvable && withinSlo === 1) {
    return `collect ${formatCount(estimate.needed)} samples: with ${formatCount(n)} this quantile has no finite interval`;
  }
  const needed = samplesToDecide({ share: withinSlo, p: levels[level], confidence });
  if (!Number.isFinite(needed)) {
    return `no number of samples will settle it: the share within ${formatLatency(slo)} is the level itself`;
  }
  return needed > n
    ? `collect more samples: about ${formatCount(roughly(needed))} in all if the share stays as it is`
    : 'collect more samples: the limit lies at the edge of the interval';
}

/** Two significant digits, upwards: a plan that rests on an estimate has no more. */
function roughly(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1);
  return Math.ceil(count / unit) * unit;
}
