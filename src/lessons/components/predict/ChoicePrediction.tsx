import { useId, useState } from 'react';
import { Button } from '../../../widgets/controls/index.ts';
import { Option } from '../check/Option.tsx';
import styles from './predict.module.css';
import { usePrediction } from './prediction.ts';

export function ChoicePrediction({ asked, choices }: { asked: string; choices: readonly string[] }) {
  const name = useId();
  const { commit } = usePrediction();
  const [chosen, choose] = useState<string>();
  return (
    <fieldset aria-labelledby={asked} className={styles.ways}>
      {choices.map((choice) => (
        <Option
          key={choice}
          kind="radio"
          name={name}
          checked={choice === chosen}
          onChange={() => choose(choice)}
        >
          {choice}
        </Option>
      ))}
      <Button kind="primary" disabled={chosen === undefined} onClick={() => chosen && commit(chosen)}>
        Commit and compare
      </Button>
    </fieldset>
  );
}
