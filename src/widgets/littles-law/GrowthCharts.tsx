import { AverageChart } from './AverageChart.tsx';
import { EdgeChart } from './EdgeChart.tsx';
import type { Result } from './model.ts';
import type { Now } from './now.ts';
import type { Reading } from './reading.ts';
import styles from './View.module.css';

interface Props {
  now: Now;
  result: Result;
  reading: Reading | undefined;
  width: number;
}

/** The same path continued: what longer and longer windows from its start show. */
export function GrowthCharts({ now, result, reading, width }: Props) {
  const beside = width >= 480;
  const each = beside ? (width - 24) / 2 : width;
  return (
    <div className={styles.growth} data-beside={beside}>
      <AverageChart formula={now.formula} result={result} width={each} />
      <EdgeChart result={result} reading={reading} width={each} />
    </div>
  );
}
