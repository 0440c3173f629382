import { evidence } from '../../store/evidence.ts';
import { usePersisted } from '../../store/persist.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';
import { EvidenceActions } from './EvidenceActions.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import { PageHead } from './PageHead.tsx';
import styles from './page.module.css';

/** The log of the reader's decisions. */
export default function EvidencePage() {
  usePageTitle('Evidence');
  const { value: log, status, problem } = usePersisted(evidence);
  return (
    <div className={styles.page}>
      <PageHead title="Evidence">
        Each row is a decision you logged: a number, the rule it was held against, the verdict and the action.
        Its record replays the run, and the same run gives the same fingerprint.
      </PageHead>
      {problem && (
        <p className={styles.note} role="status">
          {problem}
        </p>
      )}
      {log.length === 0 && status !== 'loading' && <Empty />}
      <EvidenceActions log={log} readOnly={status === 'newer'} />
      {log.length > 0 && <EvidenceTable log={log} />}
    </div>
  );
}

function Empty() {
  return (
    <div className="prose">
      <h2 className={styles.emptyTitle}>Nothing is logged yet</h2>
      <p>
        Under every widget stands a strip: value, rule, verdict, evidence. Press “Log this decision” in it and
        the decision appears here. Start with a widget from the <a href="#/gallery">gallery</a>, or import a
        log that you exported earlier.
      </p>
    </div>
  );
}
