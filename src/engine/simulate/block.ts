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
}

export const BLOCK_SIZE = 1024;

export const emptyBlock = (): Block => ({
  count: 0,
  arrival: new Float64Array(BLOCK_SIZE),
  work: new Float64Array(BLOCK_SIZE),
  start: new Float64Array(BLOCK_SIZE),
  finish: new Float64Array(BLOCK_SIZE),
  server: new Int32Array(BLOCK_SIZE),
});

/** Receives a run block by block, in order, and makes something of it. */
export interface Sink<Result> {
  add(block: Block): void;
  result(): Result;
}
