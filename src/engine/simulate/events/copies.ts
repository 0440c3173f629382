import { ChangeKind, Outcome } from '../log.ts';
import type { Engine } from './engine.ts';
import { ALONE, ORPHAN, State } from './pool.ts';
import { writeCopy } from './rows.ts';

/** A server has done the work of a copy. */
export function complete(engine: Engine, slot: number): void {
  const { pool } = engine;
  const queue = pool.queue[slot] ?? 0;
  engine.load[queue] = (engine.load[queue] ?? 0) - 1;
  if (engine.gates?.listens) engine.gates.answered(queue, slot);
  if (engine.cache !== null) engine.cache.store(pool.key[slot] ?? 0);
  const request = pool.request[slot] ?? ALONE;
  if (request === ALONE) leaveAlone(engine, slot, Outcome.completed);
  else if (request === ORPHAN || engine.client === null) {
    engine.counts.wasted++;
    engine.note(pool.row[slot] ?? 0, ChangeKind.release);
  } else engine.client.completed(slot);
  pool.release(slot);
}

/** A copy is thrown out of the line or lost with its server; it has left both already. */
export function lose(engine: Engine, slot: number, outcome: number): void {
  const { pool } = engine;
  const queue = pool.queue[slot] ?? 0;
  engine.load[queue] = (engine.load[queue] ?? 0) - 1;
  if (outcome === Outcome.dropped) engine.counts.dropped++;
  else engine.counts.failed++;
  if (engine.gates !== null) engine.gates.lost(queue, slot);
  const request = pool.request[slot] ?? ALONE;
  if (request === ALONE) leaveAlone(engine, slot, outcome);
  else {
    engine.note(pool.row[slot] ?? 0, ChangeKind.release);
    if (request !== ORPHAN && engine.client !== null) engine.client.lost(slot, outcome);
  }
  pool.release(slot);
}

/** Calls a copy off, wherever it is. One in a running batch is served on, for nobody. */
export function cancel(engine: Engine, slot: number): void {
  const { pool, lines } = engine;
  const queue = pool.queue[slot] ?? 0;
  const row = pool.row[slot] ?? 0;
  pool.request[slot] = ORPHAN;
  if (pool.state[slot] === State.waiting) {
    pool.state[slot] = State.dead;
    engine.load[queue] = (engine.load[queue] ?? 0) - 1;
    lines.leave(slot, queue);
    engine.counts.cancelled++;
    engine.note(row, ChangeKind.release);
  } else if (pool.state[slot] === State.serving && engine.batches === null) {
    engine.counts.cancelled++;
    engine.load[queue] = (engine.load[queue] ?? 0) - 1;
    const server = pool.server[slot] ?? 0;
    if (engine.sharing !== null) engine.sharing.cancel(queue, slot);
    else {
      engine.serving.vacate(server);
      pool.release(slot);
    }
    engine.note(row, ChangeKind.release);
    if (lines.count(queue) > 0) engine.serving.dispatch(queue);
    if (engine.scaling !== null) engine.scaling.settled(server);
  }
}

/** A request that is its only copy leaves; one that was not completed leaves no trace of service. */
export function leaveAlone(engine: Engine, slot: number, outcome: number): void {
  engine.inside--;
  if (engine.recorder !== null) engine.trace(engine.pool.row[slot] ?? 0, outcome);
  writeCopy(engine, slot, outcome, engine.now);
}
