import { BLOCK_SIZE, type Block, type EventColumns, emptyEventBlock, type Sink } from '../block.ts';

/** Hands the rows of requests that left to a sink, a block at a time. */
export class Rows {
  readonly block: Block & { readonly events: EventColumns } = emptyEventBlock();
  private readonly sink: Sink<unknown>;

  constructor(sink: Sink<unknown>) {
    this.sink = sink;
  }

  /** Begins a row; the caller writes its times, at the place that this returns. */
  next(row: number, server: number, outcome: number, attempts: number, priority: number): number {
    const { block } = this;
    if (block.count === BLOCK_SIZE) this.flush();
    const i = block.count++;
    block.server[i] = server;
    block.outcome[i] = outcome;
    block.events.row[i] = row;
    block.events.attempts[i] = attempts;
    block.events.priority[i] = priority;
    return i;
  }

  flush(): void {
    if (this.block.count === 0) return;
    this.sink.add(this.block);
    this.block.count = 0;
  }
}
