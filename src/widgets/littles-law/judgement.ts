import { type Decision, decide } from '../../engine/record/index.ts';
import { formatNumber, formatPercent, withUnit } from '../chart/format.ts';
import type { Assumption } from '../frame/defineWidget.ts';
import { type Now, readingOf, unexplainedShare } from './now.ts';
import type { LittlesLawValues } from './parameters.ts';

/** The conditions of L̄ = λ̄·W̄ + ε, and the one more that the plain law needs. */
export function littlesLawAssumptions(now: Now): readonly Assumption[] {
  const { values, formula } = now;
  const reading = readingOf(now);
  const finished = values.cohort === 'finished';
  const edge = reading ? Math.abs(reading.truth.edgeTerm) / reading.truth.number : Number.NaN;
  const stable = formula.utilization < 1;
  return [
    {
      condition: 'The same requests on both sides',
      holds: values.rejectRate === 0,
      because:
        values.rejectRate === 0
          ? 'whoever is counted in λ̄ is inside for its W and in L̄ meanwhile'
          : 'rejected attempts are counted in λ̄ and never in L̄',
    },
    {
      condition: 'Edges counted',
      holds: !finished,
      because: finished
        ? 'requests still inside are in L̄ but in no log line'
        : `the edge term is ${formatPercent(edge)} of L̄ on this window; the plain law leaves it out`,
    },
    {
      condition: 'One clock',
      holds: values.clockSkew === 0,
      because:
        values.clockSkew === 0
          ? 'arrivals and completions are stamped alike'
          : `every sojourn is off by ${withUnit(formatNumber(values.clockSkew), 'ms')}`,
    },
    {
      condition: 'A stable system',
      holds: stable,
      because: `ρ = ${formatNumber(formula.utilization)}${stable ? ', so the edge term dies out as the window grows' : '; the edge term grows with the window and never becomes negligible'}`,
    },
  ];
}

/** The gap that the edges do not explain, against the tolerance. */
export function littlesLawDecision(now: Now): Decision | undefined {
  const reading = readingOf(now);
  if (!reading) return undefined;
  return decide(100 * unexplainedShare(reading), {
    metric: '|L̄ − λ̄·W̄ − ε|',
    comparison: '<=',
    threshold: now.values.tolerance,
    unit: '% of L̄',
    onPass: {
      verdict: 'identity holds',
      action:
        now.formula.utilization < 1
          ? 'accept the dashboard’s numbers'
          : 'accept the numbers for this window only: the queue grows',
    },
    onFail: { verdict: 'identity broken', action: `fix the measurement: ${remedy(now.values)}` },
  });
}

function remedy({ cohort, rejectRate, clockSkew }: LittlesLawValues): string {
  const causes = [
    cohort === 'finished' && 'count the requests that are still inside',
    rejectRate > 0 && 'count λ̄ behind the door, where L̄ is counted',
    clockSkew !== 0 && 'stamp both ends with one clock',
  ].filter((cause) => cause !== false);
  return causes.join('; ');
}
