import { evenLoad } from '../../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';
import { formatNumber, formatPercent } from '../../../chart/index.ts';
import { formatMs, formatMsInterval, formatRate } from '../../formats.ts';
import type { ExplainedNumber } from '../Explained.tsx';
import { findings } from './findings.ts';
import type { LoadView } from './loadView.ts';

/** Every number of the pictures, with what it means. */
export function loadNumbers(view: LoadView, { report, stamp }: Measurement): readonly ExplainedNumber[] {
  const { law, serviceMs } = view;
  const { lower, upper } = report.mean;
  const even = evenLoad(law.scv);
  const found = findings(view);
  return [
    {
      name: 'E[S], service time',
      value: formatMs(serviceMs),
      interval: lower === null || upper === null ? 'no interval at this n' : formatMsInterval(lower, upper),
      says: `Mean of ${formatNumber(report.samples, 5)} single requests without a queue, after warm-up and gate. The loads are shares of its inverse.`,
    },
    {
      name: 'CV², variability',
      value: formatNumber(law.scv, 2),
      says: 'Variance of the service times over their squared mean. 0 would be a clock, 1 is exponential; waiting grows with 1 + CV².',
    },
    {
      name: '1/E[S], capacity',
      value: formatRate(law.serviceRate),
      says: 'What one session finishes when it is never idle. Above it the queue grows as long as you let it.',
    },
    {
      name: 'ρ at which W = E[S]',
      value: formatNumber(even, 2),
      interval: formatRate(even * law.serviceRate),
      says: `By the formula, requests wait longer than they are served from here on: 2/(3 + CV²). ${found.even}`,
    },
    {
      name: 'E[S] under load',
      value: `${formatNumber(found.slowdown)} times`,
      says: `Service at ρ = ${found.busiest} against service alone. ${Math.abs(found.slowdown - 1) < 0.03 ? 'The same server, as the formula assumes.' : 'The formula takes 1; a change of service moves the real load by the same factor.'}`,
    },
    {
      name: 'Late start',
      value:
        found.dispatch < stamp.timerStepMs
          ? `under ${formatMs(stamp.timerStepMs)}`
          : formatMs(found.dispatch),
      interval: `${formatPercent(Math.max(found.dispatch, stamp.timerStepMs) / serviceMs, 2)} of E[S]`,
      says: 'Median time from when a request could have started until it did: the loop that watches the clock, and the clock itself. It counts as waiting and is in no formula.',
    },
    {
      name: 'Clock step',
      value: formatMs(stamp.timerStepMs),
      interval: `${formatPercent(stamp.timerStepMs / serviceMs, 2)} of E[S]`,
      says: 'Times are read in steps of this size. The mean is not moved by it; CV² grows a little.',
    },
  ];
}
