/**
 * A queue of (time, payload) pairs that gives the earliest first, and of equal times the one pushed first.
 * A four-way heap in typed arrays: nothing is allocated per event, and a node's children share a cache line.
 */
export class EventHeap {
  private times: Float64Array;
  private order: Int32Array;
  private payloads: Int32Array;
  private size = 0;
  private pushed = 0;

  constructor(capacity = 64) {
    this.times = new Float64Array(capacity);
    this.order = new Int32Array(capacity);
    this.payloads = new Int32Array(capacity);
  }

  get length(): number {
    return this.size;
  }

  /** Time of the earliest pair; Infinity when empty. */
  peek(): number {
    return this.size === 0 ? Infinity : (this.times[0] ?? Infinity);
  }

  push(time: number, payload: number): void {
    if (this.size === this.times.length) this.grow();
    const { times } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      if ((times[parent] ?? 0) <= time) break; // an equal time was pushed earlier and stays above
      this.move(parent, i);
      i = parent;
    }
    this.put(i, time, this.pushed, payload);
    this.pushed = (this.pushed + 1) | 0;
  }

  /** Takes the earliest pair away and returns its payload; −1 when empty. */
  pop(): number {
    if (this.size === 0) return -1;
    const earliest = this.payloads[0] ?? -1;
    const last = --this.size;
    if (last > 0) this.sink(this.times[last] ?? 0, this.order[last] ?? 0, this.payloads[last] ?? 0);
    return earliest;
  }

  /** Puts a pair in at the root and lets it sink below every earlier one. */
  private sink(time: number, order: number, payload: number): void {
    const { times, size } = this;
    let i = 0;
    for (;;) {
      const first = (i << 2) + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let child = first;
      for (let other = first + 1; other < end; other++) if (this.precedes(other, child)) child = other;
      const childTime = times[child] ?? 0;
      if (childTime > time || (childTime === time && (((this.order[child] ?? 0) - order) | 0) > 0)) break;
      this.move(child, i);
      i = child;
    }
    this.put(i, time, order, payload);
  }

  private precedes(a: number, b: number): boolean {
    const timeA = this.times[a] ?? 0;
    const timeB = this.times[b] ?? 0;
    // the order is compared modulo 2³², so that it may wrap
    return timeA < timeB || (timeA === timeB && (((this.order[a] ?? 0) - (this.order[b] ?? 0)) | 0) < 0);
  }

  private move(from: number, to: number): void {
    this.put(to, this.times[from] ?? 0, this.order[from] ?? 0, this.payloads[from] ?? 0);
  }

  private put(i: number, time: number, order: number, payload: number): void {
    this.times[i] = time;
    this.order[i] = order;
    this.payloads[i] = payload;
  }

  private grow(): void {
    const capacity = this.times.length * 2;
    const { times, order, payloads } = this;
    this.times = new Float64Array(capacity);
    this.order = new Int32Array(capacity);
    this.payloads = new Int32Array(capacity);
    this.times.set(times);
    this.order.set(order);
    this.payloads.set(payloads);
  }
}
