import type { Seed } from '../random/seed.ts';
import { Accumulator } from './accumulator.ts';
import type { Block, Sink } from './block.ts';
import type { Counts, Replicas } from './log.ts';
import type { Measures } from './measures.ts';
import type { Plan } from './system.ts';

/** Running statistics of a run whose requests were not kept; plain data. */
export interface Tally {
  seed: Seed;
  servers: number;
  requests: number;
  end: number;
  warmup: number;
  /** Requests answered after the warm-up. */
  counted: number;
  total: Measures;
  /** The same over successive equal batches of requests; a last incomplete batch is left out. */
  batches: Measures[];
  /** What the policies did; from a system that has any. */
  counts?: Counts;
  replicas?: Replicas;
}

const BATCHES = 20;

/**
 * Streams a run into statistics. Quantiles come from a log histogram (within 0.8 %). The window of a batch, from the last
 * finish before it to the last finish in it, turns sums over its requests into time averages: meanNumber is Σ sojourn over
 * that window (Little's law; the requests that reach over its two edges cancel on average).
 */
export class TallyBuilder implements Sink<Tally> {
  readonly named = false;
  private readonly plan: Plan;
  private readonly batchSize: number;
  private readonly total: Accumulator;
  private readonly batch: Accumulator;
  private readonly batches: Measures[] = [];
  private requests = 0;
  private lastArrival = 0;
  private lastFinish = 0;
  /** NaN from a recursion, which does not count it. */
  private busy = Number.NaN;
  /** NaN where all servers are there all the time. */
  private ready = Number.NaN;

  constructor(plan: Plan) {
    this.plan = plan;
    this.batchSize = Math.max(10, Math.floor((plan.expected - plan.warmup) / BATCHES));
    this.total = new Accumulator(plan.servers, plan.deadline);
    this.batch = new Accumulator(plan.servers, plan.deadline);
  }

  add(block: Block): void {
    const { arrival, finish, count, events } = block;
    for (let from = 0; from < count; ) {
      const done = this.requests - this.plan.warmup;
      const room = done < 0 ? -done : this.batchSize - this.batch.count - this.batch.lost;
      const to = Math.min(count, from + room);
      if (done >= 0) this.batch.add(block, from, to);
      this.requests += to - from;
      // rows come in order of leaving from the event engine, of arrival from a recursion, which with one server is the same:
      // there the last is the latest
      const fromFinish = events || this.plan.servers === 1 ? to - 1 : from;
      const fromArrival = events ? from : to - 1;
      this.lastFinish = latest(this.lastFinish, finish, fromFinish, to);
      this.lastArrival = latest(this.lastArrival, arrival, fromArrival, to);
      this.busy = events?.busy[to - 1] ?? Number.NaN;
      this.ready = events?.ready?.[to - 1] ?? Number.NaN;
      if (done < 0 && this.requests === this.plan.warmup) {
        this.total.restart(this.lastArrival, this.lastFinish, this.busy, this.ready);
        this.batch.restart(this.lastArrival, this.lastFinish, this.busy, this.ready);
      } else if (this.batch.count + this.batch.lost === this.batchSize) this.closeBatch();
      from = to;
    }
  }

  result(): Tally {
    const { plan, requests } = this;
    this.total.merge(this.batch);
    return {
      seed: plan.seed,
      servers: plan.servers,
      requests,
      end: this.lastFinish,
      warmup: plan.warmup,
      counted: this.total.count,
      total: this.total.measures(this.lastArrival, this.lastFinish, this.busy, this.ready),
      batches: this.batches,
    };
  }

  private closeBatch(): void {
    this.batches.push(this.batch.measures(this.lastArrival, this.lastFinish, this.busy, this.ready));
    this.total.merge(this.batch);
    this.batch.restart(this.lastArrival, this.lastFinish, this.busy, this.ready);
  }
}

const latest = (before: number, times: Float64Array, from: number, to: number): number => {
  let last = before;
  for (let i = from; i < to; i++) {
    const time = times[i] ?? 0;
    if (time > last) last = time;
  }
  return last;
};
