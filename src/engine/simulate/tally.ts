import type { Seed } from '../random/seed.ts';
import { LogHistogram } from '../stats/logHistogram.ts';
import type { Measures } from './measures.ts';
import type { Sink } from './simulate.ts';
import type { Plan } from './system.ts';

/** Running statistics of a run whose requests were not kept; plain data. */
export interface Tally {
  seed: Seed;
  servers: number;
  requests: number;
  end: number;
  warmup: number;
  /** Requests after the warm-up. */
  counted: number;
  total: Measures;
  /** The same over successive equal batches of requests; a last incomplete batch is left out. */
  batches: Measures[];
}

const BATCHES = 20;

/**
 * Streams a run into statistics. Quantiles come from a log histogram (within 0.8 %). The window of a batch, from the last
 * finish before it to the last finish in it, turns sums over its requests into time averages: meanNumber is Σ sojourn over
 * that window (Little's law; the requests that reach over its two edges cancel on average).
 */
export class TallyBuilder implements Sink {
  private readonly plan: Plan;
  private readonly batchSize: number;
  private readonly sojourns = new Float64Array(1024);
  private readonly total: Accumulator;
  private batch: Accumulator;
  private readonly batches: Measures[] = [];
  private requests = 0;
  private lastArrival = 0;
  private lastFinish = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.batchSize = Math.max(10, Math.floor((plan.expected - plan.warmup) / BATCHES));
    this.total = new Accumulator(0, 0);
    this.batch = new Accumulator(0, 0);
  }

  add(
    arrival: Float64Array,
    work: Float64Array,
    start: Float64Array,
    finish: Float64Array,
    _server: Int32Array,
    count: number,
  ): void {
    for (let from = 0; from < count; ) {
      const done = this.requests - this.plan.warmup;
      const room = done < 0 ? -done : this.batchSize - this.batch.count;
      const to = Math.min(count, from + room);
      if (done >= 0)
        this.batch.add(this.plan.deadline, this.sojourns, arrival, work, start, finish, from, to);
      this.requests += to - from;
      this.lastArrival = arrival[to - 1] ?? this.lastArrival;
      for (let i = from; i < to; i++) this.lastFinish = Math.max(this.lastFinish, finish[i] ?? 0);
      if (done < 0 && this.requests === this.plan.warmup) {
        this.total.restart(this.lastArrival, this.lastFinish);
        this.batch.restart(this.lastArrival, this.lastFinish);
      } else if (this.batch.count === this.batchSize) this.closeBatch();
      from = to;
    }
  }

  finish(): Tally {
    const { plan, requests } = this;
    this.total.merge(this.batch);
    return {
      seed: plan.seed,
      servers: plan.servers,
      requests,
      end: this.lastFinish,
      warmup: plan.warmup,
      counted: this.total.count,
      total: this.total.measures(plan.servers, this.lastArrival, this.lastFinish),
      batches: this.batches,
    };
  }

  private closeBatch(): void {
    this.batches.push(this.batch.measures(this.plan.servers, this.lastArrival, this.lastFinish));
    this.total.merge(this.batch);
    this.batch.restart(this.lastArrival, this.lastFinish);
  }
}

/** Sums over some requests, and the window in which they came and left. */
class Accumulator {
  count = 0;
  private wait = 0;
  private sojourn = 0;
  private service = 0;
  private waited = 0;
  private timely = 0;
  private fromArrival: number;
  private fromFinish: number;
  private readonly histogram = new LogHistogram();

  constructor(fromArrival: number, fromFinish: number) {
    this.fromArrival = fromArrival;
    this.fromFinish = fromFinish;
  }

  add(
    deadline: number,
    sojourns: Float64Array,
    arrival: Float64Array,
    work: Float64Array,
    start: Float64Array,
    finish: Float64Array,
    from: number,
    to: number,
  ): void {
    let { wait, sojourn, service, waited, timely } = this;
    for (let i = from; i < to; i++) {
      const at = arrival[i] ?? 0;
      const waitTime = (start[i] ?? 0) - at;
      const sojournTime = (finish[i] ?? 0) - at;
      wait += waitTime;
      sojourn += sojournTime;
      service += work[i] ?? 0;
      if (waitTime > 0) waited++;
      if (sojournTime <= deadline) timely++;
      sojourns[i] = sojournTime;
    }
    this.wait = wait;
    this.sojourn = sojourn;
    this.service = service;
    this.waited = waited;
    this.timely = timely;
    this.count += to - from;
    this.histogram.addBlock(sojourns, from, to);
  }

  merge(other: Accumulator): void {
    this.count += other.count;
    this.wait += other.wait;
    this.sojourn += other.sojourn;
    this.service += other.service;
    this.waited += other.waited;
    this.timely += other.timely;
    this.histogram.merge(other.histogram);
  }

  restart(fromArrival: number, fromFinish: number): void {
    this.count = 0;
    this.wait = 0;
    this.sojourn = 0;
    this.service = 0;
    this.waited = 0;
    this.timely = 0;
    this.histogram.clear();
    this.fromArrival = fromArrival;
    this.fromFinish = fromFinish;
  }

  measures(servers: number, lastArrival: number, lastFinish: number): Measures {
    const { count, histogram } = this;
    const window = lastFinish - this.fromFinish;
    return {
      meanWait: this.wait / count,
      meanSojourn: this.sojourn / count,
      meanService: this.service / count,
      p50: histogram.quantile(0.5),
      p95: histogram.quantile(0.95),
      p99: histogram.quantile(0.99),
      waitProbability: this.waited / count,
      arrivalRate: count / (lastArrival - this.fromArrival),
      throughput: count / window,
      goodput: this.timely / window,
      utilization: (this.sojourn - this.wait) / (servers * window),
      meanNumber: this.sojourn / window,
      meanQueue: this.wait / window,
    };
  }
}
