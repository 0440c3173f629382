import { type FormEvent, useId, useState } from 'react';
import type { Answer } from '../../../store/progress.ts';
import { Button, Icon } from '../../../widgets/controls/index.ts';
import { AnswerField } from './AnswerField.tsx';
import styles from './check.module.css';
import { type Given, isComplete, type Question } from './question.ts';

interface Props {
  readonly number: number;
  readonly question: Question;
  /** The saved answer, if there is one. */
  readonly answer: Answer | undefined;
  readonly onAnswer: (given: Given) => void;
}

/** One question: answer, verdict and reason in one place, and another try as long as one wants. */
export function QuestionForm({ number, question, answer, onAnswer }: Props) {
  const asked = useId();
  const [draft, setDraft] = useState<Given>();
  const [again, setAgain] = useState(false);
  const shown = again ? undefined : answer;
  const given = shown?.given ?? draft;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete(question, draft)) return;
    setAgain(false);
    onAnswer(draft);
  };

  return (
    <form className={styles.question} onSubmit={submit}>
      <div id={asked} className={styles.ask}>
        <span className={styles.ordinal}>{number}</span>
        <div>{question.ask}</div>
      </div>
      <AnswerField
        question={question}
        asked={asked}
        given={given}
        marked={shown !== undefined}
        onGive={setDraft}
      />
      <div aria-live="polite">{shown && <Verdict question={question} answer={shown} />}</div>
      {shown === undefined ? (
        <Button type="submit" disabled={!isComplete(question, draft)}>
          Check
        </Button>
      ) : (
        !shown.right && (
          <Button
            onClick={() => {
              setDraft(undefined);
              setAgain(true);
            }}
          >
            Try again
          </Button>
        )
      )}
    </form>
  );
}

function Verdict({ question, answer }: { question: Question; answer: Answer }) {
  const [only] = answer.given;
  const slip =
    question.kind === 'single' && !answer.right && typeof only === 'number'
      ? question.wrong?.[only]
      : undefined;
  return (
    <div className={styles.verdict} data-right={answer.right}>
      <p className={styles.verdictTitle}>
        <Icon name={answer.right ? 'check' : 'close'} size={18} />
        {answer.right ? 'Right' : 'Not right'}
      </p>
      {slip && <div>{slip}</div>}
      <div>{question.because}</div>
    </div>
  );
}
