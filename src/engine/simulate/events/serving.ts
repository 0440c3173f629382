import { ChangeKind, Outcome } from '../log.ts';
import { complete, leaveAlone } from './copies.ts';
import type { Engine } from './engine.ts';
import { KIND_BITS, Kind } from './kinds.ts';
import type { Lines } from './lines.ts';
import { type Pool, State } from './pool.ts';
import { type Servers, Status } from './servers.ts';

/** Servers that begin and end their work. */
export class Serving {
  private readonly engine: Engine;
  private readonly pool: Pool;
  private readonly servers: Servers;
  private readonly lines: Lines;

  constructor(engine: Engine) {
    this.engine = engine;
    this.pool = engine.pool;
    this.servers = engine.servers;
    this.lines = engine.lines;
  }

  /** Gives the idle servers of a queue whatever they may take. */
  dispatch(queue: number): void {
    const { lines, servers } = this;
    const { batches } = this.engine;
    while (lines.count(queue) > 0) {
      const server = servers.lowestIdle(queue);
      if (server < 0) return;
      const slot = batches === null ? lines.take(queue) : batches.form(queue);
      if (slot < 0) return;
      this.begin(server, slot);
    }
  }

  /** A server begins a copy, or a batch by its first copy. */
  begin(server: number, slot: number): void {
    const { engine, pool, servers } = this;
    if (servers.status[server] !== Status.busy) servers.set(server, Status.busy);
    const speed = servers.speed[server] ?? 1;
    const end = engine.now + (pool.left[slot] ?? 0) / speed;
    servers.slot[server] = slot;
    servers.startedAt[server] = engine.now;
    servers.finishAt[server] = end;
    engine.busy++;
    engine.heap.push(end, (server << KIND_BITS) | Kind.finish);
    if (engine.batches === null) this.mark(server, slot);
    else this.markBatch(server, slot);
  }

  /** The end of a service, unless the server's speed or charge has changed since it was foreseen. */
  finish(server: number): void {
    if (this.servers.finishAt[server] !== this.engine.now) return;
    if (this.engine.plain) this.finishPlain(server);
    else this.finishAny(server);
  }

  /** Takes the server from whoever it serves and returns that slot; −1 when idle. The server is free afterwards. */
  vacate(server: number): number {
    const { engine, servers } = this;
    const slot = servers.slot[server] ?? -1;
    if (slot < 0) return -1;
    engine.busyTime += engine.now - (servers.startedAt[server] ?? 0);
    engine.busy--;
    servers.slot[server] = -1;
    servers.finishAt[server] = Infinity;
    if (engine.scaling !== null) engine.scaling.vacated(server);
    servers.settle(server);
    return slot;
  }

  /** Whether a server was taken from somebody who ranks after the newcomer. */
  preempt(slot: number, queue: number): boolean {
    const { pool, servers, lines } = this;
    const { now } = this.engine;
    let victim = -1;
    let worst = lines.rankOf(slot);
    for (let k = queue * servers.perQueue; k < (queue + 1) * servers.perQueue; k++) {
      const serving = servers.slot[k] ?? -1;
      if (serving < 0 || servers.speed[k] === 0) continue;
      pool.left[serving] = ((servers.finishAt[k] ?? 0) - now) * (servers.speed[k] ?? 1);
      const rank = lines.rankOf(serving);
      if (rank > worst) {
        worst = rank;
        victim = k;
      }
    }
    if (victim < 0) return false;
    const loser = this.vacate(victim);
    lines.join(loser, queue);
    this.engine.note(pool.row[loser] ?? 0, ChangeKind.preempt);
    this.begin(victim, slot);
    return true;
  }

  /** Without policies that touch servers the next in line follows at once, and the server is idle only when there is none. */
  private finishPlain(server: number): void {
    const { engine, servers, pool, lines } = this;
    const slot = servers.slot[server] ?? 0;
    const queue = pool.queue[slot] ?? 0;
    engine.busyTime += engine.now - (servers.startedAt[server] ?? 0);
    engine.busy--;
    engine.load[queue] = (engine.load[queue] ?? 0) - 1;
    leaveAlone(engine, slot, Outcome.completed);
    pool.release(slot);
    const next = lines.count(queue) > 0 ? lines.take(queue) : -1;
    if (next >= 0) {
      this.begin(server, next);
      return;
    }
    servers.slot[server] = -1;
    servers.finishAt[server] = Infinity;
    servers.set(server, Status.idle);
  }

  private finishAny(server: number): void {
    const { engine } = this;
    const slot = this.vacate(server);
    const queue = this.pool.queue[slot] ?? 0;
    if (engine.batches === null) complete(engine, slot);
    else this.completeBatch(slot);
    if (this.lines.count(queue) > 0) this.dispatch(queue);
    if (engine.scaling !== null) engine.scaling.settled(server);
  }

  private completeBatch(first: number): void {
    const { engine } = this;
    for (let slot = first; slot >= 0; ) {
      const next = this.pool.nextInBatch[slot] ?? -1;
      complete(engine, slot);
      slot = next;
    }
  }

  private mark(server: number, slot: number): void {
    const { engine, pool } = this;
    pool.state[slot] = State.serving;
    pool.server[slot] = server;
    if (pool.start[slot] === Infinity) pool.start[slot] = engine.now;
    if (engine.recorder !== null) engine.note(pool.row[slot] ?? 0, ChangeKind.start);
    if (engine.client !== null) engine.client.started(slot);
  }

  private markBatch(server: number, first: number): void {
    const { nextInBatch } = this.pool;
    for (let slot = first; slot >= 0; slot = nextInBatch[slot] ?? -1) this.mark(server, slot);
  }
}
