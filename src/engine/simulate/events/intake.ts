import type { ArrivalSource } from '../../random/arrivals/arrivals.ts';
import type { Law } from '../../random/law.ts';
import type { Streams } from '../../random/streams.ts';
import { BLOCK_SIZE } from '../block.ts';
import type { Keys } from '../keys.ts';
import { withinHorizon } from '../withinHorizon.ts';

/**
 * What each request brings along, drawn a block at a time in order of arrival: its time, its work, its key and its class.
 * Each comes from its own stream, and none depends on what becomes of earlier requests, so that two systems with one seed
 * meet the same requests whatever their policies (common random numbers).
 */
export class Intake {
  readonly arrival = new Float64Array(BLOCK_SIZE);
  readonly work = new Float64Array(BLOCK_SIZE);
  readonly key = new Int32Array(BLOCK_SIZE);
  readonly priority = new Uint8Array(BLOCK_SIZE);
  private readonly levels = new Float64Array(BLOCK_SIZE);
  /** The next request's place in the block. */
  next = 0;
  /** Time of the next arrival; Infinity when there are no more. */
  time = Infinity;
  /** Whether requests have keys or classes; without, their columns stay 0. */
  readonly labels: boolean;
  private count = 0;
  private done = false;
  private left: number;
  private readonly horizon: number;
  private readonly source: ArrivalSource;
  private readonly service: Law;
  private readonly streams: Streams;
  private readonly keys: ((out: Int32Array, count: number) => void) | undefined;
  private readonly shares: readonly number[] | undefined;

  constructor(options: {
    source: ArrivalSource;
    service: Law;
    streams: Streams;
    keys: Keys | undefined;
    shares: readonly number[] | undefined;
    limit: number;
    horizon: number;
  }) {
    this.left = options.limit;
    this.horizon = options.horizon;
    this.source = options.source;
    this.service = options.service;
    this.streams = options.streams;
    this.keys = options.keys?.start(options.streams.stream('keys'));
    this.shares = options.shares;
    this.labels = options.keys !== undefined || options.shares !== undefined;
    this.refill();
  }

  /** Goes on to the next request. */
  advance(): void {
    this.next++;
    if (this.next < this.count) this.time = this.arrival[this.next] ?? Infinity;
    else this.refill();
  }

  private refill(): void {
    this.next = 0;
    this.count = 0;
    if (!this.done && this.left > 0) {
      const wanted = Math.min(this.left, BLOCK_SIZE);
      this.source.fill(this.arrival, wanted);
      this.count = withinHorizon(this.arrival, wanted, this.horizon);
      this.done = this.count < wanted;
      this.left -= wanted;
      this.service.fill(this.streams.service, this.work, this.count);
      this.keys?.(this.key, this.count);
      if (this.shares) this.drawClasses(this.shares);
    }
    this.time = this.count > 0 ? (this.arrival[0] ?? Infinity) : Infinity;
  }

  private drawClasses(shares: readonly number[]): void {
    const { levels, priority } = this;
    const last = shares.length - 1;
    this.streams.stream('classes').fillUniform(levels, this.count);
    for (let i = 0; i < this.count; i++) {
      let level = levels[i] ?? 0;
      let one = 0;
      for (let k = 0; k < last; k++) {
        const share = shares[k] ?? 1;
        const beyond = Number(one === k && level >= share);
        level -= share * beyond; // a class is a coin toss that no predictor guesses
        one += beyond;
      }
      priority[i] = one;
    }
  }
}
