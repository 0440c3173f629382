import { EventHeap } from './eventHeap.ts';
import { ChangeKind, type Changes } from './log.ts';

/**
 * The state changes of a run, merged in time order from its rows. Requests must be listed in order of arrival and start in
 * that order; times of Infinity are changes that never came. A finish waits in a heap from its start on, so a service of
 * no length still finishes after it starts.
 */
export function changesOf(arrival: Float64Array, start: Float64Array, finish: Float64Array): Changes {
  const requests = arrival.length;
  const finite = (times: Float64Array): number =>
    times.reduce((count, t) => (t < Infinity ? count + 1 : count), 0);
  const rows = requests + finite(start) + finite(finish);
  const time = new Float64Array(rows);
  const inSystem = new Int32Array(rows);
  const busy = new Int32Array(rows);
  const request = new Int32Array(rows);
  const kind = new Uint8Array(rows);

  const running = new EventHeap();
  let arrived = 0;
  let started = 0;
  let inside = 0;
  let serving = 0;
  for (let row = 0; row < rows; row++) {
    const nextArrival = arrived < requests ? (arrival[arrived] ?? Infinity) : Infinity;
    const nextStart = started < arrived ? (start[started] ?? Infinity) : Infinity;
    const nextFinish = running.peek();
    if (nextFinish <= nextArrival && nextFinish <= nextStart) {
      request[row] = running.pop();
      time[row] = nextFinish;
      kind[row] = ChangeKind.finish;
      inside--;
      serving--;
    } else if (nextArrival <= nextStart) {
      request[row] = arrived++;
      time[row] = nextArrival;
      kind[row] = ChangeKind.arrival;
      inside++;
    } else {
      const end = finish[started] ?? Infinity;
      if (end < Infinity) running.push(end, started);
      request[row] = started++;
      time[row] = nextStart;
      kind[row] = ChangeKind.start;
      serving++;
    }
    inSystem[row] = inside;
    busy[row] = serving;
  }
  return { time, inSystem, busy, request, kind };
}
