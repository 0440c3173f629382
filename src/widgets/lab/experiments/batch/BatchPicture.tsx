import { useMemo, useState } from 'react';
import type { BatchCost } from '../../../../engine/benchmark/index.ts';
import type { Measurement } from '../../../../store/measurements.ts';
import { formatPercent } from '../../../chart/index.ts';
import { ChoiceControl } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import { formatMs } from '../../formats.ts';
import { Explained } from '../Explained.tsx';
import styles from '../experiment.module.css';
import { newestRun } from '../newestRun.ts';
import { RunLine } from '../RunLine.tsx';
import { batchNumbers } from './batchNumbers.ts';
import { type BatchRun, batchRun } from './batchRun.ts';
import { ThroughputPanel } from './ThroughputPanel.tsx';
import { TimePanel } from './TimePanel.tsx';
import { UseFit } from './UseFit.tsx';

const axesChoice = choice({ label: 'Axes', options: { log: 'Log', linear: 'Linear' }, default: 'log' });

/** The time of an inference against its batch size, the line through it, and the throughput that follows. */
export function BatchPicture({ shown }: { readonly shown: readonly Measurement[] }) {
  const [axes, setAxes] = useState<string>(axesChoice.default);
  const run = useMemo(() => batchRun(newestRun(shown)), [shown]);
  const { rows, fit } = run;
  return (
    <section aria-label="Cost of a batch">
      <h2 className={styles.claim}>{fit ? claim(fit) : 'No line through these rows'}</h2>
      <RunLine rows={rows} shown={shown.length} />
      <p className={styles.text}>{fit ? judgement(run, fit) : missing(rows)}</p>
      <div className={styles.choice}>
        <ChoiceControl parameter={axesChoice} value={axes} onChange={setAxes} />
      </div>
      <div className={styles.pictures}>
        <TimePanel run={run} log={axes === 'log'} />
        <ThroughputPanel run={run} log={axes === 'log'} />
      </div>
      {fit && (
        <>
          <Explained numbers={batchNumbers(run, fit)} />
          <UseFit run={run} fit={fit} />
        </>
      )}
    </section>
  );
}

const claim = ({ fixed, perItem }: BatchCost): string =>
  fixed.lower > 0
    ? `Starting an inference costs ${formatMs(fixed.value)}; each row in it adds ${formatMs(perItem.value)}.`
    : `Each row costs ${formatMs(perItem.value)}; a cost of starting could not be told from zero.`;

const judgement = ({ rows }: BatchRun, { straight, worst, residuals, at }: BatchCost): string => {
  if (straight === null)
    return 'Two batch sizes always lie on a line; measure a third to see whether it holds.';
  if (straight) return `The measured times lie on the line T(n) = a + b·n within their noise.`;
  const { batch = 0 } = rows[worst.index] ?? {};
  const miss = residuals[worst.index]?.value ?? 0;
  const share = Math.abs(miss) / at(batch).value;
  const where = `at a batch of ${batch} the measured time lies ${formatPercent(share, 2)} ${miss > 0 ? 'above' : 'below'} it, more than noise explains`;
  return share < tooSmallToMatter
    ? `Strictly not a straight line: ${where}, but too little to matter for a plan.`
    : `Not a straight line: ${where}. Read a and b as the line that comes nearest.`;
};

/** As precise as the lab asks its medians to be. */
const tooSmallToMatter = 0.02;

const missing = (rows: readonly Measurement[]): string =>
  rows.length < 2
    ? 'A line needs two batch sizes of one run: tick more rows of it below.'
    : 'The rows have fewer than three rounds in common: measure longer, with the tab in view.';
