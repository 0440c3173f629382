import { useEffect, useMemo, useRef, useState } from 'react';
import {
  Axis,
  Chart,
  DirectLabels,
  Dots,
  DrawCurve,
  formatDuration,
  Line,
  linearAxis,
  useWidth,
} from '../chart/index.ts';
import { Button } from '../controls/index.ts';
import { runOnce } from '../frame/runOnce.ts';
import styles from './DrawDelay.module.css';
import { dots, line } from './marks.ts';
import { predictionAnswer, type Result } from './model.ts';
import { drawingGrid, prediction, readDrawing, writeDrawing } from './prediction.ts';
import widget from './widget.ts';

interface DrawDelayProps {
  /** The drawing in words, once the reader has committed to it. */
  readonly committed: string | undefined;
  readonly onCommit: (words: string) => void;
}

/** The reader draws mean latency against utilization, and then sees formula, simulation and drawing together. */
export function DrawDelay({ committed, onCommit }: DrawDelayProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const restored = useMemo(() => (committed ? readDrawing(committed) : undefined), [committed]);
  const [drawn, setDrawn] = useState<readonly (number | undefined)[]>(empty);
  const values = restored ?? drawn;
  const missing = values.filter((value) => value === undefined).length;

  useEffect(() => {
    prediction.setState({ curve: restored ? pointsOf(restored) : [] });
  }, [restored]);

  return (
    <div ref={box}>
      {width === 0 ? (
        <div className={styles.place} />
      ) : (
        <Chart
          width={width}
          height={Math.min(400, Math.max(280, width * 0.55))}
          label="Your prediction: mean latency against utilization"
          x={axisX}
          y={axisY}
        >
          <Axis side="left" title="mean time in system" />
          <Axis side="bottom" title="utilization ρ" />
          {restored ? (
            <Revealed drawn={pointsOf(restored)} />
          ) : (
            <DrawCurve
              xs={drawingGrid}
              values={drawn}
              onChange={setDrawn}
              label="Mean latency by utilization"
              formatX={(x) => `ρ = ${x.toFixed(2)}`}
              formatY={formatDuration}
            />
          )}
        </Chart>
      )}
      {!restored && (
        <div className={styles.actions}>
          <p>
            {missing > 0
              ? 'Drag across the picture, or use the arrow keys: left and right choose ρ, up and down set the latency.'
              : 'Drawn. Change it as you like, then commit to it.'}
          </p>
          <Button onClick={() => setDrawn(empty)} disabled={missing === drawn.length}>
            Clear
          </Button>
          <Button kind="primary" onClick={() => onCommit(writeDrawing(drawn))} disabled={missing > 0}>
            Reveal the answer
          </Button>
        </div>
      )}
    </div>
  );
}

const empty: readonly undefined[] = drawingGrid.map(() => undefined);
const axisX = linearAxis([0, 1]);
const axisY = linearAxis([0, 2], { format: formatDuration });

const pointsOf = (values: readonly (number | undefined)[]) =>
  drawingGrid.map((utilization, index) => [utilization, values[index] ?? Number.NaN] as const);

/** Three formulas and a simulation over the drawing. */
function Revealed({ drawn }: { drawn: ReturnType<typeof pointsOf> }) {
  const { single, four, erratic } = useMemo(predictionAnswer, []);
  const result = useDefaultRun();
  const labels = [
    { label: 'CV² = 8, M/G/1', points: line(erratic), tone: 'sojourn' as const },
    { label: 'M/M/1', points: line(single), tone: 'formula' as const },
    { label: 'four servers, M/M/4', points: line(four), tone: 'service-rate' as const },
    { label: 'your drawing', points: drawn, tone: 'accent' as const },
  ];
  return (
    <>
      <Line points={line(erratic)} tone="sojourn" dash="long" />
      <Line points={line(four)} tone="service-rate" dash="short" />
      <Line points={line(single)} tone="formula" />
      <Line points={drawn} tone="accent" dash="dot" width={3} />
      <Dots points={dots(result?.grid ?? [])} tone="simulation" />
      <DirectLabels labels={labels} />
    </>
  );
}

/** The widget's own simulation at its defaults: the server that the question describes. */
function useDefaultRun(): Result | undefined {
  const [result, setResult] = useState<Result>();
  useEffect(() => runOnce(widget, setResult).stop, []);
  return result;
}
