import type { Cache, CacheState } from '../caching/cache.ts';
import { Outcome } from '../log.ts';
import type { Engine } from './engine.ts';
import { Kind } from './kinds.ts';
import { writeReady } from './rows.ts';

/**
 * A cache in front of the servers: a hit is answered after the hit latency without a server, a miss is stored when a server
 * has answered it. All hits take equally long, so they wait in a ring and only the first is in the event list.
 */
export class CacheSide {
  private readonly engine: Engine;
  private readonly state: CacheState;
  private readonly latency: number;
  private readonly timed: boolean;
  private arrival = new Float64Array(64);
  private row = new Int32Array(64);
  private priority = new Uint8Array(64);
  private head = 0;
  private count = 0;

  constructor(engine: Engine, cache: Cache) {
    this.engine = engine;
    this.state = cache.start();
    this.latency = cache.hitLatency;
    this.timed = cache.timed !== false;
  }

  /** Whether the request was a hit, which is on its way then. */
  answers(row: number, key: number, priority: number): boolean {
    if (!this.holds(key)) return false;
    this.engine.counts.cacheHits++;
    if (this.latency === 0) {
      this.engine.leave(row, Outcome.completed);
      this.write(row, priority, this.engine.now, Outcome.completed);
      return true;
    }
    if (this.count === this.arrival.length) this.grow();
    const place = (this.head + this.count++) & (this.arrival.length - 1);
    this.arrival[place] = this.engine.now;
    this.row[place] = row;
    this.priority[place] = priority;
    if (this.count === 1) this.engine.heap.push(this.engine.now + this.latency, Kind.hit);
    return true;
  }

  store(key: number): void {
    if (this.timed) this.state.store(key, this.engine.now);
    else this.state.store(key, 0); // a fraction would be allocated for the call
  }

  /** The oldest hit reaches its client. */
  deliver(): void {
    const { head } = this;
    const at = this.arrival[head] ?? 0;
    this.head = (head + 1) & (this.arrival.length - 1);
    this.count--;
    if (this.count > 0) this.engine.heap.push((this.arrival[this.head] ?? 0) + this.latency, Kind.hit);
    const row = this.row[head] ?? 0;
    this.engine.leave(row, Outcome.completed);
    this.write(row, this.priority[head] ?? 0, at, Outcome.completed);
  }

  /** Rows of the hits still on their way when the run stops. */
  writeUnfinished(): void {
    for (let k = 0; k < this.count; k++) {
      const i = (this.head + k) & (this.arrival.length - 1);
      this.write(this.row[i] ?? 0, this.priority[i] ?? 0, this.arrival[i] ?? 0, Outcome.unfinished);
    }
  }

  private holds(key: number): boolean {
    return this.timed ? this.state.lookup(key, this.engine.now) : this.state.lookup(key, 0);
  }

  private write(row: number, priority: number, arrival: number, outcome: number): void {
    const { rows, now } = this.engine;
    const i = rows.next();
    const { block } = rows;
    block.outcome[i] = outcome;
    block.arrival[i] = arrival;
    block.work[i] = 0;
    block.start[i] = arrival;
    block.finish[i] = outcome === Outcome.completed ? now : Infinity;
    block.events.busy[i] = this.engine.busyTime;
    if (this.engine.scaling !== null) writeReady(this.engine, i);
    if (rows.named) rows.name(i, row, -1, 0, priority);
  }

  private grow(): void {
    const { arrival, row, priority, head } = this;
    const capacity = arrival.length * 2;
    this.arrival = new Float64Array(capacity);
    this.row = new Int32Array(capacity);
    this.priority = new Uint8Array(capacity);
    for (let k = 0; k < this.count; k++) {
      const i = (head + k) & (arrival.length - 1);
      this.arrival[k] = arrival[i] ?? 0;
      this.row[k] = row[i] ?? 0;
      this.priority[k] = priority[i] ?? 0;
    }
    this.head = 0;
  }
}
