import { memo } from 'react';
import type { CellControl } from '../../../engine/notebook/index.ts';
import { NumberControl } from '../../controls/index.ts';
import { integer, type NumberParameter, real } from '../../frame/parameters.ts';
import styles from './outputs.module.css';

interface Props {
  readonly controls: readonly CellControl[];
  readonly onChange?: ((key: string, value: number) => void) | undefined;
}

/** The sliders that a cell has made: slider, number field and unit each. */
export function CellControls({ controls, onChange }: Props) {
  if (controls.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's border and legend are not wanted here
    <div role="group" aria-label="Sliders of this cell" className={styles.controls}>
      {controls.map((control) => (
        <Control key={control.key} control={control} onChange={onChange} />
      ))}
    </div>
  );
}

interface ControlProps {
  readonly control: CellControl;
  readonly onChange: Props['onChange'];
}

const Control = memo(function Control({ control, onChange }: ControlProps) {
  return (
    <NumberControl
      parameter={parameterOf(control)}
      value={control.value}
      onChange={(value) => onChange?.(control.key, value)}
      locked={!onChange}
    />
  );
});

/** Where bounds, step and value are whole, Shift must not slip in fractions that the cell never asked for. */
function parameterOf({ label, min, max, step, value, unit }: CellControl): NumberParameter {
  const whole = [min, max, step, value].every(Number.isInteger);
  return (whole ? integer : real)({ label, min, max, step, default: value, ...(unit && { unit }) });
}
