import { useId } from 'react';
import styles from './check.module.css';
import { NumberField } from './NumberField.tsx';
import { Option } from './Option.tsx';
import type { Given, Question } from './question.ts';

interface Props {
  readonly question: Question;
  /** Id of the question's text. */
  readonly asked: string;
  readonly given: Given | undefined;
  /** True once the answer has been marked: it then stands as it is. */
  readonly marked: boolean;
  readonly onGive: (given: Given) => void;
}

export function AnswerField({ question, asked, given, marked, onGive }: Props) {
  const name = useId();
  if (question.kind === 'number') {
    const text = typeof given === 'string' ? given : '';
    return (
      <NumberField labelledBy={asked} unit={question.unit} text={text} onText={onGive} disabled={marked} />
    );
  }
  const chosen = Array.isArray(given) ? given : [];
  const rights = question.kind === 'single' ? [question.right] : question.right;
  const change = (index: number, checked: boolean) => {
    if (question.kind === 'single') onGive([index]);
    else onGive(checked ? [...chosen, index] : chosen.filter((one) => one !== index));
  };
  const markOf = (index: number) => {
    if (!marked || !(rights.includes(index) || chosen.includes(index))) return undefined;
    return rights.includes(index) ? 'right' : 'wrong';
  };
  return (
    <fieldset aria-labelledby={asked} className={styles.options}>
      {question.kind === 'multiple' && <p className={styles.hint}>Choose all that apply.</p>}
      {question.options.map((option, index) => (
        <Option
          // biome-ignore lint/suspicious/noArrayIndexKey: options are known by their place, as the saved answer is
          key={index}
          kind={question.kind === 'single' ? 'radio' : 'checkbox'}
          name={name}
          checked={chosen.includes(index)}
          onChange={(checked) => change(index, checked)}
          disabled={marked}
          mark={markOf(index)}
        >
          {option}
        </Option>
      ))}
    </fieldset>
  );
}
