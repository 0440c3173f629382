import { power } from '../numeric/exp.ts';
import { requireInteger, requireProbability } from '../numeric/require.ts';

export interface RetryMeasures {
  /** Mean attempts a request: the factor by which retries multiply the load. */
  attempts: number;
  /** Share of requests that succeed in the end. */
  successProbability: number;
  /** Attempts of one request at the bottom of all layers when everything fails, (retries + 1)^layers. */
  worstCase: number;
}

/**
 * What retries do to the load: each attempt fails independently with probability p and is repeated at most r times, so
 * a request takes (1 − p^(r+1))/(1 − p) attempts on average. When each of several layers retries on its own, the worst
 * case multiplies: (r + 1)^layers. Real failures come together, which is when the worst case happens.
 * Throws RangeError for a probability outside [0, 1]. Source: Google SRE book, ch. 22.
 *
 * @example
 * queueing.retryAmplification({ failureProbability: 0.5, retries: 3, layers: 3 });
 */
export function retryAmplification(options: {
  failureProbability: number;
  retries: number;
  /** 1 by default. */
  layers?: number;
}): RetryMeasures {
  const { failureProbability, retries, layers = 1 } = options;
  requireProbability('failureProbability', failureProbability);
  requireInteger('retries', retries, 0);
  requireInteger('layers', layers, 1);
  let attempts = 0;
  for (let k = retries; k >= 0; k--) attempts = 1 + failureProbability * attempts;
  return {
    attempts,
    successProbability: 1 - power(failureProbability, retries + 1),
    worstCase: power(retries + 1, layers),
  };
}
