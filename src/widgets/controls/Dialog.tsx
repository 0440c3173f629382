import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './controls.module.css';
import { IconButton } from './IconButton.tsx';

/**
 * A modal dialog on the native element: the browser holds the focus inside, closes on Escape and gives the focus
 * back to where it was. A click on the backdrop closes it too.
 *
 *     <Dialog open={sharing} onClose={() => setSharing(false)} title="Share this state">…</Dialog>
 */
export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot. */
  readonly actions?: ReactNode;
  readonly size?: 'normal' | 'wide';
}

export function Dialog({ open, onClose, title, children, actions, size = 'normal' }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    if (!element.open) element.showModal();
    // Closing before the element leaves the page is what lets the browser return the focus.
    return () => element.close();
  }, [open]);
  // A press that began inside, selecting text, and ended on the backdrop is no click on the backdrop.
  const pressed = useRef<EventTarget>(undefined);
  const backdrop = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget && pressed.current === event.currentTarget) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the backdrop's key, and the element handles it
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-size={size}
      aria-labelledby={`${id}title`}
      onCancel={(event) => {
        // The owner decides by changing `open`; otherwise the page and its state would disagree.
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        pressed.current = event.target;
      }}
      onClick={backdrop}
    >
      {open && (
        <div className={styles.dialogSheet}>
          <header className={styles.dialogHead}>
            <h2 className={styles.dialogTitle} id={`${id}title`}>
              {title}
            </h2>
            <IconButton icon="close" label="Close" onClick={onClose} />
          </header>
          <div className={styles.dialogBody}>{children}</div>
          {actions && <footer className={styles.dialogFoot}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
