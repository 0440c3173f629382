import type { Cancels } from '../retry/timeout.ts';
import { cancel } from './copies.ts';
import type { Engine } from './engine.ts';
import { ORPHAN, State } from './pool.ts';
import type { Requests } from './requests.ts';

/** What became of a copy that has no slot: it was turned away, or lost already and dealt with. */
export const REJECTED = -1;
export const GONE = -2;

/** The copies of each request that still count, linked by `Pool.sibling` from `Requests.head` on. */
export class Copies {
  private readonly engine: Engine;
  private readonly requests: Requests;

  constructor(engine: Engine, requests: Requests) {
    this.engine = engine;
    this.requests = requests;
  }

  /** Sends another copy of a request, to another queue than `avoid`. Gives its slot, REJECTED or GONE. */
  send(request: number, work: number, avoid: number): number {
    const { engine, requests } = this;
    requests.copies[request] = Math.min(255, (requests.copies[request] ?? 0) + 1);
    const { pool } = engine;
    const slot = pool.allocate();
    pool.arrival[slot] = requests.arrival[request] ?? 0;
    pool.work[slot] = work;
    pool.row[slot] = requests.row[request] ?? 0;
    pool.key[slot] = requests.key[request] ?? 0;
    pool.priority[slot] = requests.priority[request] ?? 0;
    pool.request[slot] = request;
    pool.sibling[slot] = requests.head[request] ?? -1;
    requests.head[request] = slot;
    if (!engine.send(slot, avoid)) {
      this.unlink(request, slot);
      return REJECTED;
    }
    return pool.state[slot] === 0 ? GONE : slot; // its turn may have come at once, and too late
  }

  /** Whether any copy of a request still counts. */
  any(request: number): boolean {
    return (this.requests.head[request] ?? -1) >= 0;
  }

  /** A copy counts no longer. */
  unlink(request: number, slot: number): void {
    const { sibling } = this.engine.pool;
    let at = this.requests.head[request] ?? -1;
    if (at === slot) {
      this.requests.head[request] = sibling[slot] ?? -1;
      return;
    }
    while (at >= 0) {
      const next = sibling[at] ?? -1;
      if (next === slot) {
        sibling[at] = sibling[slot] ?? -1;
        return;
      }
      at = next;
    }
  }

  /** Calls the others of a request that still wait off, for the one that has begun. */
  callOffWaiting(request: number, begun: number): void {
    const { pool } = this.engine;
    for (let other = this.requests.head[request] ?? -1; other >= 0; ) {
      const next = pool.sibling[other] ?? -1;
      if (other !== begun && pool.state[other] === State.waiting) {
        this.unlink(request, other);
        cancel(this.engine, other);
      }
      other = next;
    }
  }

  /**
   * Nobody waits for the copies of a request any more: all become orphans first, since calling one off may free a server
   * that then turns to another; those in line go before those in service for the same reason.
   */
  abandon(request: number, cancels: Cancels): void {
    const { pool } = this.engine;
    const head = this.requests.head[request] ?? -1;
    this.requests.head[request] = -1;
    for (let slot = head; slot >= 0; slot = pool.sibling[slot] ?? -1) pool.request[slot] = ORPHAN;
    if (cancels === 'nothing') return;
    this.callOff(head, State.waiting);
    if (cancels === 'everything') this.callOff(head, State.serving);
  }

  private callOff(head: number, state: number): void {
    const { pool } = this.engine;
    for (let slot = head; slot >= 0; ) {
      const next = pool.sibling[slot] ?? -1;
      if (pool.state[slot] === state) cancel(this.engine, slot);
      slot = next;
    }
  }
}
