import type { EventHeap } from '../eventHeap.ts';
import { KIND_BITS } from './kinds.ts';

/**
 * Timers that all run equally long, and so end in the order in which they were set. Only the first is in the event list;
 * the others wait here in a ring, and those that were called off never reach the list. That keeps the list as short as it
 * is without timeouts.
 */
export class TimerLane {
  private readonly heap: EventHeap;
  private readonly kind: number;
  /** When the timer of each slot ends, kept by the owner: a timer whose time differs was called off. */
  private readonly endOf: () => Float64Array;
  private times = new Float64Array(64);
  private slots = new Int32Array(64);
  private head = 0;
  private count = 0;

  constructor(heap: EventHeap, kind: number, endOf: () => Float64Array) {
    this.heap = heap;
    this.kind = kind;
    this.endOf = endOf;
  }

  /** Sets the timer of a slot to the end that its owner wrote down; it never decreases from call to call. */
  set(slot: number): void {
    const end = this.endOf()[slot] ?? Infinity;
    if (this.count === this.times.length) this.grow();
    const place = (this.head + this.count++) & (this.times.length - 1);
    this.times[place] = end;
    this.slots[place] = slot;
    if (this.count === 1) this.heap.push(end, (slot << KIND_BITS) | this.kind);
  }

  /** The first timer ended: the next one that still runs goes into the event list. */
  advance(): void {
    const ends = this.endOf();
    const mask = this.times.length - 1;
    do {
      this.head = (this.head + 1) & mask;
      this.count--;
    } while (this.count > 0 && ends[this.slots[this.head] ?? 0] !== this.times[this.head]);
    if (this.count === 0) return;
    this.heap.push(this.times[this.head] ?? 0, ((this.slots[this.head] ?? 0) << KIND_BITS) | this.kind);
  }

  private grow(): void {
    const { times, slots, head } = this;
    this.times = new Float64Array(times.length * 2);
    this.slots = new Int32Array(times.length * 2);
    this.times.set(times.subarray(head));
    this.times.set(times.subarray(0, head), times.length - head);
    this.slots.set(slots.subarray(head));
    this.slots.set(slots.subarray(0, head), times.length - head);
    this.head = 0;
  }
}
