import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { poissonProbabilities } from './poissonProbabilities.ts';
import { tailQuantile } from './tailQuantile.ts';

/** What an accepted request meets: found[n] is the probability that n are inside before it. */
interface Found {
  found: Float64Array;
  servers: number;
  serviceRate: number;
}

/**
 * The tails of M/M/c/K. Who finds n ≥ c inside waits for n − c + 1 services at the joint rate cμ, an Erlang time
 * P(wait > t) = Σ P(n found)·P(Poisson(cμt) ≤ n − c); the sojourn adds one service of its own.
 */
export function mmckQuantiles({ found, servers, serviceRate }: Found): {
  waitQuantile: (p: number) => number;
  sojournQuantile: (p: number) => number;
} {
  const waiting = found.subarray(Math.min(servers, found.length));
  const served = 1 - waiting.reduce((sum, p) => sum + p, 0);
  // P(at least m + 1 services to wait for)
  const atLeast = waiting.slice();
  for (let m = atLeast.length - 2; m >= 0; m--) atLeast[m] = at(atLeast, m) + at(atLeast, m + 1);
  const rate = servers * serviceRate;
  const scale = (waiting.length + servers) / rate;
  const waitTail = (t: number) =>
    poissonProbabilities(rate * t, waiting.length).reduce((sum, p, k) => sum + p * at(atLeast, k), 0);
  const sojournTail = (t: number) => {
    const service = served * exp(-serviceRate * t);
    if (waiting.length === 0 || t === 0) return service + waitTail(t);
    const after = serviceAfterWait(rate * t, servers, waiting.length);
    return service + waitTail(t) + waiting.reduce((sum, p, m) => sum + p * at(after, m + 1), 0);
  };
  return {
    waitQuantile: (p) => tailQuantile(waitTail, p, scale),
    sojournQuantile: (p) => tailQuantile(sojournTail, p, scale),
  };
}

/**
 * P(m services at rate cμ are over by t and the own one is not), for m = 0 … count, x = cμt: from
 * G(m − 1) = P(Poisson(x) = m − 1) + (1 − 1/c)·G(m), downwards, where every term is positive.
 */
const serviceAfterWait = (x: number, servers: number, count: number): Float64Array => {
  const top = Math.max(count, Math.ceil(x + 12 * Math.sqrt(x))) + 60;
  const passed = poissonProbabilities(x, top + 1);
  const after = new Float64Array(top + 2);
  for (let m = top + 1; m >= 1; m--) {
    after[m - 1] = at(passed, m - 1) + (1 - 1 / servers) * at(after, m);
  }
  return after;
};
