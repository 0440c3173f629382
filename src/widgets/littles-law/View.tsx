import { useMemo } from 'react';
import { linearAxis, pairs } from '../chart/index.ts';
import type { ViewProps } from '../frame/defineWidget.ts';
import { BarsChart } from './BarsChart.tsx';
import { GrowthCharts } from './GrowthCharts.tsx';
import { Ledger } from './Ledger.tsx';
import { shownSeconds } from './model.ts';
import { readingOf } from './now.ts';
import { PathChart } from './PathChart.tsx';
import styles from './View.module.css';
import type widget from './widget.ts';

/** Both charts share this time axis, so that an instant stands at one place in both. */
const timeAxis = linearAxis([0, shownSeconds]);

/** One area cut two ways: columns under N(t) above, one bar a request below; then the ledger and longer windows. */
export default function LittlesLawView({ now, pinned, change, seek, width }: ViewProps<typeof widget>) {
  const reading = readingOf(now);
  const path = useMemo(() => toPoints(now.result?.path), [now.result]);
  const pinnedPath = useMemo(() => toPoints(pinned?.result?.path), [pinned?.result]);
  return (
    <div className={styles.view}>
      <PathChart
        now={now}
        path={path}
        pinnedPath={pinnedPath}
        reading={reading}
        timeAxis={timeAxis}
        change={change}
        width={width}
      />
      <BarsChart now={now} timeAxis={timeAxis} seek={seek} width={width} />
      <Ledger reading={reading} />
      {now.result && <GrowthCharts now={now} result={now.result} reading={reading} width={width} />}
    </div>
  );
}

const toPoints = (path: { time: Float64Array; inSystem: Int32Array } | undefined) =>
  path ? pairs(path.time, path.inSystem) : [];
