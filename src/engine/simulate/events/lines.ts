import type { Discipline, WaitingLine } from '../discipline/discipline.ts';
import { Outcome } from '../log.ts';
import { lose } from './copies.ts';
import type { Engine } from './engine.ts';
import { type Pool, State } from './pool.ts';

/** Those who wait, one line a queue. A copy that is called off stays in its line, dead, until its turn. */
export class Lines {
  private readonly engine: Engine;
  private readonly pool: Pool;
  private readonly lines: WaitingLine[];
  private readonly rank: Discipline['rank'];
  /** Of each queue: the living in line, and their seconds of work where a router asks for it. */
  private readonly waiting: Int32Array;
  private readonly work: Float64Array;
  private readonly tracksWork: boolean;

  constructor(engine: Engine, discipline: Discipline, queues: number, tracksWork: boolean) {
    this.engine = engine;
    this.pool = engine.pool;
    this.lines = Array.from({ length: queues }, () => discipline.line());
    this.rank = discipline.rank;
    this.waiting = new Int32Array(queues);
    this.work = new Float64Array(queues);
    this.tracksWork = tracksWork;
  }

  /** The line of a queue, for a loop that keeps it by itself. */
  of(queue: number): WaitingLine {
    const line = this.lines[queue];
    if (!line) throw new RangeError(`there is no queue ${queue}`);
    return line;
  }

  /** Whether a line wants to know the rank of those who join. */
  get ranked(): boolean {
    return this.rank !== 'none';
  }

  count(queue: number): number {
    return this.waiting[queue] ?? 0;
  }

  /** Seconds of work in line, at speed 1. */
  workOf(queue: number): number {
    return this.work[queue] ?? 0;
  }

  join(slot: number, queue: number): void {
    this.pool.state[slot] = State.waiting;
    if (this.rank === 'none') this.lines[queue]?.push(slot, 0);
    else this.lines[queue]?.push(slot, this.rankOf(slot));
    this.waiting[queue] = (this.waiting[queue] ?? 0) + 1;
    this.engine.waiting++;
    if (this.tracksWork) this.addWork(queue, this.pool.left[slot] ?? 0);
  }

  /** A copy is in line no longer: its turn has come, or it was called off. */
  leave(slot: number, queue: number): void {
    this.waiting[queue] = (this.waiting[queue] ?? 0) - 1;
    this.engine.waiting--;
    if (this.tracksWork) this.addWork(queue, -(this.pool.left[slot] ?? 0));
  }

  /** The next one in line who is still wanted; −1 when there is none. */
  take(queue: number): number {
    const { engine, pool } = this;
    const line = this.lines[queue];
    while (line) {
      const slot = line.pop();
      if (slot < 0) break;
      if (pool.state[slot] === State.dead) {
        pool.release(slot);
        continue;
      }
      this.leave(slot, queue);
      if (engine.gates !== null && !engine.gates.keeps(queue, slot)) {
        lose(engine, slot, Outcome.dropped);
        continue;
      }
      pool.state[slot] = State.serving; // one of a batch may call another of it off: it is no longer in line
      return slot;
    }
    return -1;
  }

  /** Who has waited longest, those called off thrown away; −1 where the line does not know. */
  oldest(queue: number): number {
    const { pool } = this;
    const line = this.lines[queue];
    if (!line) return -1;
    let slot = line.first();
    while (slot >= 0 && pool.state[slot] === State.dead) {
      pool.release(line.pop());
      slot = line.first();
    }
    return slot;
  }

  /** Within a class in order of arrival, so that a preempted request comes before those that joined after it. */
  rankOf(slot: number): number {
    const { pool } = this;
    if (this.rank === 'work') return pool.left[slot] ?? 0;
    return (pool.priority[slot] ?? 0) + (pool.row[slot] ?? 0) / 4294967296;
  }

  private addWork(queue: number, work: number): void {
    this.work[queue] = this.waiting[queue] === 0 ? 0 : (this.work[queue] ?? 0) + work;
  }
}
