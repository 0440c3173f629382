import { sum } from '../numeric/sum.ts';
import { quantileOfSorted } from '../stats/quantile.ts';
import { type Log, Outcome } from './log.ts';
import { indexLog, lastRow } from './logIndex.ts';
import type { Measures } from './measures.ts';

type RequestMeasures = Pick<
  Measures,
  'meanWait' | 'meanSojourn' | 'meanService' | 'p50' | 'p95' | 'p99' | 'waitProbability'
>;
type TimeMeasures = Omit<Measures, keyof RequestMeasures>;

/** The measures of a full log after its warm-up, over the whole and over equal batches. */
export function logBatches(
  log: Log,
  wanted: number,
  deadline: number,
): { total: Measures; batches: Measures[]; counted: number } {
  const { wait, sojourn } = finishedColumns(log);
  const counted = wait.length;
  const window = windowOf(log);
  const batches = Math.min(wanted, Math.floor(counted / 10));
  const size = Math.floor(counted / Math.max(1, batches));
  const slice = (window.to - window.from) / Math.max(1, batches);
  const timely = timelyFinishes(log, deadline);
  return {
    counted,
    total: { ...ofRequests(wait, sojourn), ...overTime(log, window.from, window.to, timely) },
    batches: Array.from({ length: batches < 2 ? 0 : batches }, (_, b) => ({
      ...ofRequests(wait.subarray(b * size, (b + 1) * size), sojourn.subarray(b * size, (b + 1) * size)),
      ...overTime(log, window.from + b * slice, window.from + (b + 1) * slice, timely),
    })),
  };
}

/** Waits and sojourns of the finished requests after the warm-up, in order of arrival. */
const finishedColumns = (log: Log): { wait: Float64Array; sojourn: Float64Array } => {
  const { arrival, start, finish, outcome, warmup, requests } = log;
  const wait = new Float64Array(requests - warmup);
  const sojourn = new Float64Array(requests - warmup);
  let count = 0;
  for (let i = warmup; i < requests; i++) {
    if (outcome[i] !== Outcome.completed) continue;
    const at = arrival[i] ?? 0;
    wait[count] = (start[i] ?? 0) - at;
    sojourn[count] = (finish[i] ?? 0) - at;
    count++;
  }
  return { wait: wait.subarray(0, count), sojourn: sojourn.subarray(0, count) };
};

/** From the first counted arrival to the horizon, or to the last arrival: after it the system only drains. */
const windowOf = (log: Log): { from: number; to: number } => {
  const from = log.warmup === 0 ? 0 : (log.arrival[log.warmup] ?? 0);
  const lastArrival = log.arrival[log.requests - 1] ?? 0;
  const drained = !log.outcome.includes(Outcome.unfinished) && log.changes.time.at(-1) === log.end;
  return { from, to: drained && lastArrival > from ? lastArrival : log.end };
};

const ofRequests = (wait: Float64Array, sojourn: Float64Array): RequestMeasures => {
  const count = wait.length;
  const meanWait = sum(wait) / count;
  const meanSojourn = sum(sojourn) / count;
  const sorted = sojourn.slice().sort();
  const quantile = (p: number): number => (count === 0 ? Number.NaN : quantileOfSorted(sorted, p, 'linear'));
  return {
    meanWait,
    meanSojourn,
    meanService: meanSojourn - meanWait,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
    waitProbability: wait.reduce((waited, w) => (w > 0 ? waited + 1 : waited), 0) / count,
  };
};

/** Finish times of the requests that met the deadline, in order. */
const timelyFinishes = (log: Log, deadline: number): Float64Array =>
  log.finish
    .filter((end, i) => log.outcome[i] === Outcome.completed && end - (log.arrival[i] ?? 0) <= deadline)
    .sort();

const overTime = (log: Log, from: number, to: number, timely: Float64Array): TimeMeasures => {
  const index = indexLog(log);
  const span = to - from;
  const a = at(log, from);
  const b = at(log, to);
  const rate = (count: number): number => count / span;
  const meanNumber = rate(integral(index.area, b.number, b) - integral(index.area, a.number, a));
  const meanBusy = rate(integral(index.busyArea, b.busy, b) - integral(index.busyArea, a.busy, a));
  const meanQueue = rate(integral(index.queueArea, b.queue, b) - integral(index.queueArea, a.queue, a));
  const gone = b.completed - a.completed + b.lost - a.lost;
  return {
    lossProbability: (b.lost - a.lost) / gone,
    arrivalRate: rate(b.arrived - a.arrived),
    throughput: rate(b.completed - a.completed),
    goodput: rate(lastRow(timely, to) - lastRow(timely, from)),
    utilization: (meanBusy * span) / readySeconds(log, from, to),
    meanNumber,
    meanQueue,
  };
};

/** Server-seconds between two moments: of all servers, or of those that an autoscaler had ready. */
const readySeconds = ({ servers, replicas }: Log, from: number, to: number): number => {
  if (!replicas) return servers * (to - from);
  const { time, ready } = replicas;
  let seconds = 0;
  for (let row = lastRow(time, from); row < time.length; row++) {
    const begin = Math.max(from, time[row] ?? from);
    const end = Math.min(to, time[row + 1] ?? to);
    if (begin >= to) break;
    seconds += (ready[row] ?? 0) * (end - begin);
  }
  return seconds;
};

interface Moment {
  row: number;
  since: number;
  number: number;
  busy: number;
  queue: number;
  arrived: number;
  lost: number;
  completed: number;
}

const at = (log: Log, time: number): Moment => {
  const { changes } = log;
  const row = lastRow(changes.time, time);
  const number = changes.inSystem[row] ?? 0;
  const busy = changes.busy[row] ?? 0;
  const queue = changes.queued ? (changes.queued[row] ?? 0) : number - busy;
  const arrived = indexLog(log).arrived[row] ?? 0;
  const lost = indexLog(log).lost[row] ?? 0;
  const since = time - (changes.time[row] ?? time);
  return { row, since, number, busy, queue, arrived, lost, completed: arrived - number - lost };
};

const integral = (area: Float64Array, level: number, { row, since }: Moment): number =>
  (area[row] ?? 0) + level * since;
