import styles from '../HomePage.module.css';

/** What the reader can hold every page to. */
export function Promises() {
  return (
    <section className={styles.promises} aria-label="What every lesson keeps to">
      <div>
        <h2>Three layers on one chart</h2>
        <p>
          The formula, a seeded simulation with its interval, and your own device’s measurement stand on the
          same axes. Where the three disagree you see by how much, and the page names the assumption that
          broke.
        </p>
      </div>
      <div>
        <h2>Every result can be replayed</h2>
        <p>
          A result carries a record of its input, its configuration and its environment. Open the record’s
          link and the run happens again with the same fingerprint; if it does not, you are told which of the
          three changed.
        </p>
      </div>
      <div>
        <h2>You can break it</h2>
        <p>
          Each widget has failures to inject: a traffic spike, a stall, a slow replica. You watch which signal
          moves first, and the decision under the picture changes with it.
        </p>
      </div>
    </section>
  );
}
