import { type KeyboardEvent, useId, useState } from 'react';
import styles from './controls.module.css';
import { IconButton } from './IconButton.tsx';

/**
 * The seed of the random streams: a whole number that can be typed, and a button that takes the next one. Equal
 * seeds give equal runs.
 *
 *     <SeedField value={seed} maximum={4294967295} onChange={setSeed} />
 */
export interface SeedFieldProps {
  readonly value: number;
  readonly maximum: number;
  readonly locked?: boolean;
  readonly onChange: (seed: number) => void;
}

export function SeedField({ value, maximum, locked = false, onChange }: SeedFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? String(value);
  const valid = /^\d+$/.test(text) && Number(text) <= maximum;
  const commit = () => {
    if (valid && Number(text) !== value) onChange(Number(text));
    setDraft(undefined);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(undefined);
  };
  return (
    <span className={styles.seed}>
      <label htmlFor={id}>Seed</label>
      <input
        id={id}
        className={styles.number}
        inputMode="numeric"
        value={text}
        readOnly={locked}
        aria-invalid={!valid}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={key}
      />
      <IconButton
        icon="seed"
        label="Next seed"
        disabled={locked}
        onClick={() => onChange(value >= maximum ? 0 : value + 1)}
      />
    </span>
  );
}
