import type { Law } from '../../random/law.ts';
import type { Stream } from '../../random/stream.ts';
import type { Streams } from '../../random/streams.ts';
import { ChangeKind, Outcome } from '../log.ts';
import type { BreakerState, CircuitBreaker } from '../retry/circuitBreaker.ts';
import type { Fork } from '../retry/forkJoin.ts';
import type { Hedge } from '../retry/hedge.ts';
import type { Retry } from '../retry/retry.ts';
import type { BudgetState } from '../retry/retryBudget.ts';
import type { Timeout } from '../retry/timeout.ts';
import { Copies, REJECTED } from './copiesOfRequest.ts';
import type { Engine } from './engine.ts';
import type { Intake } from './intake.ts';
import { KIND_BITS, Kind } from './kinds.ts';
import { ORPHAN, State } from './pool.ts';
import { writeRequest, writeUnfinishedRequests } from './requestRows.ts';
import { Requests } from './requests.ts';
import { Sampler } from './sampler.ts';
import { TimerLane } from './timerLane.ts';

export interface ClientPolicies {
  timeout?: Timeout | undefined;
  retry?: Retry | undefined;
  hedge?: Hedge | undefined;
  fork?: Fork | undefined;
  breaker?: CircuitBreaker | undefined;
}

/**
 * The clients: each request is sent in one or more attempts, an attempt in one or two copies. The first copy to be served
 * answers the request; copies that nobody waits for any more become orphans, which the servers may go on serving.
 */
export class ClientSide {
  private readonly engine: Engine;
  private readonly requests = new Requests();
  private readonly copies: Copies;
  private readonly limit: Timeout | null;
  private readonly patience: number;
  private readonly patienceLaw: Sampler | null;
  private readonly timeouts: TimerLane;
  private readonly hedging: Hedge | null;
  private readonly hedges: TimerLane;
  private readonly hedgeWork: Sampler;
  private readonly tasks: number;
  private readonly taskWork: Sampler;
  private readonly retrying: Retry | null;
  private readonly jitter: Stream;
  private readonly budget: BudgetState | null;
  private readonly breaker: BreakerState | null;

  constructor(engine: Engine, policies: ClientPolicies, service: Law, streams: Streams) {
    this.engine = engine;
    const { requests } = this;
    this.copies = new Copies(engine, requests);
    this.limit = policies.timeout ?? null;
    const after = policies.timeout?.after ?? Infinity;
    this.patience = typeof after === 'number' ? after : Infinity;
    this.patienceLaw = typeof after === 'number' ? null : new Sampler(after, streams.stream('patience'));
    this.timeouts = new TimerLane(engine.heap, Kind.timeout, () => requests.timeoutAt);
    this.hedging = policies.hedge ?? null;
    this.hedges = new TimerLane(engine.heap, Kind.hedge, () => requests.hedgeAt);
    this.hedgeWork = new Sampler(service, streams.stream('hedges'));
    this.tasks = policies.fork?.tasks ?? 1;
    this.taskWork = new Sampler(service, streams.stream('tasks'));
    this.retrying = policies.retry ?? null;
    this.jitter = streams.retries;
    this.budget = policies.retry?.budget?.start() ?? null;
    this.breaker = policies.breaker?.start() ?? null;
  }

  /** A request arrives at its client, with what is at place i of the intake. */
  begin(row: number, intake: Intake, i: number): void {
    const { requests } = this;
    const request = requests.allocate();
    requests.arrival[request] = this.engine.now;
    requests.work[request] = intake.work[i] ?? 0;
    requests.row[request] = row;
    requests.key[request] = intake.key[i] ?? 0;
    requests.priority[request] = intake.priority[i] ?? 0;
    this.budget?.deposit();
    this.attempt(request);
  }

  /** A copy begins service: a tied one calls the others off. */
  started(slot: number): void {
    const { pool } = this.engine;
    const request = pool.request[slot] ?? ORPHAN;
    if (request < 0) return;
    if (this.limit !== null && this.limit.until === 'started') this.requests.timeoutAt[request] = Infinity;
    if (this.hedging?.tied === true) this.copies.callOffWaiting(request, slot);
  }

  /** A copy was served: the request is answered, and its other copies are no longer needed; or it waits for the other tasks. */
  completed(slot: number): void {
    const { pool } = this.engine;
    const request = pool.request[slot] ?? 0;
    this.copies.unlink(request, slot);
    if (this.copies.any(request)) {
      if (this.tasks > 1) {
        this.engine.note(pool.row[slot] ?? 0, ChangeKind.release);
        return;
      }
      this.copies.abandon(request, this.hedging?.cancels ?? 'everything');
    }
    this.breaker?.succeeded();
    this.end(request, slot, Outcome.completed);
  }

  /** A copy was thrown out of the line or lost with its server. */
  lost(slot: number, outcome: number): void {
    const request = this.engine.pool.request[slot] ?? 0;
    this.copies.unlink(request, slot);
    if (this.tasks > 1) this.copies.abandon(request, 'everything');
    if (!this.copies.any(request)) this.failed(request, outcome);
  }

  /** The time that a client waits for an attempt is over. */
  timeout(request: number): void {
    const { now } = this.engine;
    const due = this.requests.timeoutAt[request] === now;
    if (this.patienceLaw === null) this.timeouts.advance();
    if (!due || this.limit === null) return;
    this.engine.counts.timedOut++;
    this.copies.abandon(request, this.limit.cancels);
    this.failed(request, Outcome.timedOut);
  }

  /** No answer yet: a second copy goes out. */
  hedgeDue(request: number): void {
    const { now } = this.engine;
    const due = this.requests.hedgeAt[request] === now;
    this.hedges.advance();
    if (!due) return;
    this.requests.hedgeAt[request] = Infinity;
    this.second(request);
  }

  retryDue(request: number): void {
    const { now } = this.engine;
    if (this.requests.retryAt[request] !== now) return;
    this.requests.retryAt[request] = Infinity;
    this.attempt(request);
  }

  /** Rows of the requests still inside when the run stops. */
  writeUnfinished(): void {
    writeUnfinishedRequests(this.engine, this.requests);
  }

  private attempt(request: number): void {
    const { now } = this.engine;
    const { requests } = this;
    if (this.breaker !== null && !this.breaker.allows(now)) {
      this.engine.counts.refused++;
      this.end(request, -1, Outcome.rejected);
      return;
    }
    requests.tries[request] = (requests.tries[request] ?? 0) + 1;
    if (this.patienceLaw !== null) {
      const end = now + this.patienceLaw.draw();
      requests.timeoutAt[request] = end;
      this.engine.heap.push(end, (request << KIND_BITS) | Kind.timeout);
    } else if (this.patience < Infinity) {
      requests.timeoutAt[request] = now + this.patience;
      this.timeouts.set(request);
    }
    const slot = this.copies.send(request, requests.work[request] ?? 0, -1);
    if (slot === REJECTED) this.failed(request, Outcome.rejected);
    if (slot < 0) return;
    if (this.tasks > 1) this.fork(request);
    if (this.hedging === null) return;
    if (this.hedging.tied) {
      if (this.engine.pool.state[slot] === State.waiting) this.second(request);
    } else {
      requests.hedgeAt[request] = now + this.hedging.after;
      this.hedges.set(request);
    }
  }

  /** Sends the other tasks. One that is turned away ends the attempt; one that is lost at once has ended it. */
  private fork(request: number): void {
    for (let task = 1; task < this.tasks; task++) {
      const slot = this.copies.send(request, this.taskWork.draw(), -1);
      if (slot === REJECTED) {
        this.copies.abandon(request, 'everything');
        this.failed(request, Outcome.rejected);
      }
      if (slot < 0) return;
    }
  }

  /** Sends a second copy to another queue; if it is turned away the first one stays. */
  private second(request: number): void {
    const { engine, requests, hedging } = this;
    const first = requests.head[request] ?? -1;
    const avoid = first < 0 ? -1 : (engine.pool.queue[first] ?? -1);
    const work = hedging?.work === 'fresh' ? this.hedgeWork.draw() : (requests.work[request] ?? 0);
    engine.counts.hedges++;
    this.copies.send(request, work, avoid);
  }

  /** The attempt is over without an answer: another one after the backoff, or the client leaves. */
  private failed(request: number, outcome: number): void {
    const { now } = this.engine;
    const { requests, retrying, engine } = this;
    this.breaker?.failed(now);
    requests.timeoutAt[request] = Infinity;
    requests.hedgeAt[request] = Infinity;
    const tries = requests.tries[request] ?? 0;
    if (retrying !== null && tries < retrying.attempts) {
      if (this.budget === null || this.budget.withdraw()) {
        const longest = retrying.backoff(tries);
        const due = now + (retrying.jitter === 'full' ? longest * this.jitter.uniform() : longest);
        requests.retryAt[request] = due;
        engine.counts.retries++;
        engine.heap.push(due, (request << KIND_BITS) | Kind.retry);
        return;
      }
      engine.counts.refused++;
    }
    this.end(request, -1, outcome);
  }

  /** The request leaves, answered by the copy in the slot, or by none (−1). */
  private end(request: number, slot: number, outcome: number): void {
    this.engine.leave(this.requests.row[request] ?? 0, outcome);
    writeRequest(this.engine, this.requests, request, slot, outcome);
    this.requests.release(request);
  }
}
