import { ChangeKind, type Log } from './log.ts';

/** Running sums over the rows of `log.changes`, so that any moment can be described without replaying the run. */
export interface LogIndex {
  /** ∫ N(s) ds, ∫ busy(s) ds and ∫ queue(s) ds up to each row. */
  area: Float64Array;
  busyArea: Float64Array;
  queueArea: Float64Array;
  /** Requests arrived up to each row, and those that left without an answer. */
  arrived: Int32Array;
  lost: Int32Array;
  /** Sum of the sojourns of those who left, and of the arrival times of those inside. */
  finishedSojourn: Float64Array;
  insideArrival: Float64Array;
  /** Index below which nobody waits. */
  oldestWaiting: Int32Array;
  /** Requests by server in order of start: those of server k are requests[offset[k]] … requests[offset[k + 1] − 1]. */
  offset: Int32Array;
  requests: Int32Array;
}

const known = new WeakMap<Log, LogIndex>();

/**
 * Builds the index of a log on first use, in one pass, and remembers it as long as the log lives.
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
 *   { seed: 1, requests: 1000 },
 * );
 * simulate.indexLog(log).area.at(-1); // ∫ N(t) dt
 */
export function indexLog(log: Log): LogIndex {
  const ready = known.get(log);
  if (ready) return ready;
  const index = { ...sumsOf(log), ...serversOf(log) };
  known.set(log, index);
  return index;
}

/** The last row at or before `time`; −1 before the first. */
export function lastRow(times: ArrayLike<number>, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const sumsOf = (log: Log): Omit<LogIndex, 'offset' | 'requests'> => {
  const { time, inSystem, busy, request, kind, queued } = log.changes;
  const rows = time.length;
  const area = new Float64Array(rows);
  const busyArea = new Float64Array(rows);
  const queueArea = queued ? new Float64Array(rows) : undefined;
  const lost = new Int32Array(rows);
  const arrived = new Int32Array(rows);
  const finishedSojourn = new Float64Array(rows);
  const insideArrival = new Float64Array(rows);
  const oldestWaiting = new Int32Array(rows);
  const left = new Uint8Array(log.requests); // who no longer waits
  let before = 0;
  let number = 0;
  let serving = 0;
  let queue = 0;
  let areaSum = 0;
  let busySum = 0;
  let queueSum = 0;
  let lostCount = 0;
  let count = 0;
  let sojournSum = 0;
  let arrivalSum = 0;
  let oldest = 0;
  for (let row = 0; row < rows; row++) {
    const now = time[row] ?? 0;
    const who = request[row] ?? 0;
    const at = log.arrival[who] ?? 0;
    areaSum += number * (now - before);
    busySum += serving * (now - before);
    queueSum += queue * (now - before);
    number = inSystem[row] ?? 0;
    serving = busy[row] ?? 0;
    queue = queued?.[row] ?? 0;
    before = now;
    if (kind[row] === ChangeKind.arrival) {
      count++;
      arrivalSum += at;
    } else if (kind[row] === ChangeKind.start) {
      left[who] = 1;
      while (left[oldest] === 1) oldest++;
    } else if (kind[row] === ChangeKind.preempt) {
      left[who] = 0;
      if (who < oldest) oldest = who;
    } else if (kind[row] === ChangeKind.finish || kind[row] === ChangeKind.leave) {
      left[who] = 1;
      while (left[oldest] === 1) oldest++;
      if (kind[row] === ChangeKind.leave) lostCount++;
      sojournSum += now - at;
      arrivalSum = number === 0 ? 0 : arrivalSum - at; // an empty system is a chance to shed rounding
    }
    area[row] = areaSum;
    busyArea[row] = busySum;
    if (queueArea) queueArea[row] = queueSum;
    lost[row] = lostCount;
    arrived[row] = count;
    finishedSojourn[row] = sojournSum;
    insideArrival[row] = arrivalSum;
    oldestWaiting[row] = oldest;
  }
  const waitArea = queueArea ?? area.map((total, row) => total - (busyArea[row] ?? 0));
  return {
    area,
    busyArea,
    queueArea: waitArea,
    arrived,
    lost,
    finishedSojourn,
    insideArrival,
    oldestWaiting,
  };
};

/** A request that was sent or started several times counts where it was answered. */
const serversOf = ({ servers, server, start, changes }: Log): Pick<LogIndex, 'offset' | 'requests'> => {
  const offset = new Int32Array(servers + 1);
  for (const k of server) if (k >= 0) offset[k + 1] = (offset[k + 1] ?? 0) + 1;
  for (let k = 0; k < servers; k++) offset[k + 1] = (offset[k + 1] ?? 0) + (offset[k] ?? 0);
  const next = offset.slice();
  const requests = new Int32Array(offset[servers] ?? 0);
  const placed = new Uint8Array(server.length);
  changes.kind.forEach((kind, row) => {
    if (kind !== ChangeKind.start) return;
    const who = changes.request[row] ?? 0;
    const k = server[who] ?? -1;
    if (k < 0 || placed[who] === 1 || start[who] !== changes.time[row]) return;
    placed[who] = 1;
    const place = next[k] ?? 0;
    requests[place] = who;
    next[k] = place + 1;
  });
  return { offset, requests };
};
