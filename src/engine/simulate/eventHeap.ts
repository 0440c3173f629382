/**
 * A queue of (time, payload) pairs that gives the earliest first, and of equal times the one pushed first.
 *
 * A four-way heap in typed arrays: nothing is allocated per event, and a node's children share a cache line. A pop leaves
 * a hole at the root that the next push fills: most events schedule exactly one successor, so the pair costs one walk down
 * the heap instead of two.
 */
const FAN = 4;

export class EventHeap {
  private times: Float64Array;
  private order: Int32Array;
  private payloads: Int32Array;
  /** Nodes in use, the hole included. */
  private size = 0;
  private hole = false;
  private pushed = 0;
  /** Time of the pair that `sink` and `rise` put in: as an argument it would be allocated wherever they are not inlined. */
  private entering = Infinity;

  constructor(capacity = 64) {
    this.times = new Float64Array(capacity + FAN).fill(Infinity);
    this.order = new Int32Array(capacity);
    this.payloads = new Int32Array(capacity);
  }

  get length(): number {
    return this.hole ? this.size - 1 : this.size;
  }

  /** Time of the earliest pair; Infinity when empty. */
  peek(): number {
    if (this.hole) this.close();
    return this.times[0] ?? Infinity; // an unused node holds Infinity
  }

  /** Payload of the earliest pair, which stays; −1 when empty. */
  first(): number {
    if (this.hole) this.close();
    return this.size === 0 ? -1 : (this.payloads[0] ?? -1);
  }

  push(time: number, payload: number): void {
    const order = this.pushed;
    this.pushed = (order + 1) | 0;
    this.entering = time;
    if (this.hole) {
      this.hole = false;
      this.sink(order, payload);
    } else this.rise(order, payload);
  }

  /** Takes the earliest pair away and returns its payload; −1 when empty. */
  pop(): number {
    if (this.hole) this.close();
    if (this.size === 0) return -1;
    this.hole = true;
    return this.payloads[0] ?? -1;
  }

  /** Nothing came in since the last pop: the last pair fills the hole. */
  private close(): void {
    this.hole = false;
    const last = --this.size;
    this.entering = this.times[last] ?? 0;
    this.times[last] = Infinity;
    if (last > 0) this.sink(this.order[last] ?? 0, this.payloads[last] ?? 0);
  }

  /** Puts a pair in at the root and lets it sink below every earlier one. */
  private sink(order: number, payload: number): void {
    const { times, order: orders, payloads, size, entering: time } = this;
    let i = 0;
    for (;;) {
      const first = (i << 2) + 1;
      if (first >= size) break;
      const a = times[first] ?? 0;
      const b = times[first + 1] ?? 0;
      const c = times[first + 2] ?? 0;
      const d = times[first + 3] ?? 0;
      const left = first + Number(b < a);
      const right = first + 2 + Number(d < c);
      const l = times[left] ?? 0;
      const r = times[right] ?? 0;
      let child = left + (right - left) * Number(r < l);
      const earliest = times[child] ?? 0;
      if (l === r || (a === b && a === earliest) || (c === d && c === earliest)) {
        child = this.firstOfEqual(first, earliest);
      }
      if (earliest >= time && (earliest > time || isLater(orders[child] ?? 0, order))) break;
      times[i] = earliest;
      orders[i] = orders[child] ?? 0;
      payloads[i] = payloads[child] ?? 0;
      i = child;
    }
    times[i] = time;
    orders[i] = order;
    payloads[i] = payload;
  }

  /** Puts a pair in at the end and lets it rise above every later one. */
  private rise(order: number, payload: number): void {
    if (this.size === this.payloads.length) this.grow();
    const { times, payloads, entering: time } = this;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const above = times[parent] ?? 0;
      if (above <= time) break; // an equal time was pushed earlier and stays above
      times[i] = above;
      this.order[i] = this.order[parent] ?? 0;
      payloads[i] = payloads[parent] ?? 0;
      i = parent;
    }
    times[i] = time;
    this.order[i] = order;
    payloads[i] = payload;
  }

  /** Among the children from `first` on that have the given time, the one pushed first. */
  private firstOfEqual(first: number, time: number): number {
    const { times, order: orders } = this;
    let child = -1;
    for (let other = first; other < first + FAN && other < this.size; other++) {
      if (times[other] !== time) continue;
      if (child < 0 || isLater(orders[child] ?? 0, orders[other] ?? 0)) child = other;
    }
    return child;
  }

  private grow(): void {
    const capacity = this.payloads.length * 2;
    const { times, order, payloads } = this;
    this.times = new Float64Array(capacity + FAN).fill(Infinity);
    this.order = new Int32Array(capacity);
    this.payloads = new Int32Array(capacity);
    this.times.set(times);
    this.order.set(order);
    this.payloads.set(payloads);
  }
}

/** The order is compared modulo 2³², so that it may wrap. */
const isLater = (one: number, other: number): boolean => ((one - other) | 0) > 0;
