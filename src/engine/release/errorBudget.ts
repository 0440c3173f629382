import { requireNonNegative, requirePositive } from '../numeric/require.ts';
import { allowedShare } from './objective.ts';

export interface ErrorBudgetOptions {
  /** The share of good requests (or minutes) that was promised, such as 0.999. */
  objective: number;
  /** Requests in the period; without them the budget is given in minutes alone. */
  requests?: number;
  /** Requests that failed so far (default 0). */
  failures?: number;
  /** Length of the period (default 30 days). */
  periodDays?: number;
}

export interface ErrorBudget {
  /** Share that may fail. */
  share: number;
  /** Requests that may fail, share·requests; NaN without requests, as what follows from it. */
  allowed: number;
  spent: number;
  remaining: number;
  /** spent/allowed: above 1 the objective is missed. */
  spentShare: number;
  /** Minutes of full outage that would spend all of it. */
  minutes: number;
}

/**
 * Error budget (1 − objective)·N of a period: what may fail before the promise is broken.
 * Throws RangeError unless 0 < objective < 1 and counts are ≥ 0. Source: Site Reliability Engineering, ch. 3.
 *
 * @example
 * release.errorBudget({ objective: 0.999, requests: 1_000_000, failures: 250 });
 */
export function errorBudget({
  objective,
  requests = Number.NaN,
  failures = 0,
  periodDays = 30,
}: ErrorBudgetOptions): ErrorBudget {
  const share = allowedShare(objective);
  if (!Number.isNaN(requests)) requireNonNegative('requests', requests);
  requireNonNegative('failures', failures);
  requirePositive('periodDays', periodDays);
  if (failures > requests)
    throw new RangeError(`failures must be <= requests = ${requests}, got ${failures}`);
  const allowed = share * requests;
  return {
    share,
    allowed,
    spent: failures,
    remaining: allowed - failures,
    spentShare: allowed > 0 ? failures / allowed : Number.NaN,
    minutes: share * (periodDays * 24 * 60),
  };
}
