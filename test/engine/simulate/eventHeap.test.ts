import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventHeap } from '../../../src/engine/simulate/eventHeap.ts';

it('gives the earliest first and keeps the order of equal times, whatever is pushed and popped between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 400 }), (steps) => {
      const heap = new EventHeap(2);
      const list: { time: number; payload: number }[] = [];
      const take = () => {
        const first = list.reduce((best, pair) => (pair.time < best.time ? pair : best), {
          time: Infinity,
          payload: -1,
        });
        expect(heap.peek()).toBe(first.time);
        expect(heap.first()).toBe(first.payload);
        expect(heap.pop()).toBe(first.payload);
        if (list.includes(first)) list.splice(list.indexOf(first), 1);
      };
      steps.forEach((time, payload) => {
        if (time === null) take();
        else {
          heap.push(time, payload);
          list.push({ time, payload });
        }
      });
      while (list.length > 0) take();
      return heap.length === 0 && heap.peek() === Infinity;
    }),
    { numRuns: 300 },
  );
});
