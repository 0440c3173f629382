import type { ReactNode } from 'react';
import styles from './check.module.css';

interface Props {
  readonly kind: 'radio' | 'checkbox';
  readonly name?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** After an answer: what this option was. */
  readonly mark?: 'right' | 'wrong' | undefined;
  readonly children: ReactNode;
}

/** One line to choose, as tall as a thumb. */
export function Option({ kind, name, checked, onChange, disabled, mark, children }: Props) {
  return (
    <label className={styles.option} data-mark={mark}>
      <input
        type={kind}
        name={name}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>
        {children}
        {mark && <span className={styles.mark}>{mark === 'right' ? ' right' : ' not right'}</span>}
      </span>
    </label>
  );
}
