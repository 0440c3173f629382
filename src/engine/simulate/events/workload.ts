import type { Engine } from './engine.ts';
import { Status } from './servers.ts';

/** Writes for each queue the seconds until it would be empty if nobody came any more. */
export function measureWork(engine: Engine, out: Float64Array): void {
  const { servers, now } = engine;
  for (let queue = 0; queue < out.length; queue++) {
    let work = engine.lines.workOf(queue);
    let speed = 0;
    for (let k = queue * servers.perQueue; k < (queue + 1) * servers.perQueue; k++) {
      const pace = servers.speed[k] ?? 0;
      speed += pace;
      if ((servers.slot[k] ?? -1) < 0) continue;
      work += pace > 0 ? ((servers.finishAt[k] ?? now) - now) * pace : (servers.left[k] ?? 0);
    }
    out[queue] = speed > 0 ? work / speed : Infinity;
  }
}

/** Server-seconds of work up to now, those of running services included. */
export function workedSoFar({ servers, busyTime, now }: Engine): number {
  let total = busyTime;
  for (let k = 0; k < servers.count; k++) {
    if (servers.status[k] === Status.busy) total += now - (servers.startedAt[k] ?? now);
  }
  return total;
}
