import styles from '../../lab.module.css';

/** What pressing Run does, before it was pressed. */
export function LanguageEmpty() {
  return (
    <section className={styles.section} aria-label="What Run does">
      <h2>What happens when you press Run</h2>
      <ol className={styles.steps}>
        <li>
          <strong>Gate.</strong> The model reads a reference prompt and a continuation with each cache layout
          and batch; its logits must agree with ones computed in float64. Where that fails, there is no speed.
        </li>
        <li>
          <strong>Prompt.</strong> A prompt is read at once (prefill) and gives the first token. Its time is
          the time to first token.
        </li>
        <li>
          <strong>Decoding.</strong> Each further token reads every weight and the cache once. The cache grows
          with the text, or has its full size from the start: both are measured, in turns.
        </li>
        <li>
          <strong>Rounds.</strong> Every prompt length, layout and batch writes once a round, so that a
          machine that slows down slows all of them.
        </li>
      </ol>
      <p className={styles.note}>
        The model’s weights are random: it writes nonsense, and always the same, since the likeliest character
        is taken each time. Only its speed means something.
      </p>
    </section>
  );
}
