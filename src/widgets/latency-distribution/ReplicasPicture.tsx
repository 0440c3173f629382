import { useMemo } from 'react';
import { Axis, type AxisSpec, Chart, categoryAxis, formatNumber, Region } from '../chart/index.ts';
import { latencyAxis } from './axes.ts';
import type { Picture } from './picture.ts';
import { ReplicaRow } from './ReplicaRow.tsx';
import { levelNames, levels } from './reading.ts';
import { SloRule } from './SloRule.tsx';
import { definitionText, formatLatency } from './words.ts';

/** Each replica’s own quantile, the average of these, and the quantile of all requests together. */
export function ReplicasPicture({ values, formula, reading, pinned, width, onSlo }: Picture) {
  const { level, slo } = values;
  const axis = useMemo(() => latencyAxis(formula, values), [formula, values]);
  const shown = reading?.view === 'replicas' ? reading : undefined;
  const replicas = shown?.replicas ?? [];
  // The axis counts upwards, the list is read downwards.
  const names = useMemo(
    () => ['all requests', 'average', ...replicas.map(({ name }) => name).reverse()],
    [replicas],
  );
  // Half a row more at the top, where the SLO has its words.
  const rows = useMemo(
    (): AxisSpec => ({ ...categoryAxis(names), domain: [-0.5, names.length - 0.1] }),
    [names],
  );
  const before = pinned?.reading?.view === 'replicas' ? pinned.reading : undefined;
  const name = levelNames[level];
  const truth = formula.quantile(levels[level]);
  return (
    <Chart
      width={width}
      height={92 + 46 * (names.length + 0.4) + (width < 520 ? 16 : 0)}
      margin={{ top: 44, bottom: width < 520 ? 62 : 46 }}
      x={axis}
      y={rows}
      label={`${name} of each replica, their average, and the ${name} of all requests`}
      description="One row each, with 95 % intervals. The average of the replicas stands beside the quantile of all requests together."
    >
      <Axis side="left" title={`${name} of`} grid={false} />
      <Axis side="bottom" title={`latency t · ${definitionText(level, values.definition)}`} />
      {shown && (
        <>
          <Region
            from={shown.estimate.lower}
            to={Math.min(shown.estimate.upper, axis.domain[1])}
            tone="sojourn"
            hatched={!shown.estimate.resolvable}
          />
          {replicas.map(({ name: row, factor, sample, estimate }) => (
            <ReplicaRow
              key={row}
              row={names.indexOf(row)}
              value={estimate.value}
              estimate={estimate}
              sample={sample}
              tone="simulation"
              note={factor === 1 ? '' : `${formatNumber(factor)}× as slow`}
              avoid={slo}
            />
          ))}
          <ReplicaRow
            row={1}
            value={shown.average}
            tone="warn"
            shape="diamond"
            note={`the ${name} of nothing`}
            avoid={slo}
          />
          <ReplicaRow
            row={0}
            value={shown.estimate.value}
            estimate={shown.estimate}
            sample={shown.sample}
            truth={truth}
            note={`law ${formatLatency(truth)}`}
            tone="sojourn"
            avoid={slo}
          />
        </>
      )}
      {before && (
        <ReplicaRow row={0} value={before.estimate.value} tone="pinned" note="A" below avoid={slo} />
      )}
      <SloRule slo={slo} onChange={onSlo} labelAt="end" />
    </Chart>
  );
}
