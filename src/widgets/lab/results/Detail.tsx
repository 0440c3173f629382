import { type Measurement, sendToLesson } from '../../../store/measurements.ts';
import { Button, saveFile } from '../../controls/index.ts';
import { csvFile, jsonFile } from '../exportMeasurement.ts';
import { lessonLink } from '../lessonLink.ts';
import { cautions } from '../words.ts';
import { ColdStart } from './ColdStart.tsx';
import styles from './results.module.css';
import { Stamp } from './Stamp.tsx';
import { ShareSummary } from './share/ShareSummary.tsx';

/** One measurement's cautions, cold start, gate, stamp, fingerprint and ways out. */
export function Detail({ measurement, sent }: { readonly measurement: Measurement; readonly sent: boolean }) {
  const warnings = cautions(measurement);
  return (
    <article className={styles.detail} aria-label={measurement.name}>
      <h3>{measurement.name}</h3>
      {warnings.length > 0 && (
        <ul className={styles.cautions} aria-label="Keep in mind">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <ColdStart measurement={measurement} />
      <Stamp measurement={measurement} />
      <div className={styles.actions}>
        <Button icon="export" onClick={() => saveFile(jsonFile(measurement))}>
          JSON
        </Button>
        <Button icon="export" onClick={() => saveFile(csvFile(measurement))}>
          CSV
        </Button>
        <ShareSummary measurement={measurement} />
        <Button onClick={() => sendToLesson(measurement)} disabled={sent}>
          {sent ? 'Sent to lesson 2.4' : 'Send these service times to lesson 2.4'}
        </Button>
        {sent && <a href={lessonLink(measurement)}>Open lesson 2.4 with them</a>}
      </div>
    </article>
  );
}
