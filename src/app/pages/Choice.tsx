import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';

interface Props<K extends string> {
  readonly legend: string;
  readonly options: Readonly<Record<K, string>>;
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
  readonly children?: ReactNode;
}

/** One of a few, all visible. */
export function Choice<K extends string>({ legend, options, chosen, onChoose, children }: Props<K>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      <div className={styles.options}>
        {keysOf(options).map((key) => (
          <label key={key}>
            <input type="radio" name={name} checked={key === chosen} onChange={() => onChoose(key)} />
            {options[key]}
          </label>
        ))}
      </div>
      {children && <p className={styles.help}>{children}</p>}
    </fieldset>
  );
}

function keysOf<K extends string>(options: Readonly<Record<K, string>>): K[] {
  const keys: K[] = [];
  for (const key in options) keys.push(key);
  return keys;
}
