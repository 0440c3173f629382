import styles from '../../lab.module.css';

/** What pressing Run does, before it was pressed. */
export function LoadEmpty() {
  return (
    <section className={styles.section} aria-label="What Run does">
      <h2>What happens when you press Run</h2>
      <ol className={styles.steps}>
        <li>
          <strong>Service times.</strong> The session is opened, its first answer passes the gate, it warms up
          until it is steady, and single requests are timed without a queue.
        </li>
        <li>
          <strong>A schedule for each load.</strong> Requests arrive at random, independently of each other,
          as those of many users do. A seed decides when, so that a simulation can meet the same ones.
        </li>
        <li>
          <strong>Eight loads, in a shuffled order.</strong> From a fifth of what the session can do to more
          than it can. Nobody waits for an answer before sending: a slow request delays all that come
          meanwhile.
        </li>
        <li>
          <strong>Latency from the schedule.</strong> A request that has to wait for its start has waited,
          also when the server was only late.
        </li>
      </ol>
      <p className={styles.note}>
        A run takes about half a minute, with 10 s for each load a minute and a half. Keep the tab in view: a
        load during which it was hidden is discarded. Results are saved in this browser only.
      </p>
    </section>
  );
}
