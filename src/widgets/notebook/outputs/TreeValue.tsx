import { useState } from 'react';
import type { ValueTree } from '../../../engine/notebook/index.ts';
import { Icon } from '../../controls/index.ts';
import styles from './outputs.module.css';
import { leafText, numberText, preview, wholeLine } from './preview.ts';

type Branch = Extract<ValueTree, { type: 'branch' }>;

interface Props {
  readonly value: ValueTree;
  /** Characters that a value may take to stand on one line. */
  readonly room: number;
  readonly open?: boolean;
}

/** A value: a leaf, a short structure on one line, or a branch to unfold. */
export function TreeValue({ value, room, open = false }: Props) {
  if (value.type === 'number') return <span className={styles.number}>{numberText(value.value)}</span>;
  if (value.type === 'leaf') {
    return (
      <span className={styles.leaf} data-of={value.of}>
        {leafText(value)}
      </span>
    );
  }
  const line = wholeLine(value, room);
  return line === undefined ? (
    <Folding branch={value} room={room} startOpen={open} />
  ) : (
    <span className={styles.leaf}>{line}</span>
  );
}

interface FoldingProps {
  readonly branch: Branch;
  readonly room: number;
  readonly startOpen: boolean;
}

/** A native disclosure; what is folded is not drawn, because a value may have two thousand nodes. */
function Folding({ branch, room, startOpen }: FoldingProps) {
  const [open, setOpen] = useState(startOpen);
  return (
    <details className={styles.branch} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Icon name="chevron" size={14} />
        {open ? branch.label : preview(branch, room)}
      </summary>
      {open && (
        <ul className={styles.entries}>
          {branch.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries of a Map may read alike
            <li key={index}>
              <span className={styles.key}>{entry.key}:</span>
              <TreeValue value={entry.value} room={room} />
            </li>
          ))}
          {branch.more > 0 && (
            <li className={styles.note}>
              {branch.more} more {branch.more === 1 ? 'entry' : 'entries'} not shown
            </li>
          )}
        </ul>
      )}
    </details>
  );
}
