import { formatNumber, formatPercent } from '../../../chart/index.ts';
import type { ExplainedNumber } from '../Explained.tsx';
import type { ThreadRun } from './threadRun.ts';

/** Every number of the picture, with what it means. */
export function threadNumbers({ rows, law }: ThreadRun): readonly ExplainedNumber[] {
  const speedups = rows.flatMap(({ threads, speedup }): ExplainedNumber[] =>
    speedup
      ? [
          {
            name: `S(${threads}), speed-up`,
            value: `${formatNumber(speedup.ratio)} times`,
            interval: `${formatNumber(speedup.lower)} to ${formatNumber(speedup.upper)}`,
            says: `Time on one thread over time on ${threads}, from ${speedup.pairs} pairs of blocks that stood side by side. ${formatPercent(speedup.ratio / threads, 2)} of the ideal.`,
          },
        ]
      : [],
  );
  if (!law) return speedups;
  const { serialShare: s, rounds } = law;
  return [
    ...speedups,
    {
      name: 's, serial share',
      value: formatPercent(s.value),
      interval: `${formatPercent(s.lower)} to ${formatPercent(s.upper)}`,
      says: `The share of the work that one thread does alone, fitted to T(n)/T(1) = s + (1 − s)/n over ${rounds} rounds. Starting and joining the threads counts as such.`,
    },
    {
      name: '1/s, limit',
      value: s.value > 0 ? `${formatNumber(1 / s.value)} times` : '∞',
      interval:
        s.lower > 0
          ? `${formatNumber(1 / s.upper)} to ${formatNumber(1 / s.lower)}`
          : 'no upper bound at this n',
      says: 'The speed-up that no number of threads exceeds, if the law holds.',
    },
  ];
}
