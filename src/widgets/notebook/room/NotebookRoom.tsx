import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { addSection } from '../../../store/notebook.ts';
import { Button } from '../../controls/index.ts';
import { AddSection } from './AddSection.tsx';
import { Incoming } from './Incoming.tsx';
import { Notebook } from './Notebook.tsx';
import { NotebookBar } from './NotebookBar.tsx';
import { Notices } from './Notices.tsx';
import { useNotebook } from './notebookContext.ts';
import { RoomSection } from './RoomSection.tsx';
import styles from './room.module.css';
import { SectionJump } from './SectionJump.tsx';

export interface ShippedSection extends NotebookSection {
  /** Where the lesson stands that it belongs to, if it is written. */
  readonly href: string | undefined;
}

interface Props {
  readonly shipped: readonly ShippedSection[];
  /** Of the address; it may carry shared cells. */
  readonly query: string;
}

/** The notebook at #/notebook: the demos of all lessons in order, and the reader's own sections after them. */
export function NotebookRoom({ shipped, query }: Props) {
  const [removed, setRemoved] = useState<NotebookSection>();
  return (
    <Notebook originals={shipped} own>
      {(_parts, showHelp) => (
        <>
          <NotebookBar onHelp={showHelp} />
          <Warm />
          <Notices />
          <Incoming query={query} />
          <SectionJump />
          <Sections shipped={shipped} onRemoved={setRemoved} />
          {removed && <Removed section={removed} onDone={() => setRemoved(undefined)} />}
          <AddSection />
        </>
      )}
    </Notebook>
  );
}

/** Starts the sandbox once the page has come to rest, so that the first run need not wait for it. */
function Warm() {
  const { session } = useNotebook();
  useEffect(() => {
    const timer = setTimeout(() => session.warm(), restMs);
    return () => clearTimeout(timer);
  }, [session]);
  return null;
}

/** By then the page has drawn its first screens. */
const restMs = 500;

interface SectionsProps {
  readonly shipped: readonly ShippedSection[];
  readonly onRemoved: (section: NotebookSection) => void;
}

function Sections({ shipped, onRemoved }: SectionsProps) {
  const { session } = useNotebook();
  const sections = useStore(session, (state) => state.sections);
  const byId = new Map(shipped.map((section) => [section.id, section]));
  return sections.map((section) => (
    <RoomSection key={section.id} section={section} shipped={byId.get(section.id)} onRemoved={onRemoved} />
  ));
}

function Removed({ section, onDone }: { readonly section: NotebookSection; readonly onDone: () => void }) {
  const bringBack = () => {
    void addSection(section);
    onDone();
  };
  return (
    <p role="status" className={styles.removed}>
      “{section.title}” was deleted.
      <Button icon="undo" onClick={bringBack}>
        Bring it back
      </Button>
    </p>
  );
}
