import { useState } from 'react';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { notebook, removeSection, savedSection } from '../../../store/notebook.ts';
import { usePersisted } from '../../../store/persist.ts';
import { Button, IconButton } from '../../controls/index.ts';
import { codeCells } from './codeCells.ts';
import type { ShippedSection } from './NotebookRoom.tsx';
import { useNotebook } from './notebookContext.ts';
import { RenameSection } from './RenameSection.tsx';
import styles from './room.module.css';
import { SectionCells } from './SectionCells.tsx';
import { sectionElement } from './SectionJump.tsx';
import { SectionMenu } from './SectionMenu.tsx';
import { SectionNotice } from './SectionNotice.tsx';

interface Props {
  readonly section: NotebookSection;
  /** Undefined for a section of the reader's own. */
  readonly shipped: ShippedSection | undefined;
  /** Told of a section that the reader has deleted, so that it can be brought back. */
  readonly onRemoved: (section: NotebookSection) => void;
}

/** A section with its heading: a lesson's demo, or cells of the reader's own. */
export function RoomSection({ section, shipped, onRemoved }: Props) {
  const { session } = useNotebook();
  const { value } = usePersisted(notebook);
  const saved = savedSection(value, section.id);
  const code = codeCells(section);
  const heading = sectionElement(section.id);
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <header className={styles.sectionHead}>
        <h2 id={heading} tabIndex={-1}>
          {shipped && <span className={styles.lessonNumber}>{section.id} </span>}
          {section.title}
        </h2>
        <Button kind="quiet" icon="play" disabled={code.length === 0} onClick={() => session.run(code)}>
          Run this section
        </Button>
        {shipped?.href !== undefined && <a href={shipped.href}>Read the lesson</a>}
        <SectionMenu section={section} changed={shipped !== undefined && saved !== undefined} />
        {!shipped && <OwnActions section={section} onRemoved={onRemoved} />}
      </header>
      <SectionNotice section={section} />
      <SectionCells section={section} />
    </section>
  );
}

function OwnActions({ section, onRemoved }: Pick<Props, 'section' | 'onRemoved'>) {
  const [naming, setNaming] = useState(false);
  const remove = () => {
    void removeSection(section.id);
    onRemoved(section);
  };
  return (
    <>
      <IconButton icon="pencil" label={`Rename ${section.title}`} onClick={() => setNaming(true)} />
      <IconButton icon="trash" label={`Delete ${section.title}`} onClick={remove} />
      {naming && <RenameSection section={section} onClose={() => setNaming(false)} />}
    </>
  );
}
