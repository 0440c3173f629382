import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fcfs, lifo, priority, shortestFirst } from '../../../src/engine/simulate/index.ts';

interface Waiting {
  who: number;
  rank: number;
}

/** Who of those that wait, the earliest first, is next, and who has waited longest (−1 where the line does not say). */
const lines = {
  fcfs: { line: () => fcfs().line(), next: (list: Waiting[]) => list[0], tellsFirst: true },
  lifo: { line: () => lifo().line(), next: (list: Waiting[]) => list.at(-1), tellsFirst: false },
  shortestFirst: { line: () => shortestFirst().line(), next: lowestRank, tellsFirst: false },
  priority: { line: () => priority({ shares: [0.5, 0.5] }).line(), next: lowestRank, tellsFirst: false },
};

function lowestRank(list: Waiting[]): Waiting | undefined {
  return list.reduce<Waiting | undefined>(
    (best, one) => (best === undefined || one.rank < best.rank ? one : best),
    undefined,
  );
}

describe.each(Object.entries(lines))('the line of %s', (_name, { line: start, next, tellsFirst }) => {
  it('is its plain list, however it grows, shrinks and wraps around', () => {
    // long stretches of joining and of leaving, so that lines outgrow their first room and empty again
    const stretch = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), fc.infiniteStream(fc.nat(5)), (stretches, ranks) => {
        const line = start();
        let list: Waiting[] = [];
        let who = 0;
        for (const [joins, count] of stretches) {
          for (let i = 0; i < count; i++) {
            if (joins) {
              const rank = ranks.next().value;
              line.push(++who, rank);
              list.push({ who, rank });
            } else {
              const taken = next(list);
              expect(line.pop()).toBe(taken?.who ?? -1);
              list = list.filter((one) => one !== taken);
            }
            expect(line.length).toBe(list.length);
            expect(line.first()).toBe(tellsFirst ? (list[0]?.who ?? -1) : -1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
