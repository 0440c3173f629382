import { useMemo } from 'react';
import { markColor, type Points, type Tone, useChart } from '../../chart/index.ts';
import styles from './results.module.css';

interface SampleCloudProps {
  readonly points: Points;
  readonly tone: Tone;
  readonly faint?: boolean;
}

/** Thousands of points as one mark. */
export function SampleCloud({ points, tone, faint = false }: SampleCloudProps) {
  const { x, y, clip } = useChart();
  const path = useMemo(() => {
    const parts: string[] = [];
    for (const [px, py] of points) {
      const [left, top] = [x(px), y(py)];
      if (Number.isFinite(left) && Number.isFinite(top))
        parts.push(`M${left.toFixed(1)} ${top.toFixed(1)}h0`);
    }
    return parts.join('');
  }, [points, x, y]);
  return (
    <path
      className={styles.cloud}
      data-faint={faint}
      style={{ stroke: markColor(tone) }}
      clipPath={clip}
      d={path}
    />
  );
}
