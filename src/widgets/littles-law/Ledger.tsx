import type { ReactNode } from 'react';
import { formatFixed, formatNumber, withUnit } from '../chart/format.ts';
import { type Tone, textColor } from '../chart/index.ts';
import type { Reading } from './reading.ts';
import styles from './View.module.css';

/** The identity as a sum with its present numbers, and under it the area, by columns and by rows. */
export function Ledger({ reading }: { reading: Reading | undefined }) {
  const truth = reading?.truth;
  const fixed = (value: number | undefined) => (value === undefined ? '–' : formatFixed(value, 2));
  const gap = reading?.unexplained ?? 0;
  return (
    <div className={styles.ledger}>
      <dl className={styles.sum}>
        <Term tone="number" symbol="L̄" value={fixed(truth?.number)} name="in system" />
        <Term sign="=" tone="arrival-rate" symbol="λ̄" value={fixed(reading?.arrivalRate)} name="requests/s" />
        <Term sign="×" tone="sojourn" symbol="W̄" value={fixed(reading?.sojourn)} name="seconds" />
        <Term sign="+" tone="neutral" symbol="ε" value={fixed(truth?.edgeTerm)} name="edge term" />
        {gap !== 0 && <Term sign="+" tone="bad" symbol="Δ" value={fixed(gap)} name="unexplained" />}
      </dl>
      <p className={styles.areas}>
        {reading && truth
          ? `Area by columns ${requestSeconds(reading.columns)}, by rows ${requestSeconds(truth.area)}. Carried in ${requestSeconds(truth.carriedIn)}, carried out ${requestSeconds(truth.carriedOut)}; ε is their difference over ${withUnit(formatNumber(reading.until - reading.from), 's')}.`
          : 'Move the playhead into the window to measure.'}
      </p>
    </div>
  );
}

const requestSeconds = (value: number) => withUnit(formatFixed(value, 2), 'request·s');

interface TermProps {
  sign?: string;
  tone: Tone;
  symbol: string;
  value: string;
  name: ReactNode;
}

function Term({ sign, tone, symbol, value, name }: TermProps) {
  return (
    <div className={styles.term}>
      <dt>
        <span className={styles.symbol} style={{ color: textColor(tone) }}>
          {symbol}
        </span>{' '}
        {name}
      </dt>
      <dd style={{ color: textColor(tone) }} data-sign={sign}>
        {value}
      </dd>
    </div>
  );
}
