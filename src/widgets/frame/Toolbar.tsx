import { lazy, type RefObject, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { IconButton, Menu, SeedField, saveFile } from '../controls/index.ts';
import { type Format, formats } from './formats.ts';
import type { Instance } from './instance.ts';
import { maximumSeed } from './link.ts';
import styles from './WidgetFrame.module.css';

/** Opened on demand, so loaded on demand. */
const ShareDialog = lazy(() => import('./ShareDialog.tsx'));

interface ToolbarProps {
  instance: Instance;
  root: RefObject<HTMLElement | null>;
  picture: RefObject<HTMLElement | null>;
  tableOpen: boolean;
  onTable: (() => void) | undefined;
}

/** What every widget can do besides being moved: seed, pin, reset, share, export, table, full screen. */
export function Toolbar({ instance, root, picture, tableOpen, onTable }: ToolbarProps) {
  const state = useStore(instance);
  const [sharing, setSharing] = useState(false);
  const [failed, setFailed] = useState<string>();
  const { pinned, seed, setSeed, pin, unpin, reset } = state;

  const save = async (format: Format) => {
    setFailed(undefined);
    try {
      const { exportFile } = await import('./exporters.ts');
      if (picture.current) saveFile(await exportFile(format, state, picture.current));
    } catch (error) {
      setFailed(
        `The ${format.toUpperCase()} file could not be made: ${error instanceof Error ? error.message : error}`,
      );
    }
  };
  const present = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else
      root.current
        ?.requestFullscreen()
        .catch((error) => setFailed(`Full screen was refused: ${error.message}`));
  };

  return (
    <div className={styles.toolbar} role="toolbar" aria-label={`Tools of ${state.widget.title}`}>
      <SeedField
        value={seed}
        maximum={maximumSeed}
        locked={state.locked.includes('seed')}
        onChange={setSeed}
      />
      <IconButton
        icon="pin"
        label={pinned ? 'Unpin run A' : 'Pin as run A to compare'}
        pressed={pinned !== undefined}
        onClick={pinned ? unpin : pin}
      />
      <IconButton icon="reset" label="Reset" onClick={reset} />
      <IconButton icon="share" label="Share or embed" onClick={() => setSharing(true)} />
      <Menu icon="export" label="Export" items={formats} onChoose={save} />
      {onTable && <IconButton icon="table" label="Data table" pressed={tableOpen} onClick={onTable} />}
      {document.fullscreenEnabled && <IconButton icon="fullscreen" label="Full screen" onClick={present} />}
      {sharing && (
        <Suspense>
          <ShareDialog state={state} onClose={() => setSharing(false)} />
        </Suspense>
      )}
      {failed && (
        <p role="alert" className={styles.failed}>
          {failed}
        </p>
      )}
    </div>
  );
}
