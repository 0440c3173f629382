import { keepAliveFor, keptAlive } from '../../../../engine/benchmark/index.ts';
import { formatDuration, formatPercent } from '../../../chart/index.ts';
import { formatMs } from '../../formats.ts';
import styles from '../experiment.module.css';
import { startLimit } from './coldView.ts';

interface KeepAliveProps {
  /** Milliseconds of a start and of a steady run. */
  readonly work: { readonly start: number; readonly service: number };
}

/** Mean time between requests, in seconds. */
const gaps = [1, 10, 60, 600, 3600] as const;

/** What ending an idle instance would do to its users, and how long to keep it instead. */
export function KeepAlive({ work }: KeepAliveProps) {
  return (
    <table className={styles.table}>
      <caption>
        By formula, for one instance and Poisson arrivals, with this start and this steady run. Only what runs
        in the page is in the start: on a server add the machine and the container.
      </caption>
      <thead>
        <tr>
          <th scope="col">One request every</th>
          <th scope="col">Ended at once: wait for a start</th>
          <th scope="col">Mean latency then</th>
          <th scope="col">Keep it, so that under 1 % wait</th>
          <th scope="col">It then exists</th>
        </tr>
      </thead>
      <tbody>
        {gaps
          .filter((gap) => work.service < 1000 * gap)
          .map((gap) => (
            <GapRow key={gap} gap={gap} work={work} />
          ))}
      </tbody>
    </table>
  );
}

function GapRow({ gap, work }: KeepAliveProps & { readonly gap: number }) {
  const options = {
    arrivalRate: 1 / (1000 * gap),
    meanService: work.service,
    scvService: 0,
    start: work.start,
  };
  const ended = keptAlive({ ...options, keepAlive: 0 });
  const keepAlive = keepAliveFor(options, startLimit);
  const kept = keptAlive({ ...options, keepAlive });
  return (
    <tr>
      <th scope="row">{formatDuration(gap)}</th>
      <td data-name="Ended at once: wait for a start">{formatPercent(ended.metByStart)}</td>
      <td data-name="Mean latency then">{formatMs(ended.meanLatency)}</td>
      <td data-name="Keep it, so that under 1 % wait">{formatMs(keepAlive)} after its last request</td>
      <td data-name="It then exists">
        {formatPercent(kept.upShare)} of the time
        <span className={styles.sub}> ended at once: {formatPercent(ended.upShare, 2)}</span>
      </td>
    </tr>
  );
}
