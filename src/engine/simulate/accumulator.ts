import { LogHistogram } from '../stats/logHistogram.ts';
import { BLOCK_SIZE, type Block } from './block.ts';
import { Outcome } from './log.ts';
import type { Measures } from './measures.ts';

/** Sums over some requests, and the window in which they came and left. */
export class Accumulator {
  /** Requests answered, and those that left without an answer. */
  count = 0;
  lost = 0;
  /** Seconds inside of those that left without an answer; they count as waiting. */
  private lostTime = 0;
  private wait = 0;
  private sojourn = 0;
  private service = 0;
  private waited = 0;
  private timely = 0;
  private fromArrival = 0;
  private fromFinish = 0;
  private fromBusy = 0;
  private fromReady = 0;
  private readonly histogram = new LogHistogram();
  private readonly sojourns = new Float64Array(BLOCK_SIZE);
  private readonly servers: number;
  private readonly deadline: number;

  constructor(servers: number, deadline: number) {
    this.servers = servers;
    this.deadline = deadline;
  }

  /** Counts the rows from … to − 1 of a block. */
  add({ arrival, work, start, finish, outcome }: Block, from: number, to: number): void {
    const { deadline, sojourns } = this;
    let { wait, sojourn, service, waited, timely } = this;
    let rows = 0;
    for (let i = from; i < to; i++) {
      if (outcome[i] !== Outcome.completed) {
        this.lostTime += (finish[i] ?? 0) - (arrival[i] ?? 0);
        continue;
      }
      const at = arrival[i] ?? 0;
      const waitTime = (start[i] ?? 0) - at;
      const sojournTime = (finish[i] ?? 0) - at;
      wait += waitTime;
      sojourn += sojournTime;
      service += work[i] ?? 0;
      waited += Number(waitTime > 0);
      timely += Number(sojournTime <= deadline);
      sojourns[rows++] = sojournTime;
    }
    this.wait = wait;
    this.sojourn = sojourn;
    this.service = service;
    this.waited = waited;
    this.timely = timely;
    this.count += rows;
    this.lost += to - from - rows;
    this.histogram.addBlock(sojourns, 0, rows);
  }

  merge(other: Accumulator): void {
    this.count += other.count;
    this.lost += other.lost;
    this.lostTime += other.lostTime;
    this.wait += other.wait;
    this.sojourn += other.sojourn;
    this.service += other.service;
    this.waited += other.waited;
    this.timely += other.timely;
    this.histogram.merge(other.histogram);
  }

  /** Forgets everything; the next window begins at the given arrival and finish. */
  restart(fromArrival: number, fromFinish: number, fromBusy: number, fromReady: number): void {
    this.count = 0;
    this.lost = 0;
    this.lostTime = 0;
    this.wait = 0;
    this.sojourn = 0;
    this.service = 0;
    this.waited = 0;
    this.timely = 0;
    this.histogram.clear();
    this.fromArrival = fromArrival;
    this.fromFinish = fromFinish;
    this.fromBusy = fromBusy;
    this.fromReady = Number.isNaN(fromReady) ? 0 : fromReady;
  }

  /**
   * The measures of the window that ends with the given arrival and finish. `busyUntil` is the servers' work up to then
   * where it was counted; without it (NaN) they are busy with whoever is neither gone nor waiting. `readyUntil` are the
   * server-seconds that were there; without them (NaN) all servers are there all the time.
   */
  measures(lastArrival: number, lastFinish: number, busyUntil: number, readyUntil: number): Measures {
    const { count, lost, histogram } = this;
    const busy = Number.isNaN(busyUntil) ? this.sojourn - this.wait : busyUntil - this.fromBusy;
    const window = lastFinish - this.fromFinish;
    const present = Number.isNaN(readyUntil) ? this.servers * window : readyUntil - this.fromReady;
    return {
      meanWait: this.wait / count,
      meanSojourn: this.sojourn / count,
      meanService: this.service / count,
      p50: histogram.quantile(0.5),
      p95: histogram.quantile(0.95),
      p99: histogram.quantile(0.99),
      waitProbability: this.waited / count,
      lossProbability: lost / (count + lost),
      arrivalRate: (count + lost) / (lastArrival - this.fromArrival),
      throughput: count / window,
      goodput: this.timely / window,
      utilization: busy / present,
      meanNumber: (this.sojourn + this.lostTime) / window,
      meanQueue: (this.wait + this.lostTime) / window,
    };
  }
}
