/** What a server does. One that is off takes no work: it is down, starting, or not there. */
export const Status = { idle: 0, busy: 1, off: 2 } as const;

/** The servers in typed-array columns: those of queue q are q·perQueue … (q + 1)·perQueue − 1. */
export class Servers {
  readonly count: number;
  readonly perQueue: number;
  readonly status: Uint8Array;
  /** The copy in service, the first of its batch; −1 for none. */
  readonly slot: Int32Array;
  /** Work done per second; 0 for one that stands still. */
  readonly speed: Float64Array;
  readonly startedAt: Float64Array;
  /** When the present service ends; an event at another time is out of date. */
  readonly finishAt: Float64Array;
  /** Work left of a service that stands still. */
  readonly left: Float64Array;
  /** 1 for a server that is there and started. */
  readonly present: Uint8Array;
  /** One bit a server, set while it is idle. */
  private readonly idleBits: Int32Array;

  constructor(count: number, perQueue: number, speeds: ArrayLike<number> | undefined) {
    this.count = count;
    this.perQueue = perQueue;
    this.status = new Uint8Array(count).fill(Status.off);
    this.slot = new Int32Array(count).fill(-1);
    this.speed = Float64Array.from({ length: count }, (_, k) => speeds?.[k] ?? 1);
    this.startedAt = new Float64Array(count);
    this.finishAt = new Float64Array(count).fill(Infinity);
    this.left = new Float64Array(count);
    this.present = new Uint8Array(count);
    this.idleBits = new Int32Array((count >> 5) + 1);
  }

  set(server: number, status: number): void {
    this.status[server] = status;
    if (this.perQueue > 1) this.mark(server, status === Status.idle);
  }

  /** Gives an empty-handed server its status: idle where it is there and running, else off. */
  settle(server: number): void {
    const running = this.present[server] === 1 && (this.speed[server] ?? 0) > 0;
    this.set(server, running ? Status.idle : Status.off);
  }

  /** The idle server of a queue with the lowest number; −1 for none. */
  lowestIdle(queue: number): number {
    if (this.perQueue > 1) return this.firstMarked(queue);
    return this.status[queue] === Status.idle ? queue : -1;
  }

  private mark(server: number, idle: boolean): void {
    const word = server >> 5;
    const bit = 1 << (server & 31);
    const bits = this.idleBits[word] ?? 0;
    this.idleBits[word] = idle ? bits | bit : bits & ~bit;
  }

  private firstMarked(queue: number): number {
    const from = queue * this.perQueue;
    const last = from + this.perQueue - 1;
    let word = from >> 5;
    let bits = (this.idleBits[word] ?? 0) & (-1 << (from & 31));
    for (;;) {
      if (bits !== 0) {
        const server = (word << 5) + 31 - Math.clz32(bits & -bits);
        return server <= last ? server : -1;
      }
      if (++word > last >> 5) return -1;
      bits = this.idleBits[word] ?? 0;
    }
  }
}
