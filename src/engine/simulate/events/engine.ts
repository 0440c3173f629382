import type { Law } from '../../random/law.ts';
import type { Batching } from '../batching/batching.ts';
import type { Sink } from '../block.ts';
import type { Discipline, WaitingLine } from '../discipline/discipline.ts';
import { EventHeap } from '../eventHeap.ts';
import { ChangeKind, Outcome } from '../log.ts';
import { Batches } from './batches.ts';
import type { CacheSide } from './cacheSide.ts';
import type { ClientSide } from './clientSide.ts';
import { noCounts } from './counts.ts';
import type { Faults } from './faults.ts';
import type { Gates } from './gates.ts';
import type { Intake } from './intake.ts';
import { KIND_BITS, KIND_MASK, Kind } from './kinds.ts';
import { ALONE, ORPHAN, Pool, State } from './pool.ts';
import type { Recorder } from './recorder.ts';
import type { Routing } from './routing.ts';
import { Rows } from './rows.ts';
import type { Scaling } from './scaling.ts';
import { Servers, Status } from './servers.ts';
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
  readonly sharing: Sharing | null;
  readonly batches: Batches | null;
  private arrived = 0;
  private attempts = 0;
  private plain = false;
  /** Whether anybody asks since when copies have been in line. */
  private dated = false;
  private readonly waitingAt: Int32Array;
  private readonly waitingWork: Float64Array;
  private readonly lines: WaitingLine[];
  private readonly intake: Intake;
  private readonly recorder: Recorder | null;
  private readonly rank: Discipline['rank'];
  private readonly preemptive: boolean;
  /** Whether the work in line is kept, for a router that asks for it. */
  private readonly tracksWork: boolean;
  private readonly stop: number;

  constructor(options: EngineOptions) {
    const { discipline, servers, queues, batching, service } = options;
    this.servers = new Servers(servers, servers / queues, options.speeds);
    this.servers.present.fill(1, 0, options.ready);
    for (let k = 0; k < servers; k++) this.servers.settle(k);
    this.load = new Int32Array(queues);
    this.waitingAt = new Int32Array(queues);
    this.waitingWork = new Float64Array(queues);
    this.lines = Array.from({ length: queues }, () => discipline.line());
    this.intake = options.intake;
    this.recorder = options.recorder ?? null;
    this.rows = new Rows(options.sink);
    this.rank = discipline.rank;
    this.preemptive = discipline.preemptive;
    this.tracksWork = options.tracksWork;
    this.sharing = discipline.sharing ? new Sharing(this, queues) : null;
    this.batches = batching ? new Batches(this, batching, service, queues) : null;
    this.stop = options.stop;
  }

  /** Runs until everyone has left, or to the end of time. */
  run(): void {
    const { heap, intake } = this;
    let events = 0;
    this.plain = this.isPlain();
    this.dated = this.gates !== null || this.batches !== null;
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
      if ((payload & KIND_MASK) === Kind.finish) this.finish(payload >> KIND_BITS);
      else this.handle(payload & KIND_MASK, payload >> KIND_BITS);
    }
    this.counts.events = events;
    this.counts.attempts = this.attempts;
    this.writeUnfinished();
    this.rows.flush();
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

  /** Calls a copy off, wherever it is. One in a running batch is served on, for nobody. */
  cancel(slot: number): void {
    const { pool } = this;
    const queue = pool.queue[slot] ?? 0;
    const row = pool.row[slot] ?? 0;
    pool.request[slot] = ORPHAN;
    if (pool.state[slot] === State.waiting) {
      pool.state[slot] = State.dead;
      this.unload(queue);
      this.unwait(slot, queue);
      this.counts.cancelled++;
      this.note(row, ChangeKind.release);
    } else if (pool.state[slot] === State.serving && this.batches === null) {
      this.counts.cancelled++;
      this.unload(queue);
      const server = pool.server[slot] ?? 0;
      if (this.sharing !== null) this.sharing.cancel(queue, slot);
      else {
        this.vacate(server);
        pool.release(slot);
      }
      this.note(row, ChangeKind.release);
      if ((this.waitingAt[queue] ?? 0) > 0) this.dispatch(queue);
      if (this.scaling !== null) this.scaling.settled(server);
    }
  }

  /** A server has done the work of a copy. */
  complete(slot: number): void {
    const { pool } = this;
    const queue = pool.queue[slot] ?? 0;
    this.unload(queue);
    if (this.gates !== null) this.gates.answered(queue, slot);
    if (this.cache !== null) this.cache.store(pool.key[slot] ?? 0);
    const request = pool.request[slot] ?? ALONE;
    if (request === ALONE) this.leaveAlone(slot, Outcome.completed);
    else if (request === ORPHAN || this.client === null) {
      this.counts.wasted++;
      this.note(pool.row[slot] ?? 0, ChangeKind.release);
    } else this.client.completed(slot);
    pool.release(slot);
  }

  /** A copy is thrown out of the line or lost with its server; it has left both already. */
  lose(slot: number, outcome: number): void {
    const { pool } = this;
    const queue = pool.queue[slot] ?? 0;
    this.unload(queue);
    if (outcome === Outcome.dropped) this.counts.dropped++;
    else this.counts.failed++;
    if (this.gates !== null) this.gates.lost(queue, slot);
    const request = pool.request[slot] ?? ALONE;
    if (request === ALONE) this.leaveAlone(slot, outcome);
    else {
      this.note(pool.row[slot] ?? 0, ChangeKind.release);
      if (request !== ORPHAN && this.client !== null) this.client.lost(slot, outcome);
    }
    pool.release(slot);
  }

  /** Notes that a request leaves for good. Its row is the caller's to write. */
  leave(row: number, outcome: number): void {
    this.inside--;
    if (this.recorder !== null) this.leaveTrace(row, outcome);
  }

  private leaveTrace(row: number, outcome: number): void {
    this.note(row, outcome === Outcome.completed ? ChangeKind.finish : ChangeKind.leave);
  }

  /** Gives the idle servers of a queue whatever they may take. */
  dispatch(queue: number): void {
    while ((this.waitingAt[queue] ?? 0) > 0) {
      const server = this.servers.lowestIdle(queue);
      if (server < 0) return;
      const slot = this.batches === null ? this.take(queue) : this.batches.form(queue);
      if (slot < 0) return;
      this.begin(server, slot);
    }
  }

  /** The next one in line who is still wanted; −1 when there is none. */
  take(queue: number): number {
    const { pool } = this;
    const line = this.lines[queue];
    while (line) {
      const slot = line.pop();
      if (slot < 0) break;
      if (pool.state[slot] === State.dead) {
        pool.release(slot);
        continue;
      }
      this.unwait(slot, queue);
      if (this.gates !== null && !this.gates.keeps(queue, slot)) {
        this.lose(slot, Outcome.dropped);
        continue;
      }
      pool.state[slot] = State.serving; // one of a batch may call another of it off: it is no longer in line
      return slot;
    }
    return -1;
  }

  /** Who has waited longest, those called off thrown away; −1 where the line does not know. */
  oldest(queue: number): number {
    const line = this.lines[queue];
    if (!line) return -1;
    let slot = line.first();
    while (slot >= 0 && this.pool.state[slot] === State.dead) {
      this.pool.release(line.pop());
      slot = line.first();
    }
    return slot;
  }

  hasIdle(queue: number): boolean {
    if (this.sharing !== null) return (this.load[queue] ?? 0) < this.servers.perQueue;
    return this.servers.lowestIdle(queue) >= 0;
  }

  waitingIn(queue: number): number {
    if (this.sharing !== null) return Math.max(0, (this.load[queue] ?? 0) - this.servers.perQueue);
    return this.waitingAt[queue] ?? 0;
  }

  /** Seconds of work in line at a queue, at speed 1. */
  workWaiting(queue: number): number {
    return this.waitingWork[queue] ?? 0;
  }

  note(row: number, kind: number): void {
    if (this.recorder !== null) {
      this.recorder.record(this.now, row, kind, this.inside, this.busy, this.waiting);
    }
  }

  /** Takes the server from whoever it serves and returns that slot; −1 when idle. The server is free afterwards. */
  vacate(server: number): number {
    const { servers } = this;
    const slot = servers.slot[server] ?? -1;
    if (slot < 0) return -1;
    this.busyTime += this.now - (servers.startedAt[server] ?? 0);
    this.busy--;
    servers.slot[server] = -1;
    servers.finishAt[server] = Infinity;
    if (this.scaling !== null) this.scaling.vacated(server);
    servers.settle(server);
    return slot;
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
    if (!this.send(slot, -1)) this.leaveAlone(slot, Outcome.rejected); // its columns hold until the slot is used again
  }

  private join(slot: number, queue: number): void {
    if (this.sharing !== null || this.batches !== null) {
      this.joinOthers(slot, queue);
      return;
    }
    const server = this.servers.lowestIdle(queue);
    if (server >= 0) this.begin(server, slot);
    else if (!this.preemptive || !this.preempt(slot, queue)) {
      this.wait(slot, queue);
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
    this.wait(slot, queue);
    this.dispatch(queue);
    if (this.scaling !== null) this.scaling.joined(queue);
  }

  private wait(slot: number, queue: number): void {
    this.pool.state[slot] = State.waiting;
    if (this.rank === 'none') this.lines[queue]?.push(slot, 0);
    else this.lines[queue]?.push(slot, this.rankOf(slot));
    this.waitingAt[queue] = (this.waitingAt[queue] ?? 0) + 1;
    this.waiting++;
    if (this.tracksWork) this.addWork(queue, this.pool.left[slot] ?? 0);
  }

  private addWork(queue: number, work: number): void {
    this.waitingWork[queue] = this.waitingAt[queue] === 0 ? 0 : (this.waitingWork[queue] ?? 0) + work;
  }

  /** Within a class in order of arrival, so that a preempted request comes before those that joined after it. */
  private rankOf(slot: number): number {
    if (this.rank === 'work') return this.pool.left[slot] ?? 0;
    return (this.pool.priority[slot] ?? 0) + (this.pool.row[slot] ?? 0) / 4294967296;
  }

  /** A server begins a copy, or a batch by its first copy. */
  private begin(server: number, slot: number): void {
    const { pool, servers } = this;
    if (servers.status[server] !== Status.busy) servers.set(server, Status.busy);
    const speed = servers.speed[server] ?? 1;
    const left = pool.left[slot] ?? 0;
    const end = this.now + (speed === 1 ? left : left / speed);
    servers.slot[server] = slot;
    servers.startedAt[server] = this.now;
    servers.finishAt[server] = end;
    this.busy++;
    this.heap.push(end, (server << KIND_BITS) | Kind.finish);
    if (this.batches === null) this.mark(server, slot);
    else this.markBatch(server, slot);
  }

  private mark(server: number, slot: number): void {
    const { pool } = this;
    pool.state[slot] = State.serving;
    pool.server[slot] = server;
    if (pool.start[slot] === Infinity) pool.start[slot] = this.now;
    if (this.recorder !== null) this.note(pool.row[slot] ?? 0, ChangeKind.start);
    if (this.client !== null) this.client.started(slot);
  }

  private markBatch(server: number, first: number): void {
    const { nextInBatch } = this.pool;
    for (let slot = first; slot >= 0; slot = nextInBatch[slot] ?? -1) this.mark(server, slot);
  }

  /** The end of a service, unless the server's speed or charge has changed since it was foreseen. */
  private finish(server: number): void {
    if (this.servers.finishAt[server] !== this.now) return;
    if (this.plain) this.finishPlain(server);
    else this.finishAny(server);
  }

  private finishAny(server: number): void {
    const slot = this.vacate(server);
    const queue = this.pool.queue[slot] ?? 0;
    if (this.batches === null) this.complete(slot);
    else this.completeBatch(slot);
    if ((this.waitingAt[queue] ?? 0) > 0) this.dispatch(queue);
    if (this.scaling !== null) this.scaling.settled(server);
  }

  /** Without policies that touch servers the next in line follows at once, and the server is idle only when there is none. */
  private finishPlain(server: number): void {
    const { servers, pool, now } = this;
    const slot = servers.slot[server] ?? 0;
    const queue = pool.queue[slot] ?? 0;
    this.busyTime += now - (servers.startedAt[server] ?? 0);
    this.busy--;
    this.load[queue] = (this.load[queue] ?? 0) - 1;
    this.leaveAlone(slot, Outcome.completed);
    pool.release(slot);
    const next = (this.waitingAt[queue] ?? 0) > 0 ? this.take(queue) : -1;
    if (next >= 0) {
      this.begin(server, next);
      return;
    }
    servers.slot[server] = -1;
    servers.finishAt[server] = Infinity;
    servers.set(server, Status.idle);
  }

  private completeBatch(first: number): void {
    for (let slot = first; slot >= 0; ) {
      const next = this.pool.nextInBatch[slot] ?? -1;
      this.complete(slot);
      slot = next;
    }
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

  /** Whether the server was taken from somebody who ranks after the newcomer. */
  private preempt(slot: number, queue: number): boolean {
    const { pool, servers } = this;
    let victim = -1;
    let worst = this.rankOf(slot);
    for (let k = queue * servers.perQueue; k < (queue + 1) * servers.perQueue; k++) {
      const serving = servers.slot[k] ?? -1;
      if (serving < 0 || servers.speed[k] === 0) continue;
      pool.left[serving] = ((servers.finishAt[k] ?? 0) - this.now) * (servers.speed[k] ?? 1);
      const rank = this.rankOf(serving);
      if (rank > worst) {
        worst = rank;
        victim = k;
      }
    }
    if (victim < 0) return false;
    const loser = this.vacate(victim);
    this.wait(loser, queue);
    this.note(pool.row[loser] ?? 0, ChangeKind.preempt);
    this.begin(victim, slot);
    return true;
  }

  private unload(queue: number): void {
    this.load[queue] = (this.load[queue] ?? 0) - 1;
  }

  private unwait(slot: number, queue: number): void {
    this.waitingAt[queue] = (this.waitingAt[queue] ?? 0) - 1;
    this.waiting--;
    if (this.tracksWork) this.addWork(queue, -(this.pool.left[slot] ?? 0));
  }

  /** A request that is its only copy leaves; one that was not completed leaves no trace of service. */
  private leaveAlone(slot: number, outcome: number): void {
    this.inside--;
    if (this.recorder !== null) this.leaveTrace(this.pool.row[slot] ?? 0, outcome);
    this.write(slot, outcome, this.now);
  }

  private write(slot: number, outcome: number, finish: number): void {
    const { pool, rows } = this;
    const i = rows.next();
    const { block } = rows;
    block.outcome[i] = outcome;
    block.arrival[i] = pool.arrival[slot] ?? 0;
    block.work[i] = pool.work[slot] ?? 0;
    block.start[i] = outcome <= Outcome.unfinished ? (pool.start[slot] ?? 0) : Infinity;
    block.finish[i] = finish;
    block.events.busy[i] = this.busyTime;
    if (rows.named) this.name(i, slot, outcome <= Outcome.unfinished);
  }

  private name(i: number, slot: number, answered: boolean): void {
    const { pool, rows } = this;
    const server = answered && pool.start[slot] !== Infinity ? (pool.server[slot] ?? -1) : -1;
    rows.name(i, pool.row[slot] ?? 0, server, 1, pool.priority[slot] ?? 0);
  }

  /** Rows of those who are inside when the run stops. */
  private writeUnfinished(): void {
    const { pool } = this;
    for (let slot = 0; slot < pool.capacity; slot++) {
      const state = pool.state[slot];
      const inside = state === State.waiting || state === State.serving;
      if (inside && pool.request[slot] === ALONE) this.write(slot, Outcome.unfinished, Infinity);
    }
    this.client?.writeUnfinished();
    this.cache?.writeUnfinished();
  }
}
