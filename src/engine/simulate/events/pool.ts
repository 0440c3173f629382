/** Where a copy of a request is. A dead one was called off while it waited and is skipped when its turn comes. */
export const State = { waiting: 1, serving: 2, dead: 3 } as const;

/** `request` of a copy without a client side (the copy is the request), and of one whose client has gone. */
export const ALONE = -1;
export const ORPHAN = -2;

/**
 * Copies of requests at the servers, in typed-array columns recycled through a free list: nothing is allocated per event,
 * and the slots in use stay in the fastest cache. Without retries and hedges there is one copy a request.
 */
export class Pool {
  /** When the request arrived, and when this copy joined its queue. */
  arrival: Float64Array;
  joined: Float64Array;
  /** Seconds of work asked for, and what is left of it. */
  work: Float64Array;
  left: Float64Array;
  /** When service began; Infinity before. */
  start: Float64Array;
  row: Int32Array;
  queue: Int32Array;
  server: Int32Array;
  /** The next copy of the same batch, or of the same request; −1 for none. */
  nextInBatch: Int32Array;
  sibling: Int32Array;
  /** Slot of the request at its client, ALONE where there are no clients, or ORPHAN. */
  request: Int32Array;
  key: Int32Array;
  priority: Uint8Array;
  state: Uint8Array;
  private free: Int32Array;
  private freeCount = 0;

  constructor(capacity = 256) {
    const floats = (): Float64Array => new Float64Array(capacity);
    const integers = (): Int32Array => new Int32Array(capacity);
    this.arrival = floats();
    this.joined = floats();
    this.work = floats();
    this.left = floats();
    this.start = floats();
    this.row = integers();
    this.queue = integers();
    this.server = integers();
    this.nextInBatch = integers();
    this.sibling = integers();
    this.request = integers();
    this.key = integers();
    this.priority = new Uint8Array(capacity);
    this.state = new Uint8Array(capacity);
    this.free = integers();
    this.offer(0, capacity);
  }

  get capacity(): number {
    return this.free.length;
  }

  allocate(): number {
    if (this.freeCount === 0) this.grow();
    return this.free[--this.freeCount] ?? 0;
  }

  release(slot: number): void {
    this.state[slot] = 0;
    this.free[this.freeCount++] = slot;
  }

  /** The lowest slot is handed out first. */
  private offer(from: number, to: number): void {
    this.request.fill(ALONE, from, to);
    for (let slot = to - 1; slot >= from; slot--) this.free[this.freeCount++] = slot;
  }

  private grow(): void {
    const before = this.capacity;
    const capacity = before * 2;
    const floats = (old: Float64Array): Float64Array => {
      const larger = new Float64Array(capacity);
      larger.set(old);
      return larger;
    };
    const integers = (old: Int32Array): Int32Array => {
      const larger = new Int32Array(capacity);
      larger.set(old);
      return larger;
    };
    const bytes = (old: Uint8Array): Uint8Array => {
      const larger = new Uint8Array(capacity);
      larger.set(old);
      return larger;
    };
    this.arrival = floats(this.arrival);
    this.joined = floats(this.joined);
    this.work = floats(this.work);
    this.left = floats(this.left);
    this.start = floats(this.start);
    this.row = integers(this.row);
    this.queue = integers(this.queue);
    this.server = integers(this.server);
    this.nextInBatch = integers(this.nextInBatch);
    this.sibling = integers(this.sibling);
    this.request = integers(this.request);
    this.key = integers(this.key);
    this.priority = bytes(this.priority);
    this.state = bytes(this.state);
    this.free = integers(this.free);
    this.offer(before, capacity);
  }
}
