import './customProperties.ts';
import { type KeyboardEvent, useId, useState } from 'react';
import { formatNumber, withUnit } from '../chart/format.ts';
import { formatValue, type NumberParameter, parseValue } from '../frame/parameters.ts';
import { type Adjustable, adjust, type Intent, intentOfKey } from './adjust.ts';
import styles from './controls.module.css';
import { Icon } from './icons.tsx';

/**
 * A number: slider and field on one value, with symbol and unit from the parameter's declaration.
 *
 *     <NumberControl parameter={parameters.arrivalRate} value={values.arrivalRate}
 *       onChange={(arrivalRate) => change({ arrivalRate })} />
 *
 * Arrow keys step, Shift finely, Alt coarsely, Page Up and Down by a tenth, Home and End to the bounds. The field
 * commits on Enter or on leaving it and reverts on Escape; a value that is refused stays to be corrected, with the
 * reason beneath it, while the value before it is kept.
 */
export interface NumberControlProps {
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** What the slider covers now; default: the parameter's bounds. */
  readonly range?: readonly [number, number];
  /** Shown but not to be changed, e.g. locked by an instructor. */
  readonly locked?: boolean;
  readonly id?: string;
}

export function NumberControl({ parameter, value, onChange, range, locked = false, id }: NumberControlProps) {
  const ownId = useId();
  const base = id ?? ownId;
  const [low, high] = range ?? [parameter.min, parameter.max];
  const to: Adjustable = {
    min: low,
    max: high,
    step: parameter.step,
    scale: parameter.scale,
    whole: parameter.kind === 'integer',
  };
  const send = (intent: Intent, within: Adjustable) => {
    const next = adjust(value, intent, within);
    if (next !== value) onChange(next);
  };
  // The field reaches all that is allowed, the slider what it covers now.
  const bounds = { ...to, min: parameter.min, max: parameter.max };
  return (
    <div className={styles.control} data-role={parameter.role ?? 'neutral'} data-locked={locked || undefined}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={base}>
          {parameter.label}
          {parameter.symbol && (
            <>
              {' '}
              <span className={styles.symbol}>{parameter.symbol}</span>
            </>
          )}
        </label>
        {locked && (
          <span className={styles.lock}>
            <Icon name="lock" size={14} />
            <span className={styles.quiet}>locked</span>
          </span>
        )}
        <NumberField
          id={base}
          parameter={parameter}
          value={value}
          locked={locked}
          onCommit={onChange}
          onIntent={(intent) => send(intent, bounds)}
        />
      </div>
      <Slider
        to={to}
        value={value}
        locked={locked}
        label={parameter.label}
        text={withUnit(formatNumber(value, 4), parameter.unit)}
        onIntent={(intent) => send(intent, to)}
      />
      {parameter.help && <p className={styles.help}>{parameter.help}</p>}
    </div>
  );
}

interface FieldProps {
  readonly id: string;
  readonly parameter: NumberParameter;
  readonly value: number;
  readonly locked: boolean;
  readonly onCommit: (value: number) => void;
  readonly onIntent: (intent: Intent) => void;
}

function NumberField({ id, parameter, value, locked, onCommit, onIntent }: FieldProps) {
  // What is being typed, and for which value: a value that changes from elsewhere ends the typing.
  const [draft, setDraft] = useState<{ text: string; over: number; reason?: string } | undefined>(undefined);
  const open = draft?.over === value ? draft : undefined;
  const reason = open?.reason;
  const commit = (text: string) => {
    const checked = parseValue(parameter, text);
    if (!checked.ok || typeof checked.value !== 'number') {
      const why = checked.ok ? `${parameter.label} must be a number` : checked.reason;
      setDraft({ text, over: value, reason: `${why}. Kept ${formatValue(value)}.` });
      return;
    }
    setDraft(undefined);
    if (checked.value !== value) onCommit(checked.value);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (open) commit(open.text);
    } else if (event.key === 'Escape' && open) {
      // Only the typing ends here, not the dialog around it, which the browser would close by itself.
      event.preventDefault();
      event.stopPropagation();
      setDraft(undefined);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const intent = intentOfKey(event);
      if (!intent) return;
      event.preventDefault();
      setDraft(undefined);
      onIntent(intent);
    }
  };
  return (
    <>
      <span className={styles.field}>
        <input
          id={id}
          className={styles.number}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          size={7}
          value={open?.text ?? formatValue(value)}
          readOnly={locked}
          aria-invalid={reason ? true : undefined}
          aria-describedby={
            [parameter.unit && `${id}unit`, reason && `${id}reason`].filter(Boolean).join(' ') || undefined
          }
          onChange={(event) => setDraft({ text: event.currentTarget.value, over: value })}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => open && commit(open.text)}
          onKeyDown={locked ? undefined : key}
        />
        {parameter.unit && (
          <span className={styles.unit} id={`${id}unit`}>
            {parameter.unit}
          </span>
        )}
      </span>
      <span className={styles.reason} id={`${id}reason`} role="status">
        {reason}
      </span>
    </>
  );
}

interface SliderProps {
  readonly to: Adjustable;
  readonly value: number;
  readonly locked: boolean;
  readonly label: string;
  readonly text: string;
  readonly onIntent: (intent: Intent) => void;
}

/**
 * A native range input: the platform's slider to touch, mouse and assistive technology at no cost. On a log
 * scale it runs over the logarithm, and `aria-valuetext` says the value itself.
 */
export function Slider({ to, value, locked, label, text, onIntent }: SliderProps) {
  const place = (at: number) => (to.scale === 'log' ? Math.log(at) : at);
  const [start, end] = [place(to.min), place(to.max)];
  const position = Math.min(end, Math.max(start, place(value)));
  const share = end > start ? (position - start) / (end - start) : 0;
  const key = (event: KeyboardEvent) => {
    const intent = intentOfKey(event);
    if (!intent) return;
    event.preventDefault();
    onIntent(intent);
  };
  return (
    <input
      className={styles.slider}
      style={{ '--fill': share }}
      type="range"
      min={start}
      max={end}
      step="any"
      value={position}
      disabled={locked}
      aria-label={label}
      aria-valuetext={text}
      onChange={(event) => {
        const at = event.currentTarget.valueAsNumber;
        onIntent({ type: 'set', value: to.scale === 'log' ? Math.exp(at) : at });
      }}
      onKeyDown={key}
    />
  );
}
