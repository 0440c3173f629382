import type { Block, Sink } from './block.ts';
import { Outcome } from './log.ts';
import type { Plan } from './system.ts';
import { type Tally, TallyBuilder } from './tally.ts';

/** Rows of some requests, in the order in which they left; columns as in a `Log`. */
export interface Sample {
  /** Place of each request in the order of arrival. */
  request: Int32Array;
  arrival: Float64Array;
  start: Float64Array;
  finish: Float64Array;
  server: Int32Array;
  outcome: Uint8Array;
}

/** Running statistics of a run, and every so manieth of its requests. */
export interface SampledTally extends Tally {
  sample: Sample;
}

const ROWS = 4096;

/**
 * Keeps each stride-th request in order of arrival, at most 4096 of them: whenever the room is used up, every other row is
 * let go and the stride doubles, so that a run of any length is sampled evenly in constant memory.
 */
export class SampledTallyBuilder implements Sink<SampledTally> {
  readonly named = true;
  private readonly tally: TallyBuilder;
  private readonly request = new Int32Array(ROWS);
  private readonly arrival = new Float64Array(ROWS);
  private readonly start = new Float64Array(ROWS);
  private readonly finish = new Float64Array(ROWS);
  private readonly server = new Int32Array(ROWS);
  private readonly outcome = new Uint8Array(ROWS);
  private count = 0;
  private stride = 1;
  private seen = 0;

  constructor(plan: Plan) {
    this.tally = new TallyBuilder(plan);
  }

  add(block: Block): void {
    for (let i = 0; i < block.count; i++) {
      const request = block.events?.row[i] ?? this.seen + i;
      if (request % this.stride === 0) this.keep(request, block, i);
    }
    this.seen += block.count;
    this.tally.add(block);
  }

  result(): SampledTally {
    const { count } = this;
    return {
      ...this.tally.result(),
      sample: {
        request: this.request.slice(0, count),
        arrival: this.arrival.slice(0, count),
        start: this.start.slice(0, count),
        finish: this.finish.slice(0, count),
        server: this.server.slice(0, count),
        outcome: this.outcome.slice(0, count),
      },
    };
  }

  private keep(request: number, block: Block, i: number): void {
    if (this.count === ROWS) {
      this.thin();
      if (request % this.stride !== 0) return;
    }
    const row = this.count++;
    this.request[row] = request;
    this.arrival[row] = block.arrival[i] ?? 0;
    this.start[row] = block.start[i] ?? 0;
    this.finish[row] = block.finish[i] ?? 0;
    this.server[row] = block.server[i] ?? 0;
    this.outcome[row] = block.outcome[i] ?? Outcome.completed;
  }

  private thin(): void {
    this.stride *= 2;
    let kept = 0;
    for (let row = 0; row < this.count; row++) {
      if ((this.request[row] ?? 0) % this.stride !== 0) continue;
      for (const column of [this.request, this.arrival, this.start, this.finish, this.server, this.outcome]) {
        column[kept] = column[row] ?? 0;
      }
      kept++;
    }
    this.count = kept;
  }
}
