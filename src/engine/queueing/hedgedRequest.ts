import { requireFraction, requireNonNegative } from '../numeric/require.ts';
import type { Law } from '../random/law.ts';
import { lawQuantile } from '../random/lawQuantile.ts';
import { integrate } from './integrate.ts';
import { tailQuantile } from './tailQuantile.ts';

/** When the second copy is sent: after so many seconds, or at this quantile of the response time itself. */
export type HedgeTime = { delay: number } | { hedgeAt: number };

export interface HedgedMeasures {
  /** Seconds after which the second copy goes out. */
  delay: number;
  /** Share of requests that send one. */
  extraLoad: number;
  meanSojourn: number;
  sojournQuantile: (p: number) => number;
}

/**
 * A hedged request: when no answer has come after `delay`, a second copy goes to another server and the first answer
 * wins. P(T > t) = P(S > t) before the delay, P(S > t)·P(S > t − delay) after it. Assumes that the copies are independent
 * (no common cause of slowness) and that the extra load slows nobody down: a few percent, if sent at p95 or later.
 * Throws RangeError for a law without a distribution function or with an infinite mean.
 * Source: Dean & Barroso 2013, The tail at scale.
 *
 * @example
 * const hedged = queueing.hedgedRequest({ service: random.exponential(1), hedgeAt: 0.95 });
 * hedged.extraLoad;
 * hedged.sojournQuantile(0.999); // one copy alone: ln 1000 = 6.9
 */
export function hedgedRequest(options: { service: Law } & HedgeTime): HedgedMeasures {
  const { service } = options;
  const { cdf } = service;
  if (!cdf) throw new RangeError(`the ${service.name} law has no distribution function, which hedging needs`);
  if (!Number.isFinite(service.mean)) {
    throw new RangeError(`the mean response must be finite, got ${service.mean}`);
  }
  const delay =
    'delay' in options
      ? requireNonNegative('delay', options.delay)
      : lawQuantile(service, requireFraction('hedgeAt', options.hedgeAt));
  const alone = (t: number) => 1 - cdf(t);
  const tail = (t: number) => (t < delay ? alone(t) : alone(t) * alone(t - delay));
  return {
    delay,
    extraLoad: alone(delay),
    meanSojourn: area(alone, 0, delay, service.mean) + area(tail, delay, Infinity, service.mean),
    sojournQuantile: (p) => tailQuantile(tail, p, service.mean),
  };
}

/** ∫ tail from one time to another: in stretches that double, until the rest can no longer be seen. */
const area = (tail: (t: number) => number, from: number, to: number, scale: number): number => {
  let total = 0;
  let start = from;
  for (let width = scale / 4; start < to; width *= 2) {
    const end = Math.min(to, start + width);
    const part = integrate(tail, start, end, 40);
    total += part;
    if (end === start || part <= 1e-17 * total) break;
    start = end;
  }
  return total;
};
