import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { NotebookSection } from '../../../engine/notebook/index.ts';
import { crashedCells, notebook, savedSection } from '../../../store/notebook.ts';
import { Button, IconButton } from '../../controls/index.ts';
import type { Instance } from '../../frame/index.ts';
import { codeCells } from './codeCells.ts';
import { Notebook } from './Notebook.tsx';
import { Notices } from './Notices.tsx';
import type { NotebookParts } from './notebookContext.ts';
import styles from './room.module.css';
import { SectionCells } from './SectionCells.tsx';
import { SectionNotice } from './SectionNotice.tsx';
import { useWidgetContext } from './useWidgetContext.ts';

interface Props {
  readonly original: NotebookSection;
  /** The widget of the lesson that the cells stand in. */
  readonly widget: Instance | undefined;
}

/** The demo of a lesson: its cells, live, in the lesson's page. They run as soon as they are near. */
export function LessonCells({ original, widget }: Props) {
  return (
    <Notebook originals={[original]} own={false}>
      {(parts, showHelp) => <Cells parts={parts} widget={widget} showHelp={showHelp} />}
    </Notebook>
  );
}

interface CellsProps {
  readonly parts: NotebookParts;
  readonly widget: Instance | undefined;
  readonly showHelp: () => void;
}

function Cells({ parts, widget, showHelp }: CellsProps) {
  const { session } = parts;
  const section = useStore(session, ({ sections }) => sections[0]);
  const running = useStore(session, ({ kernel }) => kernel === 'running');
  useWidgetContext(session, widget);
  useRunOnce(parts);
  if (!section) return null;
  return (
    <div className={styles.lesson}>
      <Notices />
      <SectionNotice section={section} />
      <SectionCells section={section} />
      <div className={styles.lessonBar} role="toolbar" aria-label="Demo">
        <Button icon="play" onClick={() => session.run(codeCells(section))}>
          Run all cells
        </Button>
        {running && (
          <Button icon="stop" onClick={() => session.stop()}>
            Stop
          </Button>
        )}
        <IconButton icon="keyboard" label="Keys" onClick={showHelp} />
        <a href="#/notebook">Open the whole notebook</a>
      </div>
    </div>
  );
}

/**
 * Whether a section may run without being asked to: not if its code came from outside and the reader has not said that
 * they read it, and not if the page died while it ran. Then all of it waits, for a cell runs those that it needs.
 */
function runsByItself({ id, cells }: NotebookSection): boolean {
  const paused = crashedCells();
  const trusted = savedSection(notebook.getState().value, id)?.trusted !== false;
  return trusted && !cells.some((cell) => paused.has(cell.id));
}

/** Runs what is shown once. */
function useRunOnce({ session }: NotebookParts): void {
  useEffect(() => {
    let here = true;
    notebook.loaded.then(() => {
      if (!here) return;
      const { sections } = session.getState();
      session.run(sections.filter(runsByItself).flatMap(codeCells));
    });
    return () => {
      here = false;
    };
  }, [session]);
}
