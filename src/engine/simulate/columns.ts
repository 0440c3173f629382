import type { Block, Sink } from './block.ts';
import { changesOf } from './changes.ts';
import { type Log, Outcome } from './log.ts';
import type { Plan } from './system.ts';

/** Collects the rows of a full log. */
export class Columns implements Sink<Log> {
  readonly named = true;
  private readonly plan: Plan;
  private arrival: Float64Array;
  private start: Float64Array;
  private finishTime: Float64Array;
  private server: Int32Array;
  private count = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    const capacity = Math.max(16, plan.limit === Infinity ? Math.ceil(plan.expected * 1.1) : plan.limit);
    this.arrival = new Float64Array(capacity);
    this.start = new Float64Array(capacity);
    this.finishTime = new Float64Array(capacity);
    this.server = new Int32Array(capacity);
  }

  add({ arrival, start, finish, server, count }: Block): void {
    if (this.count + count > this.arrival.length) this.grow(this.count + count);
    this.arrival.set(arrival.subarray(0, count), this.count);
    this.start.set(start.subarray(0, count), this.count);
    this.finishTime.set(finish.subarray(0, count), this.count);
    this.server.set(server.subarray(0, count), this.count);
    this.count += count;
  }

  result(): Log {
    const { plan, count } = this;
    const arrival = this.arrival.slice(0, count);
    const start = this.start.slice(0, count);
    const finish = this.finishTime.slice(0, count);
    const server = this.server.slice(0, count);
    const outcome = new Uint8Array(count);
    let end = plan.horizon === Infinity ? 0 : plan.horizon;
    for (let i = 0; i < count; i++) {
      const finished = finish[i] ?? 0;
      if (finished <= plan.horizon) {
        if (finished > end) end = finished;
        continue;
      }
      outcome[i] = Outcome.unfinished;
      finish[i] = Infinity;
      if ((start[i] ?? 0) <= plan.horizon) continue;
      start[i] = Infinity;
      server[i] = -1;
    }
    const changes = changesOf(arrival, start, finish);
    const { seed, servers } = plan;
    const warmup = Math.min(plan.warmup, Math.max(0, count - 1));
    return { seed, servers, requests: count, end, arrival, start, finish, server, outcome, changes, warmup };
  }

  private grow(needed: number): void {
    const capacity = Math.max(needed, this.arrival.length * 2);
    const enlarge = (old: Float64Array): Float64Array => {
      const larger = new Float64Array(capacity);
      larger.set(old);
      return larger;
    };
    this.arrival = enlarge(this.arrival);
    this.start = enlarge(this.start);
    this.finishTime = enlarge(this.finishTime);
    const server = new Int32Array(capacity);
    server.set(this.server);
    this.server = server;
  }
}
