import type { Block, Sink } from '../block.ts';
import type { Log } from '../log.ts';
import type { Plan } from '../system.ts';
import type { Recorder } from './recorder.ts';

/** Puts the rows of requests, which come in order of leaving, back into order of arrival. */
export class EventLog implements Sink<Log> {
  readonly named = true;
  private readonly plan: Plan;
  private readonly recorder: Recorder;
  private arrival: Float64Array;
  private start: Float64Array;
  private finish: Float64Array;
  private server: Int32Array;
  private outcome: Uint8Array;
  private priority: Uint8Array | undefined;
  private attempts: Uint8Array | undefined;
  private requests = 0;
  private end = 0;

  constructor(plan: Plan, recorder: Recorder, keeps: { priority: boolean; attempts: boolean }) {
    this.plan = plan;
    this.recorder = recorder;
    const capacity = Math.max(16, plan.limit === Infinity ? Math.ceil(plan.expected * 1.1) : plan.limit);
    this.arrival = new Float64Array(capacity);
    this.start = new Float64Array(capacity);
    this.finish = new Float64Array(capacity);
    this.server = new Int32Array(capacity);
    this.outcome = new Uint8Array(capacity);
    if (keeps.priority) this.priority = new Uint8Array(capacity);
    if (keeps.attempts) this.attempts = new Uint8Array(capacity);
  }

  add({ count, arrival, start, finish, server, outcome, events }: Block): void {
    if (!events) return;
    for (let i = 0; i < count; i++) {
      const row = events.row[i] ?? 0;
      if (row >= this.arrival.length) this.resize(Math.max(row + 1, this.arrival.length * 2));
      if (row >= this.requests) this.requests = row + 1;
      const left = finish[i] ?? Infinity;
      if (left < Infinity && left > this.end) this.end = left;
      this.arrival[row] = arrival[i] ?? 0;
      this.start[row] = start[i] ?? 0;
      this.finish[row] = left;
      this.server[row] = server[i] ?? 0;
      this.outcome[row] = outcome[i] ?? 0;
      if (this.priority) this.priority[row] = events.priority[i] ?? 0;
      if (this.attempts) this.attempts[row] = events.attempts[i] ?? 0;
    }
  }

  result(): Log {
    const { plan, requests } = this;
    if (requests < this.arrival.length) this.resize(requests);
    const { arrival, start, finish, server, outcome, priority, attempts } = this;
    const { seed, servers, horizon } = plan;
    const end = horizon === Infinity ? this.end : horizon;
    const warmup = Math.min(plan.warmup, Math.max(0, requests - 1));
    const changes = this.recorder.changes();
    const log = { seed, servers, requests, end, arrival, start, finish, server, outcome, changes, warmup };
    return { ...log, ...(priority && { priority }), ...(attempts && { attempts }) };
  }

  private resize(capacity: number): void {
    const rows = Math.min(capacity, this.arrival.length);
    const floats = (old: Float64Array): Float64Array => {
      const other = new Float64Array(capacity);
      other.set(old.subarray(0, rows));
      return other;
    };
    const bytes = (old: Uint8Array): Uint8Array => {
      const other = new Uint8Array(capacity);
      other.set(old.subarray(0, rows));
      return other;
    };
    const server = new Int32Array(capacity);
    server.set(this.server.subarray(0, rows));
    this.arrival = floats(this.arrival);
    this.start = floats(this.start);
    this.finish = floats(this.finish);
    this.server = server;
    this.outcome = bytes(this.outcome);
    if (this.priority) this.priority = bytes(this.priority);
    if (this.attempts) this.attempts = bytes(this.attempts);
  }
}
