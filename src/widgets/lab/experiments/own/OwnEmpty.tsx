import styles from '../../lab.module.css';

/** What happens to a file, before one was chosen or run. */
export function OwnEmpty() {
  return (
    <section className={styles.section} aria-label="What happens">
      <h2>What happens to your model</h2>
      <ol className={styles.steps}>
        <li>
          <strong>Read.</strong> The page reads what the file says of itself: inputs, outputs, size. Nothing
          is run, and a file that would fetch others is refused.
        </li>
        <li>
          <strong>Inputs.</strong> You choose the dimensions that the file leaves free. The inputs are filled
          from a seed, so that every engine gets the same numbers.
        </li>
        <li>
          <strong>Reference.</strong> It runs once on WASM with one thread. There is no other answer to hold
          it against, so this says whether engines agree, not whether the model is right.
        </li>
        <li>
          <strong>Measurement.</strong> Each engine must agree with the reference first. Then it is warmed up
          and measured in turns with the others, as the shipped models are.
        </li>
      </ol>
    </section>
  );
}
