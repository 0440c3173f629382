import { useMemo } from 'react';
import { latencyGap } from '../../../../engine/benchmark/index.ts';
import type { Seed } from '../../../../engine/random/index.ts';
import { formatMs } from '../../formats.ts';
import styles from '../experiment.module.css';
import type { ShownLoad } from './loadView.ts';

interface GapLineProps {
  readonly shown: ShownLoad;
  readonly seed: Seed;
}

/** Why the device was slower or faster at this load than the simulation, in parts that add up. */
export function GapLine({ shown, seed }: GapLineProps) {
  const { point, summary } = shown;
  const replayed = point.replay.mean.value;
  const gap = useMemo(() => latencyGap(point, replayed, { seed }), [point, replayed, seed]);
  const parts = [
    { name: 'service times unlike those measured alone', ms: gap.service },
    { name: 'slow requests that came together', ms: gap.order },
    { name: 'late starts', ms: gap.late },
  ];
  return (
    <p className={styles.text}>
      <strong>From simulation to device at ρ = {point.load}.</strong> Simulated {formatMs(replayed)}, measured{' '}
      {formatMs(summary.mean.value)}. The difference:{' '}
      {parts.map(({ name, ms }) => `${signed(ms)} from ${name}`).join(', ')}.
    </p>
  );
}

const signed = (ms: number): string => `${ms < 0 ? '\u2212' : '+'}${formatMs(Math.abs(ms))}`;
