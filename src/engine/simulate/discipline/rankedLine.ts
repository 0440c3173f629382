import { EventHeap } from '../eventHeap.ts';
import type { WaitingLine } from './discipline.ts';

/** The smallest rank first, and of equal ranks the one that joined first. */
export class RankedLine implements WaitingLine {
  private readonly heap = new EventHeap(16);

  get length(): number {
    return this.heap.length;
  }

  push(who: number, rank: number): void {
    this.heap.push(rank, who);
  }

  pop(): number {
    return this.heap.pop();
  }

  first(): number {
    return -1;
  }
}
