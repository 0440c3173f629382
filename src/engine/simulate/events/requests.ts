/** Requests at their clients, in typed-array columns recycled through a free list. */
export class Requests {
  arrival: Float64Array;
  work: Float64Array;
  /** When the attempt times out, a second copy is due, and the next attempt is due; Infinity for never. */
  timeoutAt: Float64Array;
  hedgeAt: Float64Array;
  retryAt: Float64Array;
  row: Int32Array;
  key: Int32Array;
  /** The latest of its copies that count, linked by `Pool.sibling`; −1 for none. */
  head: Int32Array;
  /** Attempts made, and copies sent: an attempt with a hedge is two copies. */
  tries: Uint8Array;
  copies: Uint8Array;
  priority: Uint8Array;
  live: Uint8Array;
  private free: Int32Array;
  private freeCount = 0;

  constructor(capacity = 256) {
    const floats = (): Float64Array => new Float64Array(capacity);
    const integers = (): Int32Array => new Int32Array(capacity);
    const bytes = (): Uint8Array => new Uint8Array(capacity);
    this.arrival = floats();
    this.work = floats();
    this.timeoutAt = floats();
    this.hedgeAt = floats();
    this.retryAt = floats();
    this.row = integers();
    this.key = integers();
    this.head = integers();
    this.tries = bytes();
    this.copies = bytes();
    this.priority = bytes();
    this.live = bytes();
    this.free = integers();
    this.offer(0, capacity);
  }

  get capacity(): number {
    return this.free.length;
  }

  allocate(): number {
    if (this.freeCount === 0) this.grow();
    const request = this.free[--this.freeCount] ?? 0;
    this.live[request] = 1;
    this.head[request] = -1;
    this.tries[request] = 0;
    this.copies[request] = 0;
    return request;
  }

  release(request: number): void {
    this.live[request] = 0;
    this.timeoutAt[request] = Infinity;
    this.hedgeAt[request] = Infinity;
    this.retryAt[request] = Infinity;
    this.free[this.freeCount++] = request;
  }

  private offer(from: number, to: number): void {
    for (const timer of [this.timeoutAt, this.hedgeAt, this.retryAt]) timer.fill(Infinity, from, to);
    for (let request = to - 1; request >= from; request--) this.free[this.freeCount++] = request;
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
    this.work = floats(this.work);
    this.timeoutAt = floats(this.timeoutAt);
    this.hedgeAt = floats(this.hedgeAt);
    this.retryAt = floats(this.retryAt);
    this.row = integers(this.row);
    this.key = integers(this.key);
    this.head = integers(this.head);
    this.tries = bytes(this.tries);
    this.copies = bytes(this.copies);
    this.priority = bytes(this.priority);
    this.live = bytes(this.live);
    this.free = integers(this.free);
    this.offer(before, capacity);
  }
}
