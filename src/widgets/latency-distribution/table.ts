import type { TableData } from '../frame/defineWidget.ts';
import type { QuantileEstimate } from './estimate.ts';
import { estimateQuantile } from './estimate.ts';
import type { Formula } from './model.ts';
import { type Lens, type Level, levelNames, levels, type Reading } from './reading.ts';

const bounds = [
  { name: 'lower 95 %', unit: 'ms' },
  { name: 'upper 95 %', unit: 'ms' },
];

/** The data behind the picture. Bounds that the sample does not give are −∞ and ∞. */
export function tableOf(reading: Reading | undefined, formula: Formula, lens: Lens): TableData {
  const name = levelNames[lens.level];
  if (reading?.view === 'replicas') {
    return {
      caption: `${name} by replica`,
      columns: [{ name: 'replica' }, { name: 'requests' }, { name, unit: 'ms' }, ...bounds],
      rows: [
        ...reading.replicas.map((replica) => [replica.name, ...rowOf(replica.estimate)]),
        [`average of the ${name}s`, reading.n, reading.average, '', ''],
        ['all requests', ...rowOf(reading.estimate)],
      ],
    };
  }
  if (reading?.view === 'recording') {
    return {
      caption: `${name} by how the load was recorded`,
      columns: [{ name: 'recorded' }, { name: 'requests' }, { name, unit: 'ms' }, { name: 'never sent' }],
      rows: [
        ['on schedule', reading.n, reading.estimate.value, 0],
        ['by waiting', reading.waiting.length, reading.waitingEstimate.value, reading.omitted],
      ],
    };
  }
  return {
    caption: 'Quantiles of the sample and of the law',
    columns: [
      { name: 'quantile' },
      { name: 'infimum', unit: 'ms' },
      { name: 'linear', unit: 'ms' },
      ...bounds,
      { name: 'true', unit: 'ms' },
    ],
    rows: levelKeys.map((level) => {
      const truth = formula.quantile(levels[level]);
      if (!reading) return [levelNames[level], '', '', '', '', truth];
      const { infimum, linear, lower, upper } = estimateQuantile(
        reading.sample,
        levels[level],
        lens.definition,
      );
      return [levelNames[level], infimum, linear, lower, upper, truth];
    }),
  };
}

const levelKeys: readonly Level[] = ['p50', 'p90', 'p95', 'p99', 'p999'];

function rowOf({ n, value, lower, upper }: QuantileEstimate): readonly number[] {
  return [n, value, lower, upper];
}
