import { useEffect, useState } from 'react';
import { formatNumber } from '../../../widgets/chart/index.ts';
import { Button, ScrollBox } from '../../../widgets/controls/index.ts';
import { useLesson } from '../lessonContext.ts';
import { LessonSection } from '../sections/LessonSection.tsx';
import { CellOutputs } from './CellOutputs.tsx';
import styles from './demo.module.css';
import { type LoadedDemo, loadDemo } from './demos.ts';
import { type DemoRun, runDemo } from './runDemo.ts';

/** A notebook cell to read and run: the source of `src/lessons/demos/<id>.ts`, and what that very file gives. */
export default function Demo({ id, title }: { id?: string; title?: string }) {
  const lesson = useLesson();
  const name = id ?? lesson.id;
  const [loaded, setLoaded] = useState<LoadedDemo>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let current = true;
    loadDemo(name).then(
      (demo) => current && setLoaded(demo),
      (error: unknown) => current && setFailure(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      current = false;
    };
  }, [name]);

  return (
    <LessonSection title={title} className="lesson-wide">
      {failure && (
        <p role="alert" className={styles.error}>
          The demo could not be loaded: {failure}. Check the connection and reload the page.
        </p>
      )}
      {loaded ? <DemoCell {...loaded} /> : !failure && <div className={styles.loading} aria-busy="true" />}
    </LessonSection>
  );
}

function DemoCell({ source, demo }: LoadedDemo) {
  const [run, setRun] = useState<DemoRun>(() => runDemo(demo));
  const [times, setTimes] = useState(1);
  const again = () => {
    setRun(runDemo(demo));
    setTimes(times + 1);
  };
  return (
    <div className={styles.cell}>
      <ScrollBox label="Source of the cell" className={styles.source}>
        <pre>
          <code>{source}</code>
        </pre>
      </ScrollBox>
      <div className={styles.bar}>
        <Button icon="play" onClick={again}>
          Run again
        </Button>
        <span className={styles.elapsed} aria-live="polite">
          {times > 1 && `Run ${times}: `}
          {formatNumber(run.milliseconds, 2)} ms
        </span>
      </div>
      <CellOutputs outputs={run.outputs} />
      {run.error && (
        <p role="alert" className={styles.error}>
          The cell stopped: {run.error}
        </p>
      )}
    </div>
  );
}
