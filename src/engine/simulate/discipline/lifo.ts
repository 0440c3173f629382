import type { Discipline, WaitingLine } from './discipline.ts';

/**
 * Last come, first served, without taking the server from anyone. The mean wait is that of first come, first served; its
 * variance is far larger. Under overload some are served at once and the rest never.
 *
 * @example
 * const system = { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) };
 * const log = simulate.simulate({ ...system, discipline: simulate.lifo() }, { seed: 1, requests: 50_000 });
 * simulate.summarize(log).p99.value; // the same mean as first come first served, a longer tail
 */
export function lifo(): Discipline {
  return {
    name: 'lifo',
    parameters: {},
    rank: 'none',
    preemptive: false,
    sharing: false,
    line: () => new Stack(),
  };
}

class Stack implements WaitingLine {
  length = 0;
  private entries = new Int32Array(16);

  push(who: number): void {
    if (this.length === this.entries.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries[this.length++] = who;
  }

  pop(): number {
    return this.length === 0 ? -1 : (this.entries[--this.length] ?? -1);
  }

  first(): number {
    return -1;
  }
}
