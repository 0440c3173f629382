import { requireInteger, requirePositive } from '../numeric/require.ts';
import { erlang } from '../random/laws/erlang.ts';
import { gim1 } from './gim1.ts';
import type { QueueMeasures } from './measures.ts';

/**
 * Round robin over c servers, each with its own queue: Poisson arrivals at rate λ in all, exponential service at rate μ.
 * Every server sees each c-th arrival, so its gaps are Erlang(c): E_c/M/1, exact. `meanNumber` and `meanQueue` count all
 * servers together. Throws RangeError for ρ = λ/(cμ) ≥ 1. Source: Kleinrock, Queueing Systems vol. 1, ch. 6.
 *
 * @example
 * queueing.roundRobin({ arrivalRate: 1.8, serviceRate: 1, servers: 2 }).meanSojourn;
 */
export function roundRobin(options: {
  arrivalRate: number;
  serviceRate: number;
  servers: number;
}): Required<QueueMeasures> {
  const { arrivalRate, serviceRate, servers } = options;
  requirePositive('arrivalRate', arrivalRate);
  requireInteger('servers', servers, 1);
  const one = gim1({ interarrival: erlang({ k: servers, mean: servers / arrivalRate }), serviceRate });
  return { ...one, meanNumber: servers * one.meanNumber, meanQueue: servers * one.meanQueue };
}
