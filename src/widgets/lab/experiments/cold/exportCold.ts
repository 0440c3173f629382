import type { ColdRun } from '../../../../store/coldRun.ts';
import { toCsv } from '../../../../store/csv.ts';
import { parts } from './parts.ts';

/** The whole run with stamps and run charts. */
export function coldJson(run: ColdRun): File {
  return new File([`${JSON.stringify(run, null, 1)}\n`], `${name(run)}.json`, { type: 'application/json' });
}

/** One line for each start. */
export function coldCsv(run: ColdRun): File {
  const header = ['engine', 'order', 'cache', ...parts.map(({ key }) => key), 'secondRunMs', 'discarded'];
  const rows = run.repetitions.map((start) => [
    start.engine,
    start.order,
    start.warmCache ? 'warm' : 'cold',
    ...parts.map(({ key }) => start[key]),
    start.secondRunMs,
    start.discarded ?? '',
  ]);
  return new File([toCsv([header, ...rows])], `${name(run)}.csv`, { type: 'text/csv' });
}

const name = ({ createdAt }: ColdRun): string => `goodput-cold-${createdAt.slice(0, 19).replaceAll(':', '')}`;
