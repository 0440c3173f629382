import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useNotebook } from '../room/notebookContext.ts';
import { commandFor, type Waiting } from '../session/keys.ts';
import styles from './cells.module.css';

interface Props {
  readonly id: string;
  /** "Cell 3, TypeScript, stale". */
  readonly label: string;
  readonly state: string;
  readonly children: ReactNode;
}

/**
 * What every cell has: a place for the focus (command mode) and the keys that work there. Keys pressed inside, in the
 * editor or on a button, are theirs.
 */
export function CellFrame({ id, label, state, children }: Props) {
  const { actions, places } = useNotebook();
  const element = useRef<HTMLDivElement>(null);
  const [waiting, setWaiting] = useState<Waiting>();

  useEffect(() => (element.current ? places.addCell(id, element.current) : undefined), [id, places]);

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return;
    const { key, shiftKey: shift, altKey: alt } = event;
    const next = commandFor({ key, shift, alt, control: event.ctrlKey || event.metaKey }, waiting);
    setWaiting(next.waiting);
    if (!next.command) return;
    event.preventDefault();
    actions(next.command, id);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell is no set of form fields
    <div
      ref={element}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: command mode is the focus on the cell itself
      tabIndex={0}
      aria-label={label}
      className={styles.cell}
      data-state={state}
      onKeyDown={press}
      onBlur={() => setWaiting(undefined)}
    >
      {children}
    </div>
  );
}
