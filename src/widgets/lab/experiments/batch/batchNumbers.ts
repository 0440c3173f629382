import type { BatchCost } from '../../../../engine/benchmark/index.ts';
import { formatNumber, formatPercent } from '../../../chart/index.ts';
import { formatMs, formatMsInterval, roundedRate } from '../../formats.ts';
import type { ExplainedNumber } from '../Explained.tsx';
import type { BatchRun } from './batchRun.ts';

/** Every number of the picture, with what it means. */
export function batchNumbers({ rows }: BatchRun, fit: BatchCost): readonly ExplainedNumber[] {
  const { fixed, perItem, ceiling, halfBatch, worst, residuals, rounds, straight } = fit;
  const largest = rows.at(-1)?.batch ?? 1;
  const reached = fit.throughput(largest);
  const miss = residuals[worst.index]?.value ?? 0;
  return [
    {
      name: 'a, fixed cost',
      value: formatMs(fixed.value),
      interval: formatMsInterval(fixed.lower, fixed.upper),
      says: 'What an inference costs before its first row: the call, the copies, starting each node. A batch pays it once.',
    },
    {
      name: 'b, cost of a row',
      value: formatMs(perItem.value),
      interval: formatMsInterval(perItem.lower, perItem.upper),
      says: 'What each further row adds. A batch cannot save it.',
    },
    {
      name: '1/b, ceiling',
      value: roundedRate(ceiling.value),
      interval: `${roundedRate(ceiling.lower)} to ${roundedRate(ceiling.upper)}`,
      says: `Rows a second that no batch size exceeds. The line gives ${roundedRate(reached.value)} at a batch of ${largest}: ${formatPercent(reached.value / ceiling.value, 2)} of it.`,
    },
    {
      name: 'a/b, half-way batch',
      value: halfBatch > 0 ? `${formatNumber(halfBatch)} rows` : '–',
      says: 'The batch at which half of the ceiling is reached. Well above it, a larger batch makes requests wait and gains little. A ratio of two estimates; their intervals stand above.',
    },
    ...(straight === null
      ? []
      : [
          {
            name: 'Largest miss',
            value: formatNumber(worst.halfWidths, 2),
            interval: `${miss > 0 ? '+' : '−'}${formatMs(Math.abs(miss))} at a batch of ${rows[worst.index]?.batch}`,
            says: 'Distance of a measured time from the line, in half-widths of its interval (95 % for all sizes together). Above 1, the line is not straight.',
          },
        ]),
    {
      name: 'Rounds',
      value: String(rounds),
      says: 'How often all sizes were measured one after another. Each round gives a line of its own; the intervals are those of their means (Student’s t), so a slow moment that all sizes share is in them. A drift over the whole run is not: see Machine drift below.',
    },
  ];
}
