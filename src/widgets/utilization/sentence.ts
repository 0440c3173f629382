import { formatDuration, formatNumber } from '../chart/format.ts';
import type { Inputs } from '../frame/defineWidget.ts';
import type { Formula, Result, Settings } from './model.ts';

interface Now {
  readonly values: Settings;
  readonly formula: Formula;
  readonly result: Result | undefined;
  readonly refining: boolean;
  readonly inputs: Inputs;
}

/** What the picture shows, in one or two sentences with the numbers of now. */
export function utilizationSentence({ values, formula, result, refining, inputs }: Now): string {
  const { utilization, here } = formula;
  const load = `At ρ = ${formatNumber(utilization, 2)}`;
  if (!here) {
    return `${load} requests arrive faster than they can be served: the queue grows without bound, and no mean exists to show.`;
  }
  const inServiceTimes = formatNumber(here.meanSojourn * values.serviceRate, 2);
  const closed = `${load} a request spends ${formatDuration(here.meanSojourn)} in the system on average, ${inServiceTimes} times its own service time`;
  if (!result || refining) return `${closed}; the simulation is running.`;
  const { lower, upper } = result.here.meanSojourn;
  const simulated = `${closed}; ${formatNumber(result.here.requests, 7)} simulated requests give ${interval(lower, upper)}.`;
  return values.measured ? `${simulated} ${fedSentence(result, inputs)}` : simulated;
}

/** The third layer in words: what it is fed with, and what comes of it. */
function fedSentence({ measured }: Result, { measurement }: Inputs): string {
  if (!measurement) return 'No service times were sent from the lab to this page yet.';
  const { serviceTimes, device, model, innerRuns } = measurement;
  const means = innerRuns > 1 ? `, each a mean of ${innerRuns} runs` : '';
  const fed = `Fed with ${formatNumber(serviceTimes.length, 7)} service times measured on ${device} (${model}${means}), the queue`;
  if (!measured?.here) return `${fed} has no steady state at this load either.`;
  const { lower, upper } = measured.here.meanSojourn;
  return `${fed} gives ${interval(lower, upper)} at the same utilization.`;
}

const interval = (lower: number, upper: number) =>
  `${formatDuration(lower)} to ${formatDuration(upper)} (95 % interval)`;
