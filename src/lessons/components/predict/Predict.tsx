import { type ReactNode, useId } from 'react';
import { lessonProgress, savePrediction, useProgress } from '../../../store/progress.ts';
import { Button } from '../../../widgets/controls/index.ts';
import { useLesson } from '../lessonContext.ts';
import { LessonSection } from '../sections/LessonSection.tsx';
import { ChoicePrediction } from './ChoicePrediction.tsx';
import { NumberPrediction } from './NumberPrediction.tsx';
import styles from './predict.module.css';
import { PredictionProvider } from './prediction.ts';

interface Common {
  /** Names the prediction within its lesson; it is saved under it. */
  readonly id: string;
  readonly question: ReactNode;
  readonly title?: string;
  /** Shown after the reader has committed: what is so, and why. */
  readonly children?: ReactNode;
}

export type PredictProps = Common &
  (
    | { readonly choices: readonly string[]; readonly answer: string }
    | { readonly unit: string; readonly answer: string }
    | { readonly by: ReactNode; readonly answer?: string }
  );

/** Asks before it tells: the reader commits to a choice, a number or a drawing, and only then sees the answer. */
export function Predict(props: PredictProps) {
  const { id, question, title, answer, children } = props;
  const lesson = useLesson();
  const asked = useId();
  const saved = useProgress((all) => lessonProgress(all, lesson.id).predictions[id]);
  const committed = saved || undefined;
  const commit = (words: string) => void savePrediction(lesson.id, id, words);

  return (
    <LessonSection title={title} className={`${styles.predict} lesson-wide`}>
      <div id={asked} className={styles.question}>
        {question}
      </div>
      <PredictionProvider value={{ committed, commit }}>
        {'by' in props && <div>{props.by}</div>}
        {!committed && 'choices' in props && <ChoicePrediction asked={asked} choices={props.choices} />}
        {!committed && 'unit' in props && <NumberPrediction asked={asked} unit={props.unit} />}
      </PredictionProvider>
      <div aria-live="polite">
        {committed && (
          <>
            <dl className={styles.compare}>
              <div>
                <dt>You predicted</dt>
                <dd>{committed}</dd>
              </div>
              {answer && (
                <div>
                  <dt>It is</dt>
                  <dd className={styles.answer}>{answer}</dd>
                </div>
              )}
            </dl>
            <div className={styles.reveal}>{children}</div>
          </>
        )}
      </div>
      {committed && (
        <p className={styles.again}>
          <Button onClick={() => commit('')}>Predict again</Button>
        </p>
      )}
    </LessonSection>
  );
}
