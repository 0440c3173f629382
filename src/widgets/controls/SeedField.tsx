import { type KeyboardEvent, useId, useState } from 'react';
import styles from './controls.module.css';
import { IconButton } from './IconButton.tsx';

/**
 * The seed of the random streams: a whole number that can be typed, and a button that takes the next one. Equal
 * seeds give equal runs. A seed that is refused stays to be corrected, with the reason beneath it.
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
  // What is being typed, and for which seed: one that changes from elsewhere ends the typing.
  const [draft, setDraft] = useState<{ text: string; over: number; reason?: string } | undefined>(undefined);
  const open = draft?.over === value ? draft : undefined;
  const commit = () => {
    if (!open) return;
    const seed = /^\s*\d+\s*$/.test(open.text) ? Number(open.text) : Number.NaN;
    if (!(seed <= maximum)) {
      setDraft({ ...open, reason: `The seed must be a whole number from 0 to ${maximum}. Kept ${value}.` });
      return;
    }
    setDraft(undefined);
    if (seed !== value) onChange(seed);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && open) {
      // Only the typing ends here, not the dialog or the full screen around it.
      event.preventDefault();
      event.stopPropagation();
      setDraft(undefined);
    }
  };
  return (
    <span className={styles.seed}>
      <label htmlFor={id}>Seed</label>
      <input
        id={id}
        className={styles.number}
        inputMode="numeric"
        autoComplete="off"
        value={open?.text ?? String(value)}
        readOnly={locked}
        aria-invalid={open?.reason ? true : undefined}
        aria-describedby={open?.reason ? `${id}reason` : undefined}
        onChange={(event) => setDraft({ text: event.target.value, over: value })}
        onBlur={commit}
        onKeyDown={key}
      />
      <IconButton
        icon="seed"
        label="Next seed"
        disabled={locked}
        onClick={() => onChange(value >= maximum ? 0 : value + 1)}
      />
      <span className={styles.reason} id={`${id}reason`} role="status">
        {open?.reason}
      </span>
    </span>
  );
}
