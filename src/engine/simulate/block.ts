/**
 * Some successive requests of a run, one column a property. Arrays are reused from block to block: a thousand requests stay
 * in the fastest cache, and nothing is allocated per request.
 */
export interface Block {
  /** How many rows of the columns are in use. */
  count: number;
  readonly arrival: Float64Array;
  /** Seconds of service asked for. */
  readonly work: Float64Array;
  readonly start: Float64Array;
  readonly finish: Float64Array;
  readonly server: Int32Array;
  /** What became of each, by `Outcome`. The recursions complete everyone. */
  readonly outcome: Uint8Array;
  /** From the event engine, whose rows come in order of leaving. */
  readonly events: EventColumns | undefined;
}

export type EventBlock = Block & { readonly events: EventColumns };

export interface EventColumns {
  /** Place in the order of arrival. */
  readonly row: Int32Array;
  /** Server-seconds of work done by all servers up to the row's finish. */
  readonly busy: Float64Array;
  /** Server-seconds of servers that were ready up to then; where an autoscaler starts and stops them. */
  readonly ready: Float64Array | undefined;
  /** Times that the request was sent to the servers. */
  readonly attempts: Uint8Array;
  readonly priority: Uint8Array;
}

export const BLOCK_SIZE = 1024;

/** Written out, not spread from one another: a spread object gets a shape of its own every time, and every reader pays for it. */
export const emptyBlock = (): Block => ({
  count: 0,
  arrival: new Float64Array(BLOCK_SIZE),
  work: new Float64Array(BLOCK_SIZE),
  start: new Float64Array(BLOCK_SIZE),
  finish: new Float64Array(BLOCK_SIZE),
  server: new Int32Array(BLOCK_SIZE),
  outcome: new Uint8Array(BLOCK_SIZE),
  events: undefined,
});

export const emptyEventBlock = (scaled: boolean): EventBlock => ({
  count: 0,
  arrival: new Float64Array(BLOCK_SIZE),
  work: new Float64Array(BLOCK_SIZE),
  start: new Float64Array(BLOCK_SIZE),
  finish: new Float64Array(BLOCK_SIZE),
  server: new Int32Array(BLOCK_SIZE),
  outcome: new Uint8Array(BLOCK_SIZE),
  events: {
    row: new Int32Array(BLOCK_SIZE),
    busy: new Float64Array(BLOCK_SIZE),
    ready: scaled ? new Float64Array(BLOCK_SIZE) : undefined,
    attempts: new Uint8Array(BLOCK_SIZE),
    priority: new Uint8Array(BLOCK_SIZE),
  },
});

/** Receives a run block by block, in order, and makes something of it. */
export interface Sink<Result> {
  /** Whether it reads who each row belongs to: `server`, `row`, `attempts` and `priority`. */
  readonly named: boolean;
  add(block: Block): void;
  result(): Result;
}
