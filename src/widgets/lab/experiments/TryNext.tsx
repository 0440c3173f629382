import styles from '../lab.module.css';

/** What to change next, and what to look for. */
export function TryNext({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <section className={styles.section} aria-label="What to try">
      <h2>What to try</h2>
      <ul className={styles.tryNext}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
