import styles from '../../lab.module.css';

/** What pressing Run does, before it was pressed. */
export function ColdEmpty() {
  return (
    <section className={styles.section} aria-label="What Run does">
      <h2>What happens when you press Run</h2>
      <ol className={styles.steps}>
        <li>
          <strong>Fetch and start the runtime.</strong> A fresh worker fetches ONNX Runtime, compiles it and
          adds four numbers with it.
        </li>
        <li>
          <strong>Fetch and open the model.</strong> Its bytes are checked against their digest, and a session
          is made of them.
        </li>
        <li>
          <strong>First, second and further runs.</strong> The first answer must pass the gate. The rest shows
          how long it takes until the runs are steady.
        </li>
        <li>
          <strong>Again.</strong> The worker is ended and the next engine starts. Only the first start in a
          page can be cold; the others find files and compiled code in the browser’s caches, and are marked
          so.
        </li>
      </ol>
      <p className={styles.note}>
        A start takes one to five seconds. Keep the tab in view: a start during which it was hidden is
        discarded. Results are saved in this browser only.
      </p>
    </section>
  );
}
