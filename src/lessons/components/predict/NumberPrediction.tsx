import { type FormEvent, useState } from 'react';
import { formatNumber, withUnit } from '../../../widgets/chart/index.ts';
import { Button } from '../../../widgets/controls/index.ts';
import { NumberField } from '../check/NumberField.tsx';
import { readNumber } from '../check/readNumber.ts';
import styles from './predict.module.css';
import { usePrediction } from './prediction.ts';

export function NumberPrediction({ asked, unit }: { asked: string; unit: string }) {
  const { commit } = usePrediction();
  const [text, setText] = useState('');
  const number = readNumber(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (number !== undefined) commit(withUnit(formatNumber(number, 6), unit));
  };
  return (
    <form className={styles.ways} onSubmit={submit}>
      <NumberField labelledBy={asked} unit={unit} text={text} onText={setText} />
      <Button type="submit" kind="primary" disabled={number === undefined}>
        Commit and compare
      </Button>
    </form>
  );
}
