import { requirePositive } from '../../numeric/require.ts';
import type { Law } from '../../random/law.ts';

export interface TimeoutOptions {
  /** Seconds that a client waits for one attempt, one number or a law. */
  after: number | Law;
  /** 'answered' (default): until the answer is there. 'started': until service begins, as callers hang up in Erlang A. */
  until?: 'answered' | 'started';
  /**
   * What is called off at the servers when the client gives up. 'nothing' (default): a server does not learn of it and works
   * for nobody, as plain HTTP servers do. 'waiting': copies still in line. 'everything': also those in service.
   */
  cancels?: Cancels;
}

export type Cancels = 'nothing' | 'waiting' | 'everything';

export interface Timeout {
  readonly name: 'timeout';
  readonly after: number | Law;
  readonly until: 'answered' | 'started';
  readonly cancels: Cancels;
}

/**
 * How long a client waits for an attempt. With `retry` it then tries again, otherwise it leaves. Throws RangeError unless after > 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(10),
 *     service: simulate.exponential(1),
 *     servers: 10,
 *     timeout: simulate.timeout({ after: random.exponential(2), until: 'started', cancels: 'waiting' }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).lossProbability;
 * queueing.erlangA({ arrivalRate: 10, serviceRate: 1, servers: 10, patienceRate: 0.5 }).abandonProbability;
 */
export function timeout(options: TimeoutOptions): Timeout {
  const { after, until = 'answered' } = options;
  if (typeof after === 'number') requirePositive('after', after);
  else if (typeof after?.sample !== 'function')
    throw new TypeError('after must be a number of seconds or a law');
  if (until !== 'answered' && until !== 'started') {
    throw new RangeError(`unknown until: ${String(until)} (one of answered, started)`);
  }
  const cancels = options.cancels ?? (until === 'started' ? 'waiting' : 'nothing');
  return { name: 'timeout', after, until, cancels: checkedCancels(cancels) };
}

/** Throws RangeError for another word. */
export const checkedCancels = (cancels: Cancels): Cancels => {
  if (cancels === 'nothing' || cancels === 'waiting' || cancels === 'everything') return cancels;
  throw new RangeError(`unknown cancels: ${String(cancels)} (one of nothing, waiting, everything)`);
};
