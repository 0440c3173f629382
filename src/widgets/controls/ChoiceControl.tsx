import { useId } from 'react';
import type { ChoiceParameter } from '../frame/parameters.ts';
import styles from './controls.module.css';

/**
 * One of several: a row of radio buttons for up to four short names, a native select beyond that.
 *
 *     <ChoiceControl parameter={parameters.discipline} value={values.discipline}
 *       onChange={(discipline) => change({ discipline })} />
 */
export interface ChoiceControlProps {
  readonly parameter: ChoiceParameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly locked?: boolean;
  readonly id?: string;
}

export function ChoiceControl(props: ChoiceControlProps) {
  const names = Object.values(props.parameter.options);
  const short = names.length <= 4 && names.every((name) => name.length <= 16) && names.join('').length <= 44;
  return short ? <Segments {...props} /> : <Select {...props} />;
}

function Segments({ parameter, value, onChange, locked = false, id }: ChoiceControlProps) {
  const ownId = useId();
  const base = id ?? ownId;
  return (
    <fieldset className={styles.control} data-role={parameter.role ?? 'neutral'} disabled={locked}>
      <legend className={styles.label}>{parameter.label}</legend>
      <div className={styles.segments}>
        {Object.entries(parameter.options).map(([key, name]) => (
          <label key={key} className={styles.segment}>
            <input
              className={styles.segmentInput}
              type="radio"
              name={base}
              value={key}
              checked={key === value}
              onChange={() => onChange(key)}
            />
            <span className={styles.segmentName}>{name}</span>
          </label>
        ))}
      </div>
      {parameter.help && <p className={styles.help}>{parameter.help}</p>}
    </fieldset>
  );
}

function Select({ parameter, value, onChange, locked = false, id }: ChoiceControlProps) {
  const ownId = useId();
  const base = id ?? ownId;
  return (
    <div className={styles.control} data-role={parameter.role ?? 'neutral'}>
      <label className={styles.label} htmlFor={base}>
        {parameter.label}
      </label>
      <select
        id={base}
        className={styles.select}
        value={value}
        disabled={locked}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {Object.entries(parameter.options).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      {parameter.help && <p className={styles.help}>{parameter.help}</p>}
    </div>
  );
}
