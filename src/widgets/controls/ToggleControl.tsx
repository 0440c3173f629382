import { useId } from 'react';
import type { ToggleParameter } from '../frame/parameters.ts';
import styles from './controls.module.css';

/**
 * On or off: a native checkbox drawn as a switch.
 *
 *     <ToggleControl parameter={parameters.hedging} value={values.hedging} onChange={(hedging) => change({ hedging })} />
 */
export interface ToggleControlProps {
  readonly parameter: ToggleParameter;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly locked?: boolean;
  readonly id?: string;
}

export function ToggleControl({ parameter, value, onChange, locked = false, id }: ToggleControlProps) {
  const ownId = useId();
  const base = id ?? ownId;
  return (
    <div className={styles.control} data-role={parameter.role ?? 'neutral'}>
      <label className={styles.toggle} htmlFor={base}>
        <span className={styles.label}>
          {parameter.label}
          {parameter.symbol && <span className={styles.symbol}> {parameter.symbol}</span>}
        </span>
        <input
          id={base}
          className={styles.switch}
          type="checkbox"
          checked={value}
          disabled={locked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      {parameter.help && <p className={styles.help}>{parameter.help}</p>}
    </div>
  );
}
