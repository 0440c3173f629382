import { useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { Menu, saveText } from '../../controls/index.ts';
import { exportIpynb } from '../files/index.ts';
import { useNotebook } from './notebookContext.ts';
import { pageFile } from './pageFile.ts';
import { ShareCells } from './ShareCells.tsx';
import { shownOutputs } from './shownOutputs.ts';

interface Props {
  readonly section: NotebookSection;
  /** Whether it differs from what the course ships. */
  readonly changed: boolean;
}

/** Takes a section along, or gives it back its original cells. */
export function SectionMenu({ section, changed }: Props) {
  const { session, document, places } = useNotebook();
  const [sharing, setSharing] = useState(false);
  const outputs = () => shownOutputs(section, session.getState().runs, places);
  const choices = {
    ipynb: () =>
      saveText(
        `${section.id}.ipynb`,
        'application/x-ipynb+json',
        exportIpynb({ section, outputs: outputs() }),
      ),
    page: async () => saveText(`${section.id}.html`, 'text/html', await pageFile(section, outputs())),
    share: () => setSharing(true),
    reset: () => document.reset(section.id),
  };
  return (
    <>
      <Menu
        icon="export"
        label={`Export or share ${section.title}`}
        items={[
          { key: 'ipynb' as const, label: 'Jupyter notebook (.ipynb)' },
          { key: 'page' as const, label: 'Page to read (.html)' },
          { key: 'share' as const, label: 'Link with these cells…' },
          ...(changed ? [{ key: 'reset' as const, label: 'Reset to the original' }] : []),
        ]}
        onChoose={(key) => void choices[key]()}
      />
      {sharing && (
        <ShareCells title={section.title} cells={section.cells} onClose={() => setSharing(false)} />
      )}
    </>
  );
}
