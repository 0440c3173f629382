import type { TableData } from '../frame/defineWidget.ts';
import type { Now } from './now.ts';

/** One row a request of the shown path. */
export function littlesLawTable({ result, values, time }: Now): TableData {
  const { from, to, cohort } = values;
  const until = Math.max(from, Math.min(time, to));
  const requests = result?.shown ?? { arrival: [], start: [], finish: [] };
  return {
    caption: 'Requests of the sample path, in order of arrival',
    columns: [
      { name: 'request' },
      { name: 'arrival', unit: 's' },
      { name: 'start', unit: 's' },
      { name: 'finish', unit: 's' },
      { name: 'wait', unit: 's' },
      { name: 'service', unit: 's' },
      { name: 'sojourn', unit: 's' },
      { name: 'in the window so far', unit: 's' },
      { name: 'counted in λ̄ and W̄' },
    ],
    rows: Array.from(requests.arrival, (arrival, index) => {
      const start = requests.start[index] ?? Number.NaN;
      const finish = requests.finish[index] ?? Number.NaN;
      const counted =
        cohort === 'arrived' ? arrival >= from && arrival < until : finish > from && finish <= until;
      return [
        index + 1,
        arrival,
        start,
        finish,
        start - arrival,
        finish - start,
        finish - arrival,
        Math.max(0, Math.min(finish, until) - Math.max(arrival, from)),
        counted ? 'yes' : 'no',
      ];
    }),
  };
}
