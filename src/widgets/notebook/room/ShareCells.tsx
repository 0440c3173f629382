import { useEffect, useState } from 'react';
import type { NotebookCell } from '../../../engine/notebook/index.ts';
import { CopyField, Dialog } from '../../controls/index.ts';
import { encodeShared, type SharedLink } from '../files/index.ts';

interface Props {
  readonly title: string;
  readonly cells: readonly NotebookCell[];
  readonly onClose: () => void;
}

/** A link that carries cells whole. Whoever opens it sees them; they run when that reader says so. */
export function ShareCells({ title, cells, onClose }: Props) {
  const [link, setLink] = useState<SharedLink>();
  useEffect(() => {
    let here = true;
    const page = location.href.replace(/#.*$/s, '');
    encodeShared(title, cells, page).then((made) => {
      if (here) setLink(made);
    });
    return () => {
      here = false;
    };
  }, [title, cells]);
  return (
    <Dialog open onClose={onClose} title={cells.length === 1 ? 'Share this cell' : 'Share these cells'}>
      {link?.ok && <CopyField label="Link" value={link.link} />}
      {link && !link.ok && <p role="alert">{link.reason}</p>}
      <p>
        The link holds the source itself, not its outputs; no server keeps it. Whoever opens it sees the cells
        first, and they run only when that reader runs them.
      </p>
    </Dialog>
  );
}
