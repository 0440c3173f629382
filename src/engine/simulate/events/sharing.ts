import { EventHeap } from '../eventHeap.ts';
import { complete } from './copies.ts';
import type { Engine } from './engine.ts';
import { KIND_BITS, Kind } from './kinds.ts';
import { State } from './pool.ts';
import { Status } from './servers.ts';

/**
 * Processor sharing. Each queue has a clock V that runs at the rate at which every request present is served, so a request
 * that joins with work x leaves when V has gone up by x: those present leave in the order of V + x, and neither a join nor
 * a departure touches anyone but the first.
 */
export class Sharing {
  private readonly engine: Engine;
  private readonly lines: EventHeap[];
  private readonly clock: Float64Array;
  private readonly since: Float64Array;
  private readonly rate: Float64Array;
  private readonly present: Int32Array;
  private readonly working: Int32Array;
  private readonly endAt: Float64Array;

  constructor(engine: Engine, queues: number) {
    this.engine = engine;
    this.lines = Array.from({ length: queues }, () => new EventHeap(16));
    this.clock = new Float64Array(queues);
    this.since = new Float64Array(queues);
    this.rate = new Float64Array(queues);
    this.present = new Int32Array(queues);
    this.working = new Int32Array(queues);
    this.endAt = new Float64Array(queues).fill(Infinity);
  }

  join(queue: number, slot: number): void {
    const { now } = this.engine;
    this.advance(queue);
    const { pool } = this.engine;
    pool.state[slot] = State.serving;
    pool.start[slot] = now;
    pool.server[slot] = queue * this.engine.servers.perQueue;
    this.lines[queue]?.push((this.clock[queue] ?? 0) + (pool.work[slot] ?? 0), slot);
    this.present[queue] = (this.present[queue] ?? 0) + 1;
    this.retime(queue);
  }

  /** A request that is called off stays in the heap, dead, until its turn. */
  cancel(queue: number, slot: number): void {
    this.advance(queue);
    this.engine.pool.state[slot] = State.dead;
    this.present[queue] = (this.present[queue] ?? 0) - 1;
    this.retime(queue);
  }

  /** The end of somebody's service, unless something has changed since it was foreseen. */
  finish(queue: number): void {
    const { now } = this.engine;
    const line = this.lines[queue];
    if (this.endAt[queue] !== now || !line) return;
    this.advance(queue);
    const slot = line.pop();
    this.present[queue] = (this.present[queue] ?? 0) - 1;
    this.retime(queue);
    complete(this.engine, slot);
  }

  /** Brings the clock up to now; to be called before anything changes. */
  advance(queue: number): void {
    const { now } = this.engine;
    const span = now - (this.since[queue] ?? 0);
    this.since[queue] = now;
    if (span === 0) return;
    this.clock[queue] = (this.clock[queue] ?? 0) + span * (this.rate[queue] ?? 0);
    this.engine.busyTime += span * (this.working[queue] ?? 0);
  }

  /** Works out the new rate and the next end; to be called after something changed. */
  retime(queue: number): void {
    const { engine } = this;
    const { now } = engine;
    const line = this.lines[queue];
    if (!line) return;
    const present = this.present[queue] ?? 0;
    const { servers } = engine;
    let speed = 0;
    let ready = 0;
    for (let k = queue * servers.perQueue; k < (queue + 1) * servers.perQueue; k++) {
      if (servers.status[k] === Status.off) continue;
      speed += servers.speed[k] ?? 0;
      ready++;
    }
    const working = Math.min(present, ready);
    engine.busy += working - (this.working[queue] ?? 0);
    this.working[queue] = working;
    const rate = present === 0 || ready === 0 ? 0 : (speed / ready) * Math.min(1, ready / present);
    this.rate[queue] = rate;
    this.endAt[queue] = Infinity;
    if (rate === 0) return;
    while (engine.pool.state[line.first()] === State.dead) engine.pool.release(line.pop());
    const end = now + Math.max(0, line.peek() - (this.clock[queue] ?? 0)) / rate;
    this.endAt[queue] = end;
    engine.heap.push(end, (queue << KIND_BITS) | Kind.share);
  }
}
