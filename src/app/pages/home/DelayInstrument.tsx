import { useRef, useState } from 'react';
import {
  Annotation,
  Axis,
  Chart,
  formatDuration,
  formatFixed,
  Line,
  linearAxis,
  type Point,
  Region,
  Rule,
  useWidth,
} from '../../../widgets/chart/index.ts';
import { NumberControl } from '../../../widgets/controls/NumberControl.tsx';
import styles from './DelayInstrument.module.css';
import { curve, delayAt, serviceRate, utilization } from './delay.ts';
import { LiveFormula } from './LiveFormula.tsx';

const x = linearAxis([0, 1.08], { ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] });
const y = linearAxis([0, 2.2], { format: formatDuration, ticks: [0, 0.5, 1, 1.5, 2] });
const points: readonly Point[] = curve.map((point) => [point.utilization, point.meanSojourn]);

/** Drag the utilization and see the delay explode: the course's first lesson, before its first word. */
export function DelayInstrument() {
  const [rho, setRho] = useState(utilization.default);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const { arrivalRate, meanSojourn, meanWait } = delayAt(rho);
  return (
    <figure className={styles.figure}>
      <div className={styles.instrument}>
        <div ref={place} className={styles.picture}>
          {width > 0 && (
            <Chart
              width={width}
              height={Math.round(Math.min(380, Math.max(260, width * 0.6)))}
              label="Mean time in the system against utilization"
              description="The curve is nearly flat up to a utilization of one half and rises without bound as utilization nears 1."
              x={x}
              y={y}
            >
              <Axis side="left" title="mean time in the system W" />
              <Axis side="bottom" title="utilization ρ = λ/μ" />
              <Region from={1} to={1.08} hatched label="ρ ≥ 1: no steady state" />
              <Line points={points} tone="formula" />
              <Rule
                orientation="vertical"
                value={rho}
                label="ρ ="
                name="Utilization ρ"
                tone="utilization"
                format={(value) => formatFixed(value, 2)}
                labelAt="start"
                min={utilization.min}
                max={utilization.max}
                step={utilization.step}
                onChange={setRho}
              />
              <Annotation x={rho} y={meanSojourn} tone="sojourn" dx={-24} dy={-20}>
                {`W = ${formatDuration(meanSojourn)}`}
              </Annotation>
            </Chart>
          )}
        </div>
        <div className={styles.control}>
          <NumberControl parameter={utilization} value={rho} onChange={setRho} />
        </div>
      </div>
      <figcaption className={styles.caption}>
        <LiveFormula arrivalRate={arrivalRate} serviceRate={serviceRate} sojourn={meanSojourn} />
        <p>
          One server needs 100 ms for a request on average. At{' '}
          <span className={styles.whole}>ρ = {formatFixed(rho, 2)}</span> a request spends{' '}
          {formatDuration(meanSojourn)} in the system, of which {formatDuration(meanWait)} in line. Drag the
          orange line.
        </p>
      </figcaption>
    </figure>
  );
}
