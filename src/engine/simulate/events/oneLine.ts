import { Outcome } from '../log.ts';
import type { Engine } from './engine.ts';
import { Finishes } from './finishes.ts';
import type { Intake } from './intake.ts';
import { Status } from './servers.ts';

/** With more servers a heap finds the next finish sooner. */
const FEW = 8;

/** Whether a run is one line before a few servers, without policies and without a log of every change. */
export const isOneLine = ({ plain, routing, recorder, servers }: Engine): boolean =>
  plain && routing === null && recorder === null && servers.count <= FEW;

/**
 * The event loop of one line, in any order, before a few servers of any speed: the same rows, in the same order, that the
 * engine's own loop writes, in two thirds of the time. A request in service is kept with its server, so that one that finds
 * a server idle is written down once; only those in line have slots. Returns how many arrived.
 */
export function runOneLine(engine: Engine, intake: Intake): number {
  const { servers, lines, pool, rows } = engine;
  const { startedAt, speed } = servers;
  const { block, named } = rows;
  const line = lines.of(0);
  const { ranked } = lines;
  const finishes = new Finishes(servers.count);
  const arrival = new Float64Array(servers.count);
  const work = new Float64Array(servers.count);
  const row = new Int32Array(servers.count);
  const priority = new Uint8Array(servers.count);
  let arrived = 0;
  let waiting = 0;
  for (;;) {
    const next = finishes.first();
    const time = finishes.at(next);
    if (intake.time < time) {
      const i = intake.next;
      const idle = servers.lowestIdle(0);
      if (idle >= 0) {
        servers.set(idle, Status.busy);
        arrival[idle] = intake.time;
        work[idle] = intake.work[i] ?? 0;
        row[idle] = arrived++;
        priority[idle] = intake.priority[i] ?? 0;
        startedAt[idle] = intake.time;
        finishes.set(idle, intake.time + (work[idle] ?? 0) / (speed[idle] ?? 1));
      } else {
        const slot = pool.allocate();
        pool.arrival[slot] = intake.time;
        pool.work[slot] = intake.work[i] ?? 0;
        pool.row[slot] = arrived++;
        pool.priority[slot] = intake.priority[i] ?? 0;
        if (ranked) {
          pool.left[slot] = pool.work[slot] ?? 0;
          line.push(slot, lines.rankOf(slot));
        } else line.push(slot, 0);
        waiting++;
      }
      intake.advance();
      continue;
    }
    if (time === Infinity) break;
    engine.busyTime += time - (startedAt[next] ?? 0);
    const i = rows.next();
    block.outcome[i] = Outcome.completed;
    block.arrival[i] = arrival[next] ?? 0;
    block.work[i] = work[next] ?? 0;
    block.start[i] = startedAt[next] ?? 0;
    block.finish[i] = time;
    block.events.busy[i] = engine.busyTime;
    if (named) rows.name(i, row[next] ?? 0, next, 1, priority[next] ?? 0);
    if (waiting === 0) {
      servers.set(next, Status.idle);
      finishes.clear(next);
      continue;
    }
    waiting--;
    const slot = line.pop();
    arrival[next] = pool.arrival[slot] ?? 0;
    work[next] = pool.work[slot] ?? 0;
    row[next] = pool.row[slot] ?? 0;
    priority[next] = pool.priority[slot] ?? 0;
    pool.release(slot);
    startedAt[next] = time;
    finishes.set(next, time + (work[next] ?? 0) / (speed[next] ?? 1));
  }
  return arrived;
}
