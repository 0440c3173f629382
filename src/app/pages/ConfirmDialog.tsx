import type { ReactNode } from 'react';
import { Button, Dialog } from '../../widgets/controls/index.ts';

interface Props {
  readonly open: boolean;
  readonly title: string;
  /** The verb on the button that does it. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is removed. */
export function ConfirmDialog({ open, title, confirm, onConfirm, onClose, children }: Props) {
  const actions = (
    <>
      <Button kind="quiet" onClick={onClose}>
        Keep
      </Button>
      <Button onClick={onConfirm}>{confirm}</Button>
    </>
  );
  return (
    <Dialog open={open} title={title} onClose={onClose} actions={actions}>
      <p>{children}</p>
    </Dialog>
  );
}
