import { type KeyboardEvent, useId, useRef, useState } from 'react';
import styles from './controls.module.css';
import { placeBeside } from './floating.ts';
import { IconButton } from './IconButton.tsx';
import type { IconName } from './icons.tsx';

/**
 * A button that opens a list of commands. Arrow keys, Home and End move in it; Escape and a click elsewhere close it
 * and the focus returns to the button.
 *
 *     <Menu icon="export" label="Export" items={[{ key: 'csv', label: 'CSV data' }]} onChoose={save} />
 */
export interface MenuProps<Key extends string> {
  readonly icon: IconName;
  readonly label: string;
  readonly items: readonly { readonly key: Key; readonly label: string }[];
  readonly onChoose: (key: Key) => void;
}

export function Menu<Key extends string>({ icon, label, items, onChoose }: MenuProps<Key>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  const entries = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const show = () => {
    if (!list.current || !place.current) return;
    list.current.showPopover();
    placeBeside(list.current, place.current, 'end');
    entries()[0]?.focus();
  };
  const hide = () => {
    // The focus goes first: the button then shows its name, which cannot open while another popover closes.
    place.current?.querySelector('button')?.focus();
    list.current?.hidePopover();
  };
  const move = (event: KeyboardEvent) => {
    const all = entries();
    const here = all.findIndex((entry) => entry.matches(':focus'));
    const target = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape') hide();
    if (target === undefined) return;
    event.preventDefault();
    all[target % all.length]?.focus();
  };

  return (
    <span ref={place}>
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={open ? hide : show}
      />
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        tabIndex={-1}
        popover="auto"
        className={styles.menu}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={move}
      >
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.menuItem}
            onClick={() => {
              hide();
              onChoose(item.key);
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </span>
  );
}
