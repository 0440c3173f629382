import { BLOCK_SIZE, emptyEventBlock, type Sink } from '../block.ts';

/** Hands the rows of requests that left to a sink, a block at a time. */
export class Rows {
  readonly block = emptyEventBlock();
  /** Whether the sink tells requests from one another: running statistics do not. */
  readonly named: boolean;
  private readonly sink: Sink<unknown>;

  constructor(sink: Sink<unknown>) {
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
