import { useState } from 'react';
import {
  clearEvidence,
  type Evidence,
  evidenceCsv,
  evidenceJson,
  importEvidence,
} from '../../store/evidence.ts';
import { Button, FileButton, saveText, today } from '../../widgets/controls/index.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import styles from './page.module.css';

interface Props {
  readonly log: readonly Evidence[];
  readonly readOnly: boolean;
}

export function EvidenceActions({ log, readOnly }: Props) {
  const [told, setTold] = useState('');
  const [asking, setAsking] = useState(false);

  const bringIn = (text: string) =>
    importEvidence(text).then(
      (added) => setTold(added === 1 ? '1 decision was added.' : `${added} decisions were added.`),
      (error: unknown) => setTold(error instanceof Error ? error.message : String(error)),
    );
  const clear = async () => {
    setAsking(false);
    await clearEvidence();
    setTold('The log is empty.');
  };

  return (
    <>
      <div className={styles.actions}>
        {log.length > 0 && (
          <>
            <Button
              onClick={() => saveText(`evidence-${today()}.json`, 'application/json', evidenceJson(log))}
            >
              Export JSON
            </Button>
            <Button onClick={() => saveText(`evidence-${today()}.csv`, 'text/csv', evidenceCsv(log))}>
              Export CSV
            </Button>
          </>
        )}
        <FileButton
          accept=".json,application/json"
          onFile={async (file) => bringIn(await file.text())}
          disabled={readOnly}
        >
          Import JSON
        </FileButton>
        {log.length > 0 && (
          <Button kind="quiet" onClick={() => setAsking(true)} disabled={readOnly}>
            Clear the log
          </Button>
        )}
      </div>
      <p className={styles.note} role="status">
        {told}
      </p>
      <ConfirmDialog
        open={asking}
        title="Clear the log"
        confirm="Clear"
        onConfirm={clear}
        onClose={() => setAsking(false)}
      >
        This removes {log.length === 1 ? 'the one decision' : `all ${log.length} decisions`} from this
        browser. Export them first if you want to keep them.
      </ConfirmDialog>
    </>
  );
}
