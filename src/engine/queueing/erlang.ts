import { requireFraction, requireInteger, requireNonNegative } from '../numeric/require.ts';
import { solveIncreasingFrom } from '../numeric/solve.ts';
import { requireStable } from './measures.ts';

/**
 * Erlang B: the share of requests turned away by `servers` servers without a waiting room, for an offered load λ/μ.
 * B(0) = 1, B(k) = a·B(k−1)/(k + a·B(k−1)). Holds for any service law with that mean.
 *
 * @example
 * queueing.erlangB({ offeredLoad: 3, servers: 5 });
 */
export function erlangB({ offeredLoad, servers }: { offeredLoad: number; servers: number }): number {
  requireNonNegative('offeredLoad', offeredLoad);
  requireInteger('servers', servers, 0);
  let blocking = 1;
  for (let k = 1; k <= servers; k++) blocking = (offeredLoad * blocking) / (k + offeredLoad * blocking);
  return blocking;
}

/**
 * Erlang C: the probability that a request must wait in M/M/c, C = B/(1 − ρ·(1 − B)) with ρ = offeredLoad/servers < 1.
 *
 * @example
 * queueing.erlangC({ offeredLoad: 3, servers: 5 });
 */
export function erlangC({ offeredLoad, servers }: { offeredLoad: number; servers: number }): number {
  if (offeredLoad === 0) return 0;
  const utilization = requireStable(offeredLoad, 1, servers);
  const blocking = erlangB({ offeredLoad, servers });
  return blocking / (1 - utilization * (1 - blocking));
}

/**
 * The offered load at which Erlang B reaches a given blocking: how much traffic `servers` servers can take when a share
 * `blocking` may be turned away. Found by halving. Throws RangeError for blocking outside (0, 1).
 *
 * @example
 * queueing.offeredLoadFor({ blocking: 0.01, servers: 10 });
 */
export function offeredLoadFor({ blocking, servers }: { blocking: number; servers: number }): number {
  requireFraction('blocking', blocking);
  requireInteger('servers', servers, 1);
  return solveIncreasingFrom((offeredLoad) => erlangB({ offeredLoad, servers }), blocking, servers);
}
