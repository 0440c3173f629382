import { useState } from 'react';
import { Button, FileButton, saveText, today } from '../../../widgets/controls/index.ts';
import styles from '../page.module.css';
import { importWork, workFile } from './workFile.ts';

/** Notes, progress and notebooks in one file, out of this browser and back. */
export function SavedWork() {
  const [told, setTold] = useState('');
  const bringIn = (text: string) =>
    importWork(text).then(
      () => setTold('What the file holds was added to what is here.'),
      (error: unknown) => setTold(error instanceof Error ? error.message : String(error)),
    );
  return (
    <section className={styles.section}>
      <h2>Notes, progress and notebooks</h2>
      <p className={styles.note}>
        They live in this browser alone. Keep a copy as a file, or bring one from another browser: nothing you
        have here is overwritten. Decisions have their own file on the <a href="#/evidence">evidence</a> page.
      </p>
      <div className={styles.actions}>
        <Button onClick={() => saveText(`goodput-${today()}.json`, 'application/json', workFile())}>
          Export
        </Button>
        <FileButton accept=".json,application/json" onFile={async (file) => bringIn(await file.text())}>
          Import
        </FileButton>
      </div>
      <p className={styles.note} role="status">
        {told}
      </p>
    </section>
  );
}
