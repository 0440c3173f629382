import { compareBlocks } from '../../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';
import { formatNumber } from '../../../chart/index.ts';
import { type Difference, differingParts, type Part } from './differences.ts';

const words: Readonly<Record<Part, string>> = {
  u: 'the input u',
  c: 'the configuration c',
  e: 'the environment e',
};

/** Which of u, c and e differ, and what may therefore be said of the two times. */
export function verdict(first: Measurement, second: Measurement, found: readonly Difference[]): string {
  const parts = differingParts(found);
  const named = found.filter(({ same }) => !same).map(({ name }) => name.toLowerCase());
  const what =
    parts.length === 0
      ? 'u, c and e are the same in both.'
      : `${capitalized(joined(parts.map((part) => words[part])))} ${parts.length === 1 ? 'differs' : 'differ'} (${joined(named)}).`;
  return `${what} ${meaning(first, second, parts)}`;
}

const meaning = (first: Measurement, second: Measurement, parts: readonly Part[]): string => {
  if (first.isolated !== second.isolated)
    return 'One page was isolated and the other was not: the clock and the threads are not the same, so the times are not compared.';
  if (parts.includes('e'))
    return 'The times were taken in different environments: read them as two facts, not as an effect.';
  if (parts.length > 1)
    return 'More than one of them differs, so no difference of the times has a single cause.';
  if (first.runId !== second.runId)
    return 'They are of different runs, so the machine may have changed between them. Run both in one go for a comparison in pairs.';
  const comparison = compareBlocks(first.chart.blocks, second.chart.blocks);
  if (!comparison) return 'They have too few paired blocks for an interval.';
  const { ratio, lower, upper, pairs } = comparison;
  return `The second takes ${formatNumber(ratio)} times as long as the first (95 % interval ${formatNumber(lower)} to ${formatNumber(upper)}, ${pairs} pairs of neighbouring blocks).`;
};

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
