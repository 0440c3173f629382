import { useEffect, useState } from 'react';
import { forgetAnswers, lessonProgress, saveAnswer, useProgress } from '../../../store/progress.ts';
import { Button } from '../../../widgets/controls/index.ts';
import { useLesson } from '../lessonContext.ts';
import { LessonSection } from '../sections/LessonSection.tsx';
import styles from './check.module.css';
import { loadQuestions } from './loadQuestions.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { grade, type Question } from './question.ts';

interface Props {
  readonly title?: string;
  /** Default: those of `src/lessons/questions/<id>.ts`. */
  readonly questions?: readonly Question[];
}

/** Questions on the lesson, each answered and explained on the spot; answers and score are saved. */
export default function SkillCheck({ questions, title }: Props) {
  const { id } = useLesson();
  const [loaded, setLoaded] = useState(questions);
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    if (questions) return;
    loadQuestions(id).then(setLoaded, (error: unknown) =>
      setFailure(error instanceof Error ? error.message : String(error)),
    );
  }, [id, questions]);

  return (
    <LessonSection title={title} className={styles.check}>
      {failure && (
        <p role="alert">The questions could not be loaded: {failure}. Reload the page to try again.</p>
      )}
      {loaded && <Questions questions={loaded} />}
    </LessonSection>
  );
}

function Questions({ questions }: { questions: readonly Question[] }) {
  const lesson = useLesson();
  const answers = useProgress((all) => lessonProgress(all, lesson.id).answers);
  const answered = questions.filter(({ id }) => answers[id]);
  const right = questions.filter(({ id }) => answers[id]?.right);

  return (
    <>
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <li key={question.id}>
            <QuestionForm
              // A forgotten answer starts the form afresh.
              key={answers[question.id] ? 'answered' : 'open'}
              number={index + 1}
              question={question}
              answer={answers[question.id]}
              onAnswer={(given) => void saveAnswer(lesson.id, question.id, grade(question, given))}
            />
          </li>
        ))}
      </ol>
      <div className={styles.score} aria-live="polite">
        <p>
          {answered.length === 0
            ? `${questions.length} questions, none answered yet.`
            : `${right.length} of ${questions.length} right${answered.length < questions.length ? `, ${questions.length - answered.length} to go` : ''}.`}
        </p>
        {answered.length > 0 && (
          <Button kind="quiet" onClick={() => void forgetAnswers(lesson.id)}>
            Start over
          </Button>
        )}
      </div>
    </>
  );
}
