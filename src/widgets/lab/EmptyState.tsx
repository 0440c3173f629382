import styles from './lab.module.css';

/** What pressing Run does, before it was pressed. */
export function EmptyState() {
  return (
    <section className={styles.section} aria-label="What Run does">
      <h2>What happens when you press Run</h2>
      <ol className={styles.steps}>
        <li>
          <strong>Cold start.</strong> ONNX Runtime and the model are fetched from this site, compiled and
          started; each part is timed apart.
        </li>
        <li>
          <strong>Correctness gate.</strong> The first answer must agree with one computed in float64. A fast
          wrong answer gets no speed.
        </li>
        <li>
          <strong>Warm-up.</strong> The model runs until its run chart is steady. If it never is, you are
          told.
        </li>
        <li>
          <strong>Samples.</strong> The rows take turns in short blocks, so that a machine that slows down
          slows all of them. Outputs are read back, so that the work is really finished.
        </li>
        <li>
          <strong>Report.</strong> Every number comes with an interval, or with the number of samples that it
          would need.
        </li>
      </ol>
      <p className={styles.note}>
        A row takes 3 to 25 seconds. Keep the tab in view: browsers slow hidden tabs down, and a block
        measured while hidden is discarded. Results are saved in this browser only.
      </p>
    </section>
  );
}
