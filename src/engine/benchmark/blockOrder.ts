import { seededValues } from './seededValues.ts';

/**
 * The order in which `count` configurations take their blocks in a round: a seeded order, then its mirror image
 * (A B B A), again and again, so that a machine that slows down steadily treats all of them alike.
 *
 * @param round  from 0
 */
export function blockOrder(count: number, round: number, seed: number): number[] {
  const keys = seededValues(seed + Math.floor(round / 2), count);
  const order = Array.from({ length: count }, (_, index) => index);
  order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0));
  return round % 2 === 0 ? order : order.reverse();
}
