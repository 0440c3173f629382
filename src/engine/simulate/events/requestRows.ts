import { Outcome } from '../log.ts';
import type { Engine } from './engine.ts';
import type { Requests } from './requests.ts';
import { writeReady } from './rows.ts';

/** The row of a request that its client sent: answered by the copy in the slot, or by none (−1). */
export function writeRequest(
  engine: Engine,
  requests: Requests,
  request: number,
  slot: number,
  outcome: number,
): void {
  const { pool, rows, now } = engine;
  const i = rows.next();
  const { block } = rows;
  block.outcome[i] = outcome;
  block.arrival[i] = requests.arrival[request] ?? 0;
  if (slot >= 0) {
    block.work[i] = pool.work[slot] ?? 0;
    block.start[i] = pool.start[slot] ?? 0;
  } else {
    block.work[i] = 0;
    block.start[i] = Infinity;
  }
  if (outcome !== Outcome.unfinished) block.finish[i] = now;
  else block.finish[i] = Infinity;
  block.events.busy[i] = engine.busyTime;
  if (engine.scaling !== null) writeReady(engine, i);
  if (rows.named) nameRequest(engine, requests, i, request, slot);
}

const nameRequest = (
  { pool, rows }: Engine,
  requests: Requests,
  i: number,
  request: number,
  slot: number,
): void => {
  const server = slot < 0 ? -1 : (pool.server[slot] ?? -1);
  const copies = requests.copies[request] ?? 0;
  rows.name(i, requests.row[request] ?? 0, server, copies, requests.priority[request] ?? 0);
};

/** Rows of the requests still inside when the run stops, each with a copy that has begun where there is one. */
export function writeUnfinishedRequests(engine: Engine, requests: Requests): void {
  const { pool } = engine;
  for (let request = 0; request < requests.capacity; request++) {
    if (requests.live[request] !== 1) continue;
    let begun = -1;
    for (let slot = requests.head[request] ?? -1; slot >= 0; slot = pool.sibling[slot] ?? -1) {
      if (pool.start[slot] !== Infinity) begun = slot;
    }
    writeRequest(engine, requests, request, begun, Outcome.unfinished);
  }
}
