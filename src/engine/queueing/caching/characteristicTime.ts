import { at } from '../../numeric/at.ts';
import { requireInteger } from '../../numeric/require.ts';
import { solveIncreasingFrom } from '../../numeric/solve.ts';
import { sum } from '../../numeric/sum.ts';
import { type Popularity, popularityOf } from './popularity.ts';

export interface CacheMeasures {
  /** Share of requests that find their item. */
  hitRatio: number;
  /** The same for each item. */
  hitRatios: Float64Array;
  /** T, in requests: how long an item stays when nobody asks for it (LRU) or in all (FIFO). */
  characteristicTime: number;
}

/**
 * Che's approximation for a cache of `capacity` items: each item stays for the same time T, chosen so that the expected
 * number inside is the capacity. `inside(p·T)` is the probability that an item with popularity p is there.
 */
export function cheApproximation(
  options: Popularity & { capacity: number },
  inside: (asked: number) => number,
): CacheMeasures {
  const popularity = popularityOf(options);
  const capacity = requireInteger('capacity', options.capacity, 0);
  const asked = popularity.filter((p) => p > 0).length;
  if (capacity >= asked) return measures(popularity, Infinity, () => 1);
  const held = (time: number) => sum(popularity.map((p) => inside(p * time)));
  const time = solveIncreasingFrom(held, capacity, capacity + 1);
  return measures(popularity, time, inside);
}

const measures = (
  popularity: Float64Array,
  characteristicTime: number,
  inside: (asked: number) => number,
): CacheMeasures => {
  const hitRatios = popularity.map((p) => (p > 0 ? inside(p * characteristicTime) : 0));
  return {
    hitRatio: sum(hitRatios.map((hit, i) => hit * at(popularity, i))),
    hitRatios,
    characteristicTime,
  };
};
