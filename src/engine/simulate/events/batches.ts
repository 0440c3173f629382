import type { Law } from '../../random/law.ts';
import { isBatchLaw } from '../batching/affineBatch.ts';
import type { Batching } from '../batching/batching.ts';
import type { Engine } from './engine.ts';
import { KIND_BITS, Kind } from './kinds.ts';

/** Puts those in line together, as many as a server takes at once, linked by `Pool.nextInBatch`. */
export class Batches {
  private readonly engine: Engine;
  private readonly maxSize: number;
  private readonly timeout: number;
  private readonly timeOf: ((size: number) => number) | null;
  /** When each queue's oldest has waited long enough; Infinity for none. An event at another time is out of date. */
  private readonly dueAt: Float64Array;

  constructor(engine: Engine, batching: Batching, service: Law, queues: number) {
    this.engine = engine;
    this.maxSize = batching.maxSize;
    this.timeout = batching.timeout;
    this.timeOf = isBatchLaw(service) ? service.batchTime : null;
    this.dueAt = new Float64Array(queues).fill(Infinity);
  }

  /** The next batch of a queue, by its first copy; −1 while it is neither full nor due. */
  form(queue: number): number {
    if (!this.ready(queue)) return -1;
    this.dueAt[queue] = Infinity;
    const { engine } = this;
    const { pool } = engine;
    let first = -1;
    let last = -1;
    let longest = 0;
    let size = 0;
    while (size < this.maxSize) {
      const slot = engine.lines.take(queue);
      if (slot < 0) break;
      pool.nextInBatch[slot] = -1;
      if (last >= 0) pool.nextInBatch[last] = slot;
      else first = slot;
      last = slot;
      longest = Math.max(longest, pool.left[slot] ?? 0);
      size++;
    }
    const work = this.timeOf === null ? longest : this.timeOf(size);
    for (let slot = first; slot >= 0; slot = pool.nextInBatch[slot] ?? -1) {
      pool.work[slot] = work;
      pool.left[slot] = work;
    }
    if (size > 0) engine.counts.batches++;
    return first;
  }

  /** The oldest of a queue has waited long enough, unless it was taken earlier. */
  due(queue: number): void {
    if (this.dueAt[queue] === this.engine.now) this.engine.serving.dispatch(queue);
  }

  private ready(queue: number): boolean {
    const { engine, dueAt } = this;
    if (this.timeout === 0 || engine.waitingIn(queue) >= this.maxSize) return true;
    const oldest = engine.lines.oldest(queue);
    const known = dueAt[queue] ?? Infinity;
    let due = known;
    if (oldest >= 0) due = (engine.pool.joined[oldest] ?? 0) + this.timeout;
    else if (known === Infinity) due = engine.now + this.timeout;
    if (engine.now >= due) return true;
    if (due !== known) {
      dueAt[queue] = due;
      engine.heap.push(due, (queue << KIND_BITS) | Kind.batch);
    }
    return false;
  }
}
