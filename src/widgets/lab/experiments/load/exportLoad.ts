import { toCsv } from '../../../../store/csv.ts';
import type { LoadRun } from '../../../../store/loadRun.ts';

/** The whole run: service times, stamp, and every request of every load. */
export function loadJson(run: LoadRun): File {
  return new File([`${JSON.stringify(run, null, 1)}\n`], `${name(run)}.json`, { type: 'application/json' });
}

/** One line for each request; those that were never started have no times. */
export function loadCsv(run: LoadRun): File {
  const header = ['load', 'requests_per_s', 'scheduled_ms', 'start_ms', 'finish_ms', 'discarded'];
  const rows = run.points.flatMap(({ load, rate, scheduled, start, finish, discarded }) =>
    scheduled.map((arrival, index) => [
      load,
      rate,
      arrival,
      start[index] ?? '',
      finish[index] ?? '',
      discarded ?? '',
    ]),
  );
  return new File([toCsv([header, ...rows])], `${name(run)}.csv`, { type: 'text/csv' });
}

const name = ({ createdAt }: LoadRun): string => `goodput-load-${createdAt.slice(0, 19).replaceAll(':', '')}`;
