import type { Estimate } from '../interval.ts';
import { wilsonInterval } from '../proportionInterval.ts';
import type { Counts } from '../tests/proportionTest.ts';

/**
 * Newcombe's interval for pA − pB, built from the two Wilson intervals: lower = d − √((pA − lA)² + (uB − pB)²), upper
 * likewise. Holds up for small shares, where the textbook interval does not. Throws as `wilsonInterval`.
 * Source: Newcombe 1998, method 10.
 *
 * @example
 * stats.newcombeInterval({ successes: 150, trials: 10_000 }, { successes: 120, trials: 10_000 });
 */
export function newcombeInterval(a: Counts, b: Counts, confidence = 0.95): Estimate {
  const [first, second] = [shareOf(a, confidence), shareOf(b, confidence)];
  const value = first.share - second.share;
  return {
    value,
    lower: value - length(first.share - first.lower, second.upper - second.share),
    upper: value + length(first.upper - first.share, second.share - second.lower),
  };
}

const length = (x: number, y: number): number => Math.sqrt(x * x + y * y);

const shareOf = ({ successes, trials }: Counts, confidence: number) => ({
  share: successes / trials,
  ...wilsonInterval(successes, trials, confidence),
});
