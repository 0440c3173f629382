import { useMemo, useState } from 'react';
import type { Measurement } from '../../../../store/measurements.ts';
import { ChoiceControl } from '../../../controls/index.ts';
import { choice } from '../../../frame/parameters.ts';
import type { RowState } from '../../runState.ts';
import styles from '../experiment.module.css';
import { newestRun } from '../newestRun.ts';
import { RunLine } from '../RunLine.tsx';
import { FormatTable } from './FormatTable.tsx';
import { countsAnswers, type FormatRow, formatRows } from './formatRows.ts';
import { TradeoffChart } from './TradeoffChart.tsx';

const errorChoice = choice({
  label: 'Error',
  options: { answers: 'Wrong answers', difference: 'Difference' },
  default: 'answers',
});

interface PrecisionPictureProps {
  readonly shown: readonly Measurement[];
  readonly failed: readonly RowState[];
}

/** The error of each number format against its time: which ones are worth having. */
export function PrecisionPicture({ shown, failed }: PrecisionPictureProps) {
  const [chosen, setChosen] = useState<string>(errorChoice.default);
  const rows = useMemo(() => newestRun(shown), [shown]);
  const answers = countsAnswers(rows);
  const kind = answers && chosen === 'answers' ? 'answers' : 'difference';
  const formats = useMemo(() => formatRows(rows, failed, kind), [rows, failed, kind]);
  return (
    <section aria-label="Error against time">
      <h2 className={styles.claim}>{claim(formats)}</h2>
      <RunLine rows={rows} shown={shown.length} />
      <p className={styles.text}>
        {kind === 'answers'
          ? `Wrong answers are counted here, with the session that was timed, on ${rows[0]?.accuracy?.rows.toLocaleString('en') ?? 'the'} held-out rows that no training saw. Formats whose intervals overlap make as many mistakes as far as this set can tell.`
          : 'The difference is the largest one between the output and a float64 reference, as a share of the output’s root mean square. It says how far numbers move, not how many answers change.'}
      </p>
      {answers && (
        <div className={styles.choice}>
          <ChoiceControl parameter={errorChoice} value={chosen} onChange={setChosen} />
        </div>
      )}
      <TradeoffChart formats={formats} kind={kind} />
      <FormatTable formats={formats} kind={kind} />
    </section>
  );
}

const claim = (formats: readonly FormatRow[]): string => {
  const measured = formats.filter(({ measurement, error }) => measurement && error);
  const beaten = measured.filter(({ beatenBy }) => beatenBy !== null);
  if (measured.length < 2) return 'Too few formats to compare';
  if (beaten.length === 0)
    return 'No format is ruled out: none is surely slower without being more accurate.';
  const names = (rows: readonly FormatRow[]) =>
    new Intl.ListFormat('en-GB').format(rows.map(({ precision }) => precision));
  const kept = measured.filter(({ beatenBy }) => beatenBy === null);
  return `Here ${names(kept)} ${kept.length === 1 ? 'is' : 'are'} worth choosing; ${names(beaten)} ${beaten.length === 1 ? 'is' : 'are'} no more accurate and slower.`;
};
