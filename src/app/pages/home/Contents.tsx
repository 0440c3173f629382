import { parts } from '../../../lessons/catalog.ts';
import styles from '../HomePage.module.css';

const subjects: Readonly<Record<number, string>> = {
  1: 'What serving optimizes, what it trades, and how much failure it may spend.',
  2: 'Latency, throughput, utilization and promises, defined so that they can be computed.',
  3: 'Endpoints, batch jobs, streams, routers and canaries.',
  4: 'Batching, caching, quantization, distillation and the hardware underneath.',
  5: 'Arrivals, Little’s law, tails, autoscaling and what to do above capacity.',
  6: 'Versions, switches, canary metrics, rollback triggers and incidents.',
  7: 'Tokens, the KV cache, continuous batching, routing and the cost of an answer.',
};

/** The table of contents in brief. */
export function Contents() {
  return (
    <section className={styles.contents} aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol className={styles.parts}>
        {parts.map((part) => (
          <li key={part.number}>
            <span className={styles.number}>{part.number}</span>
            <a href={`#/part/${part.number}`}>{part.title}</a>
            <span className={styles.subject}>{subjects[part.number]}</span>
            <span className={styles.count}>
              {part.lessons.filter((lesson) => lesson.written).length} of {part.lessons.length} written
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
