import { BLOCK_SIZE, type EventBlock, emptyEventBlock, type Sink } from '../block.ts';
import { Outcome } from '../log.ts';
import type { Engine } from './engine.ts';

/** Hands the rows of requests that left to a sink, a block at a time. */
export class Rows {
  readonly block: EventBlock;
  /** Whether the sink tells requests from one another: running statistics do not. */
  readonly named: boolean;
  private readonly sink: Sink<unknown>;

  constructor(sink: Sink<unknown>, scaled: boolean) {
    this.block = emptyEventBlock(scaled);
    this.sink = sink;
    this.named = sink.named;
  }

  /** Begins a row; the caller writes its outcome and times, at the place that this returns. */
  next(): number {
    const { block } = this;
    if (block.count === BLOCK_SIZE) this.flush();
    return block.count++;
  }

  /** Writes whose row it is, for a sink that wants to know. */
  name(i: number, row: number, server: number, attempts: number, priority: number): void {
    const { block } = this;
    block.server[i] = server;
    block.events.row[i] = row;
    block.events.attempts[i] = attempts;
    block.events.priority[i] = priority;
  }

  flush(): void {
    if (this.block.count === 0) return;
    this.sink.add(this.block);
    this.block.count = 0;
  }
}

/** Writes how much of servers there was so far into a row. */
export function writeReady({ rows, scaling, now }: Engine, i: number): void {
  const { ready } = rows.block.events;
  if (ready && scaling !== null) ready[i] = scaling.ready.secondsAt(now);
}

/** The row of a request that is its only copy. */
export function writeCopy(engine: Engine, slot: number, outcome: number, finish: number): void {
  const { pool, rows } = engine;
  const i = rows.next();
  const { block } = rows;
  const answered = outcome <= Outcome.unfinished;
  block.outcome[i] = outcome;
  block.arrival[i] = pool.arrival[slot] ?? 0;
  block.work[i] = pool.work[slot] ?? 0;
  block.start[i] = answered ? (pool.start[slot] ?? 0) : Infinity;
  block.finish[i] = finish;
  block.events.busy[i] = engine.busyTime;
  if (engine.scaling !== null) writeReady(engine, i);
  if (rows.named) nameCopy(engine, i, slot, answered);
}

const nameCopy = ({ pool, rows }: Engine, i: number, slot: number, answered: boolean): void => {
  const begun = answered && pool.start[slot] !== Infinity;
  rows.name(i, pool.row[slot] ?? 0, begun ? (pool.server[slot] ?? -1) : -1, 1, pool.priority[slot] ?? 0);
};
