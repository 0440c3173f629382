import { useState } from 'react';
import type { Measurement } from '../../../store/measurements.ts';
import { Button, ChoiceControl } from '../../controls/index.ts';
import { choice } from '../../frame/parameters.ts';
import { Comparisons } from './Comparisons.tsx';
import { SideBySide } from './compare/SideBySide.tsx';
import { Detail } from './Detail.tsx';
import { Distribution } from './Distribution.tsx';
import { Headline } from './Headline.tsx';
import { Histograms } from './Histograms.tsx';
import { NumbersTable } from './NumbersTable.tsx';
import { RunChartPicture } from './RunChartPicture.tsx';
import styles from './results.module.css';

const scaleChoice = choice({ label: 'Time axis', options: { log: 'Log', linear: 'Linear' }, default: 'log' });

interface ResultsProps {
  readonly shown: readonly Measurement[];
  readonly sentToLesson: string | null;
  /** Whether medians and comparisons come first; an experiment with a picture of its own has said them. */
  readonly overview: boolean;
}

/** The chosen measurements: headline, run charts first, then the distribution, the numbers and their origin. */
export function Results({ shown, sentToLesson, overview }: ResultsProps) {
  const [scale, setScale] = useState<string>(scaleChoice.default);
  const log = scale === 'log';
  return (
    <>
      {overview && (
        <>
          <div className={styles.headlines}>
            {shown.map((measurement) => (
              <Headline key={measurement.id} measurement={measurement} />
            ))}
          </div>
          <Comparisons shown={shown} />
        </>
      )}

      <section className={styles.part}>
        <div className={styles.partHead}>
          <h2>Every sample, in order</h2>
          <div className={styles.scale}>
            <ChoiceControl parameter={scaleChoice} value={scale} onChange={setScale} />
          </div>
        </div>
        <p className={styles.text}>
          Look here first. A level line means that the numbers below describe one state of the machine; a
          slope or a step means that they mix several.
        </p>
        <div className={shown.length > 3 ? styles.manyCharts : undefined}>
          {shown.map((measurement, index) => (
            <RunChartPicture key={measurement.id} measurement={measurement} index={index} log={log} />
          ))}
        </div>
      </section>

      <section className={styles.part}>
        <h2>Distribution</h2>
        <p className={styles.text}>
          The height of a curve at t is the share of inferences that took at most t. Where a curve is steep,
          times are alike; a long flat end is the tail that your slowest users meet.
        </p>
        <Distribution shown={shown} log={log} />
        <Histograms shown={shown} log={log} />
      </section>

      <section className={styles.part}>
        <h2>Numbers</h2>
        <NumbersTable shown={shown} />
      </section>

      {shown.length > 1 && (
        <section className={styles.part}>
          <h2>Two results side by side</h2>
          <SideBySide shown={shown} />
        </section>
      )}

      <section className={styles.part}>
        <h2>Where the numbers come from</h2>
        <div className={styles.details}>
          {shown.map((measurement) => (
            <Detail key={measurement.id} measurement={measurement} sent={measurement.id === sentToLesson} />
          ))}
        </div>
        <div className={styles.print}>
          <Button onClick={() => window.print()}>Print this report, or save it as PDF</Button>
        </div>
      </section>
    </>
  );
}
