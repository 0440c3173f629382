import { useMemo } from 'react';
import { Annotation, Axis, Chart, Dots, Line, logAxis, pairs, useChart } from '../chart/index.ts';
import type { Result } from './model.ts';
import type { Reading } from './reading.ts';
import styles from './View.module.css';

interface Props {
  result: Result;
  reading: Reading | undefined;
  width: number;
}

/** |ε| against the window's length, with the line of slope −1 that it follows while the system is stable. */
export function EdgeChart({ result, reading, width }: Props) {
  const { growth, edgeScale } = result;
  const points = useMemo(
    () => pairs(growth.length, growth.edge).flatMap(([x, y]) => (y > 0 ? [{ x, y }] : [])),
    [growth],
  );
  const [shortest, longest] = [growth.length[0] ?? 1, (growth.length.at(-1) ?? 10) * 1.4];
  const edges = points.map((point) => point.y);
  const lowest = Math.min(0.1, ...edges.map((edge) => edge / 1.5));
  const here = reading && { x: reading.until - reading.from, y: Math.abs(reading.truth.edgeTerm) };
  const highest = Math.max(1, here?.y ?? 0, ...edges) * 1.5;
  const x = useMemo(() => logAxis([Math.min(shortest, 0.2), longest]), [shortest, longest]);
  const y = useMemo(() => logAxis([lowest, highest]), [lowest, highest]);
  return (
    <Chart
      width={width}
      height={196}
      x={x}
      y={y}
      label="Edge term against the window’s length"
      description="On two log axes the edge term falls along a line of slope minus one while the system is stable, and rises when it is not."
    >
      <Axis side="left" title="size of the edge term |ε|, requests" />
      <Axis side="bottom" title="length of the window" unit="s" />
      {edgeScale !== undefined && edgeScale > 0 && (
        <Line
          points={[
            [shortest, edgeScale / shortest],
            [longest, edgeScale / longest],
          ]}
          tone="formula"
          dash="long"
        />
      )}
      <Dots points={points} tone="neutral" radius={3} />
      {edgeScale !== undefined && edgeScale > 0 && <CornerLabel>dashed: ∝ 1/length</CornerLabel>}
      {here && here.y > lowest && (
        <Annotation x={here.x} y={here.y} tone="number" dx={18} dy={-14}>
          this window
        </Annotation>
      )}
    </Chart>
  );
}

/** Words in the lower left corner, where hardly a point falls. */
function CornerLabel({ children }: { children: string }) {
  const { plot } = useChart();
  return (
    <text className={styles.corner} x={plot.left + 6} y={plot.bottom - 8}>
      {children}
    </text>
  );
}
