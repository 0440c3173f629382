import { NumberControl } from '../../../controls/index.ts';
import { integer } from '../../../frame/parameters.ts';
import type { FreeDimension, Sizes } from './chooseInputs.ts';
import styles from './own.module.css';

interface DimensionsProps {
  readonly free: readonly FreeDimension[];
  readonly sizes: Sizes;
  readonly onSizes: (sizes: Sizes) => void;
  /** Null where no input takes whole numbers. */
  readonly upperBound: number | null;
  readonly onUpperBound: (bound: number) => void;
  readonly locked: boolean;
}

/** Fields for the dimensions that the file leaves free, and for how large whole numbers may be. */
export function Dimensions({ free, sizes, onSizes, upperBound, onUpperBound, locked }: DimensionsProps) {
  if (free.length === 0 && upperBound === null) return null;
  return (
    <section className={styles.dimensions} aria-label="Inputs">
      <h2>What goes in</h2>
      <div className={styles.fields}>
        {free.map(({ name, suggested, batch }) => (
          <NumberControl
            key={name}
            parameter={integer({
              label: name,
              min: batch ? 1 : 0,
              max: 65_536,
              default: suggested,
              help: batch ? 'Rows in one inference.' : 'A free dimension of the model.',
            })}
            range={[batch ? 1 : 0, Math.max(64, 4 * suggested)]}
            value={sizes[name] ?? suggested}
            onChange={(size) => onSizes({ ...sizes, [name]: size })}
            locked={locked}
          />
        ))}
        {upperBound !== null && (
          <NumberControl
            parameter={integer({
              label: 'Whole numbers below',
              min: 1,
              max: 1_000_000,
              default: 10,
              scale: 'log',
              help: 'Whole-number inputs are drawn from 0 up to this. Keep it under the size of a table that they look up.',
            })}
            value={upperBound}
            onChange={onUpperBound}
            locked={locked}
          />
        )}
      </div>
    </section>
  );
}
