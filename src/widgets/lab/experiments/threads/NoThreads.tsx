import styles from '../../lab.module.css';

const reasons = {
  isolation:
    'This page is not cross-origin isolated, so the browser allows no shared memory, and ONNX Runtime runs on one thread whatever it is asked for. There is nothing to compare. Whoever hosts this copy can send the two headers in docs/hosting.md; then this experiment runs.',
  cores:
    'The browser reports a single core, so there is nothing that a second thread could run on. Threads that take turns on one core only make the work longer.',
} as const;

/** Why the experiment has nothing to run here. */
export function NoThreads({ reason }: { readonly reason: keyof typeof reasons }) {
  return (
    <section aria-label="Why nothing can be run">
      <h2 className={styles.absent}>One thread is all there is here</h2>
      <p className={styles.note}>{reasons[reason]}</p>
    </section>
  );
}
