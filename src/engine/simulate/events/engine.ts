import type { Law } from '../../random/law.ts';
import type { Batching } from '../batching/batching.ts';
import type { Sink } from '../block.ts';
import type { Discipline } from '../discipline/discipline.ts';
import { EventHeap } from '../eventHeap.ts';
import { ChangeKind, Outcome } from '../log.ts';
import { Batches } from './batches.ts';
import type { CacheSide } from './cacheSide.ts';
import type { ClientSide } from './clientSide.ts';
import { leaveAlone } from './copies.ts';
import { noCounts } from './counts.ts';
import type { Faults } from './faults.ts';
import type { Gates } from './gates.ts';
import type { Intake } from './intake.ts';
import { KIND_BITS, KIND_MASK, Kind } from './kinds.ts';
import { Lines } from './lines.ts';
import { isOneLine, runOneLine } from './oneLine.ts';
import { ALONE, Pool, State } from './pool.ts';
import type { Recorder } from './recorder.ts';
import type { Routing } from './routing.ts';
import { Rows, writeCopy } from './rows.ts';
import type { Scaling } from './scaling.ts';
import { Servers } from './servers.ts';
import { Serving } from './serving.ts';
import { Sharing } from './sharing.ts';

/** What the servers' side of a run is made of. */
export interface EngineOptions {
  intake: Intake;
  service: Law;
  discipline: Discipline;
  batching: Batching | undefined;
  servers: number;
  /** Servers there at the start; the others are started by the autoscaler. */
  ready: number;
  queues: number;
  speeds: ArrayLike<number> | undefined;
  sink: Sink<unknown>;
  /** Whether there will be an autoscaler. */
  scaled: boolean;
  recorder: Recorder | undefined;
  /** Whether the router asks for the work in line. */
  tracksWork: boolean;
  /** Events after this are not simulated. */
  stop: number;
}

/**
 * The event-driven simulator: queues with servers, between the intake and the sink. The next arrival is kept apart from the
 * event list; every other event is one entry of it. Policies that a system does not have are null and cost a comparison.
 * Times are handed on in fields and columns: a fraction given as an argument is allocated whenever the call is not inlined.
 */
export class Engine {
  readonly heap = new EventHeap(256);
  readonly pool = new Pool();
  readonly servers: Servers;
  readonly rows: Rows;
  readonly counts = noCounts();
  /** Copies at each queue, those in service included. */
  readonly load: Int32Array;
  /** Time of the present event. */
  now = 0;
  /** Requests arrived and not left. */
  inside = 0;
  /** Copies in line, and servers at work. */
  waiting = 0;
  busy = 0;
  /** Entries of the event list that put themselves in again for ever. */
  periodic = 0;
  /** Server-seconds of work done. */
  busyTime = 0;
  routing: Routing | null = null;
  gates: Gates | null = null;
  client: ClientSide | null = null;
  cache: CacheSide | null = null;
  scaling: Scaling | null = null;
  faults: Faults | null = null;
  readonly lines: Lines;
  readonly serving: Serving;
  readonly recorder: Recorder | null;
  readonly sharing: Sharing | null;
  readonly batches: Batches | null;
  private arrived = 0;
  private attempts = 0;
  /** Whether no policy touches servers or requests on their way. */
  plain = false;
  /** Whether anybody asks since when copies have been in line. */
  private dated = false;
  private readonly intake: Intake;
  private readonly preemptive: boolean;
  private readonly stop: number;

  constructor(options: EngineOptions) {
    const { discipline, servers, queues, batching, service } = options;
    this.servers = new Servers(servers, servers / queues, options.speeds);
    this.servers.present.fill(1, 0, options.ready);
    for (let k = 0; k < servers; k++) this.servers.settle(k);
    this.load = new Int32Array(queues);
    this.lines = new Lines(this, discipline, queues, options.tracksWork);
    this.serving = new Serving(this);
    this.intake = options.intake;
    this.recorder = options.recorder ?? null;
    this.rows = new Rows(options.sink, options.scaled);
    this.preemptive = discipline.preemptive;
    this.sharing = discipline.sharing ? new Sharing(this, queues) : null;
    this.batches = batching ? new Batches(this, batching, service, queues) : null;
    this.stop = options.stop;
  }

  /** Runs until everyone has left, or to the end of time. */
  run(): void {
    this.plain = this.isPlain();
    this.dated = this.gates !== null || this.batches !== null;
    if (isOneLine(this)) {
      this.attempts = runOneLine(this, this.intake);
      this.counts.events = 2 * this.attempts; // everybody arrives and finishes
    } else this.runEvents();
    this.counts.attempts = this.attempts;
    this.writeUnfinished();
    this.rows.flush();
  }

  private runEvents(): void {
    const { heap, intake, serving } = this;
    let events = 0;
    for (;;) {
      const time = heap.peek();
      if (intake.time < time) {
        events++;
        this.now = intake.time;
        this.arrive();
        continue;
      }
      if (time > this.stop || (intake.time === Infinity && this.isOver(time))) break;
      events++;
      this.now = time;
      const payload = heap.pop();
      if ((payload & KIND_MASK) === Kind.finish) serving.finish(payload >> KIND_BITS);
      else this.handle(payload & KIND_MASK, payload >> KIND_BITS);
    }
    this.counts.events = events;
  }

  /**
   * Sends a copy, whose slot holds its arrival, row, work, key, priority and request, to the servers; false when it was
   * turned away, its slot free again. `avoid` is a queue to shun, or −1.
   */
  send(slot: number, avoid: number): boolean {
    const { pool } = this;
    const queue = this.routing === null ? 0 : this.routing.choose(pool.key[slot] ?? 0, avoid);
    this.attempts++;
    if (this.gates !== null && !this.gates.admits(queue)) return this.turnAway(slot);
    if (this.dated) pool.joined[slot] = this.now;
    pool.left[slot] = pool.work[slot] ?? 0;
    pool.queue[slot] = queue;
    pool.start[slot] = Infinity;
    this.load[queue] = (this.load[queue] ?? 0) + 1;
    this.join(slot, queue);
    return true;
  }

  private turnAway(slot: number): false {
    this.counts.rejected++;
    this.pool.release(slot);
    return false;
  }

  /** Notes that a request leaves for good. Its row is the caller's to write. */
  leave(row: number, outcome: number): void {
    this.inside--;
    if (this.recorder !== null) this.trace(row, outcome);
  }

  /** Writes a departure down. */
  trace(row: number, outcome: number): void {
    this.note(row, outcome === Outcome.completed ? ChangeKind.finish : ChangeKind.leave);
  }

  hasIdle(queue: number): boolean {
    if (this.sharing !== null) return (this.load[queue] ?? 0) < this.servers.perQueue;
    return this.servers.lowestIdle(queue) >= 0;
  }

  waitingIn(queue: number): number {
    if (this.sharing !== null) return Math.max(0, (this.load[queue] ?? 0) - this.servers.perQueue);
    return this.lines.count(queue);
  }

  note(row: number, kind: number): void {
    if (this.recorder !== null) {
      this.recorder.record(this.now, row, kind, this.inside, this.busy, this.waiting);
    }
  }

  private isPlain(): boolean {
    const { gates, client, cache, scaling, faults, sharing, batches, preemptive } = this;
    const policies = [gates, client, cache, scaling, faults, sharing, batches];
    return !preemptive && policies.every((policy) => policy === null);
  }

  /** Nobody comes any more: whether all have left, or nothing is to happen to those inside. */
  private isOver(time: number): boolean {
    return time === Infinity || this.inside === 0 || (this.periodic > 0 && this.heap.length <= this.periodic);
  }

  private arrive(): void {
    const row = this.arrived++;
    this.inside++;
    if (this.recorder !== null) this.note(row, ChangeKind.arrival);
    if (this.cache !== null || this.client !== null) this.askInFront(row);
    else this.enter(row);
  }

  /** The cache answers the request, or its client sends it; without a client it enters as it is. */
  private askInFront(row: number): void {
    const { intake, cache, client } = this;
    const i = intake.next;
    if (cache?.answers(row, intake.key[i] ?? 0, intake.priority[i] ?? 0) === true) intake.advance();
    else if (client !== null) {
      client.begin(row, intake, i);
      intake.advance();
    } else this.enter(row);
  }

  /** A request that is its only copy goes to the servers. */
  private enter(row: number): void {
    const { intake, pool } = this;
    const i = intake.next;
    const slot = pool.allocate();
    pool.arrival[slot] = this.now;
    pool.work[slot] = intake.work[i] ?? 0;
    pool.row[slot] = row;
    if (intake.labels) {
      pool.key[slot] = intake.key[i] ?? 0;
      pool.priority[slot] = intake.priority[i] ?? 0;
    }
    intake.advance();
    if (!this.send(slot, -1)) leaveAlone(this, slot, Outcome.rejected); // its columns hold until the slot is used again
  }

  private join(slot: number, queue: number): void {
    if (this.sharing !== null || this.batches !== null) {
      this.joinOthers(slot, queue);
      return;
    }
    const server = this.servers.lowestIdle(queue);
    if (server >= 0) this.serving.begin(server, slot);
    else if (!this.preemptive || !this.serving.preempt(slot, queue)) {
      this.lines.join(slot, queue);
      if (this.scaling !== null) this.scaling.joined(queue);
    }
  }

  /** Where servers are shared, or taken together with others. */
  private joinOthers(slot: number, queue: number): void {
    if (this.sharing !== null) {
      this.sharing.join(queue, slot);
      this.note(this.pool.row[slot] ?? 0, ChangeKind.start);
      return;
    }
    this.lines.join(slot, queue);
    this.serving.dispatch(queue);
    if (this.scaling !== null) this.scaling.joined(queue);
  }

  private handle(kind: number, index: number): void {
    if (kind === Kind.share) this.sharing?.finish(index);
    else if (kind === Kind.batch) this.batches?.due(index);
    else if (kind === Kind.timeout) this.client?.timeout(index);
    else if (kind === Kind.hedge) this.client?.hedgeDue(index);
    else if (kind === Kind.retry) this.client?.retryDue(index);
    else if (kind === Kind.hit) this.cache?.deliver();
    else if (kind === Kind.refresh) this.routing?.refresh();
    else if (kind === Kind.scale) this.scaling?.look(index);
    else if (kind === Kind.ready) this.scaling?.started(index);
    else this.faults?.happen(index);
  }

  /** Rows of those who are inside when the run stops. */
  private writeUnfinished(): void {
    const { pool } = this;
    for (let slot = 0; slot < pool.capacity; slot++) {
      const state = pool.state[slot];
      const inside = state === State.waiting || state === State.serving;
      if (inside && pool.request[slot] === ALONE) writeCopy(this, slot, Outcome.unfinished, Infinity);
    }
    this.client?.writeUnfinished();
    this.cache?.writeUnfinished();
  }
}
