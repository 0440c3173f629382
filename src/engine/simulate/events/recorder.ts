import type { Changes } from '../log.ts';

/** Writes down every state change of a run, for a full log. */
export class Recorder {
  private capacity: number;
  private rows = 0;
  private time: Float64Array;
  private inSystem: Int32Array;
  private busy: Int32Array;
  private request: Int32Array;
  private kind: Uint8Array;
  private queued: Int32Array | undefined;

  /** `expected` requests; `withQueue` where those in line are not simply the rest of those inside. */
  constructor(expected: number, withQueue: boolean) {
    this.capacity = Math.max(64, 3 * expected);
    this.time = new Float64Array(this.capacity);
    this.inSystem = new Int32Array(this.capacity);
    this.busy = new Int32Array(this.capacity);
    this.request = new Int32Array(this.capacity);
    this.kind = new Uint8Array(this.capacity);
    if (withQueue) this.queued = new Int32Array(this.capacity);
  }

  record(time: number, request: number, kind: number, inSystem: number, busy: number, queued: number): void {
    if (this.rows === this.capacity) this.resize(this.capacity * 2);
    const row = this.rows++;
    this.time[row] = time;
    this.inSystem[row] = inSystem;
    this.busy[row] = busy;
    this.request[row] = request;
    this.kind[row] = kind;
    if (this.queued) this.queued[row] = queued;
  }

  changes(): Changes {
    if (this.rows < this.capacity) this.resize(this.rows);
    const { time, inSystem, busy, request, kind, queued } = this;
    return { time, inSystem, busy, request, kind, ...(queued && { queued }) };
  }

  private resize(capacity: number): void {
    const rows = Math.min(this.rows, capacity);
    const floats = new Float64Array(capacity);
    floats.set(this.time.subarray(0, rows));
    const bytes = new Uint8Array(capacity);
    bytes.set(this.kind.subarray(0, rows));
    const integers = (old: Int32Array): Int32Array => {
      const other = new Int32Array(capacity);
      other.set(old.subarray(0, rows));
      return other;
    };
    this.time = floats;
    this.kind = bytes;
    this.inSystem = integers(this.inSystem);
    this.busy = integers(this.busy);
    this.request = integers(this.request);
    if (this.queued) this.queued = integers(this.queued);
    this.capacity = capacity;
  }
}
