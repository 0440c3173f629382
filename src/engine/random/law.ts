import type { Stream } from './stream.ts';
import type { Transform } from './transform.ts';

/** A probability law of positive quantities: service times, gaps between arrivals, sizes. */
export interface Law {
  readonly name: string;
  /** The numbers that define it, as plain data for a record. */
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  readonly mean: number;
  /** Squared coefficient of variation, variance / mean²; Infinity where the variance is infinite. */
  readonly scv: number;
  /** F(x) = P(X ≤ x), for laws whose distribution function is at hand; `lawQuantile` inverts it. */
  readonly cdf?: (x: number) => number;
  /** E[e^(−sX)] for complex s with Re s ≥ 0, for laws that have one at hand; the M/G/1 and GI/M/1 formulas need it. */
  readonly transform?: Transform;
  /** One draw. */
  sample(stream: Stream): number;
  /** Writes `count` independent draws into `out`; the same law may prefer a quicker way than `sample` one by one. */
  fill(stream: Stream, out: Float64Array, count: number): void;
}

/** Completes a law from its one-draw rule. */
export function lawOf(definition: Omit<Law, 'fill'>): Law {
  const { sample } = definition;
  return {
    ...definition,
    fill(stream, out, count) {
      for (let i = 0; i < count; i++) out[i] = sample(stream);
    },
  };
}

/**
 * `count` independent draws from a law.
 *
 * @example
 * random.draw(random.exponential(2), random.createStreams(1).service, 3);
 */
export function draw(law: Law, stream: Stream, count: number): Float64Array {
  const values = new Float64Array(count);
  law.fill(stream, values, count);
  return values;
}
