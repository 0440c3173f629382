import { useId } from 'react';
import styles from './check.module.css';
import { readNumber } from './readNumber.ts';

interface Props {
  /** Id of the question. */
  readonly labelledBy: string;
  readonly unit: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly disabled?: boolean;
}

/** A number typed by the reader; says why when what stands there is none. */
export function NumberField({ labelledBy, unit, text, onText, disabled }: Props) {
  const id = useId();
  const broken = text.trim() !== '' && readNumber(text) === undefined;
  return (
    <div className={styles.number}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        maxLength={40}
        disabled={disabled}
        onChange={(event) => onText(event.currentTarget.value)}
        aria-labelledby={`${labelledBy} ${id}unit`}
        aria-invalid={broken}
        aria-describedby={broken ? `${id}why` : undefined}
      />
      <span id={`${id}unit`}>{unit}</span>
      {broken && (
        <span id={`${id}why`} className={styles.why}>
          Type a number such as 0.8 or 12.
        </span>
      )}
    </div>
  );
}
