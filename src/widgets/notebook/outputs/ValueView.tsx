import type { ValueTree } from '../../../engine/notebook/index.ts';
import styles from './outputs.module.css';
import { TreeValue } from './TreeValue.tsx';

/** Entries of a value that is shown unfolded from the start. */
const few = 12;

/** The value of a cell: on one line where it fits, else as a tree. */
export function ValueView({ value }: { readonly value: ValueTree }) {
  const open = value.type === 'branch' && value.entries.length <= few;
  return (
    <div className={styles.value}>
      <TreeValue value={value} room={72} open={open} />
    </div>
  );
}
