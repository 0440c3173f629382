import type { Discipline, WaitingLine } from './discipline.ts';

/**
 * First come, first served.
 *
 * @example
 * const system = { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) };
 * const log = simulate.simulate({ ...system, discipline: simulate.fcfs() }, { seed: 1, requests: 50_000 });
 * simulate.summarize(log).p99.value;
 */
export function fcfs(): Discipline {
  return {
    name: 'fcfs',
    parameters: {},
    rank: 'none',
    preemptive: false,
    sharing: false,
    line: () => new ArrivalLine(),
  };
}

/** A ring in a typed array that doubles when it is full. */
class ArrivalLine implements WaitingLine {
  length = 0;
  private ring = new Int32Array(16);
  private head = 0;

  push(who: number): void {
    if (this.length === this.ring.length) this.grow();
    this.ring[(this.head + this.length++) & (this.ring.length - 1)] = who;
  }

  pop(): number {
    if (this.length === 0) return -1;
    const who = this.ring[this.head] ?? -1;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.length--;
    return who;
  }

  first(): number {
    return this.length === 0 ? -1 : (this.ring[this.head] ?? -1);
  }

  private grow(): void {
    const { ring, head } = this;
    this.ring = new Int32Array(ring.length * 2);
    this.ring.set(ring.subarray(head));
    this.ring.set(ring.subarray(0, head), ring.length - head);
    this.head = 0;
  }
}
