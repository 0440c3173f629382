import { useMemo } from 'react';
import type { Measurement } from '../../../../store/measurements.ts';
import { formatNumber } from '../../../chart/index.ts';
import { Explained } from '../Explained.tsx';
import styles from '../experiment.module.css';
import { newestRun } from '../newestRun.ts';
import { RunLine } from '../RunLine.tsx';
import { ProofTable } from './ProofTable.tsx';
import { SpeedupChart } from './SpeedupChart.tsx';
import { threadNumbers } from './threadNumbers.ts';
import { type ThreadRun, threadRun } from './threadRun.ts';

/** How many times faster several threads are, against the ideal and against Amdahl's law. */
export function SpeedupPicture({ shown }: { readonly shown: readonly Measurement[] }) {
  const measured = useMemo(() => newestRun(shown), [shown]);
  const run = useMemo(() => threadRun(measured), [measured]);
  return (
    <section aria-label="Speed-up by threads">
      <h2 className={styles.claim}>{claim(run)}</h2>
      <RunLine rows={measured} shown={shown.length} />
      <p className={styles.text}>{reading(run)}</p>
      <SpeedupChart run={run} />
      <Explained numbers={threadNumbers(run)} />
      <ProofTable run={run} />
    </section>
  );
}

const claim = ({ rows }: ThreadRun): string => {
  const last = rows.at(-1);
  if (!last?.speedup) return 'No speed-up can be told from these rows';
  const { ratio, lower, upper } = last.speedup;
  if (lower <= 1 && upper >= 1) return `${last.threads} threads could not be told from one.`;
  if (ratio < 1)
    return `${last.threads} threads are slower than one: ${formatNumber(ratio)} times its speed.`;
  return `${last.threads} threads are ${formatNumber(ratio)} times as fast as one.`;
};

const reading = ({ rows, law }: ThreadRun): string => {
  if (rows.every(({ speedup }) => speedup === null))
    return 'A speed-up needs one thread and another number of them in the same run, with three rounds in common.';
  if (!law)
    return 'With one thread count beside 1, a speed-up can be measured but no law fitted: Amdahl’s law needs three points.';
  if (law.serialShare.lower > 1)
    return 'Sharing this work out costs more than it saves. Amdahl’s law knows no such cost; the curve is only the nearest one.';
  return law.follows
    ? 'The measured speed-ups follow Amdahl’s law within their noise: a share of the work is done by one thread alone, and it sets the limit.'
    : 'The measured speed-ups do not follow Amdahl’s law: threads that wait for each other or share a core, which it does not know, cost more with every thread.';
};
