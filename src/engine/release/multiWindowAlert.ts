import { requireFinite, requireInteger, requirePositive } from '../numeric/require.ts';
import { allowedShare } from './objective.ts';
import { countWithin, type TrafficCounts, type TrafficEvent, trafficCounts } from './trafficCounts.ts';

export type Severity = 'page' | 'ticket';

/** Fires while the burn rate is at or above the threshold over the long and over the short window. */
export interface BurnRule {
  threshold: number;
  longSeconds: number;
  shortSeconds: number;
  severity: Severity;
}

const HOUR = 3600;

/** The workbook's rules for a 30-day objective: 14.4 over 1 h and 6 over 6 h page, 3 over 1 d and 1 over 3 d open a ticket. */
export const burnRules: readonly BurnRule[] = [
  { threshold: 14.4, longSeconds: HOUR, shortSeconds: HOUR / 12, severity: 'page' },
  { threshold: 6, longSeconds: 6 * HOUR, shortSeconds: HOUR / 2, severity: 'page' },
  { threshold: 3, longSeconds: 24 * HOUR, shortSeconds: 2 * HOUR, severity: 'ticket' },
  { threshold: 1, longSeconds: 72 * HOUR, shortSeconds: 6 * HOUR, severity: 'ticket' },
];

export interface AlertPolicy {
  objective: number;
  rules?: readonly BurnRule[];
  /** The moment of judgement in seconds; by default the last event's time. */
  at?: number;
  /** With fewer errors in the long window a rule does not fire (default 1): at low traffic one error is a high rate. */
  minimumErrors?: number;
}

export interface RuleReading extends BurnRule {
  /** NaN for a window without traffic; a NaN never fires. */
  longBurn: number;
  shortBurn: number;
  fires: boolean;
}

export interface AlertReading {
  severity: Severity | 'none';
  fires: boolean;
  rules: RuleReading[];
}

/**
 * The AND of the two windows: the long one for significance, the short one so that the alert ends with the incident.
 *
 * @example
 * release.bothWindowsBurn({ longBurn: 15, shortBurn: 3, threshold: 14.4 });
 */
export function bothWindowsBurn({
  longBurn,
  shortBurn,
  threshold,
}: {
  longBurn: number;
  shortBurn: number;
  threshold: number;
}): boolean {
  requirePositive('threshold', threshold);
  const limit = threshold * (1 - 8 * Number.EPSILON); // a rate that is the threshold but for rounding is the threshold
  return longBurn >= limit && shortBurn >= limit;
}

/**
 * Multi-window, multi-burn-rate alert: each rule compares the burn rates over its two windows (at − window, at] with its
 * threshold; the severest rule that fires decides. Windows that reach before the first event count what is there.
 * Throws RangeError for events out of order, errors above total, or an objective outside (0, 1).
 * Source: The Site Reliability Workbook, ch. 5, table 5-8.
 *
 * @example
 * const events = Array.from({ length: 120 }, (_, minute) => ({ time: minute * 60, total: 1000, errors: 20 }));
 * release.multiWindowAlert(events, { objective: 0.999 }).severity;
 */
export function multiWindowAlert(
  events: readonly TrafficEvent[],
  { objective, rules = burnRules, at = events[events.length - 1]?.time ?? 0, minimumErrors = 1 }: AlertPolicy,
): AlertReading {
  requireFinite('at', at);
  return judge(trafficCounts(events), { objective, rules, minimumErrors }, at);
}

/**
 * The alert at the time of every event: when it would have begun and ended.
 *
 * @example
 * // an hour of 2 % errors in a service that promises 99.9 %
 * const events = Array.from({ length: 240 }, (_, minute) => ({
 *   time: minute * 60,
 *   total: 1000,
 *   errors: minute >= 120 && minute < 180 ? 20 : 0,
 * }));
 * const states = release.alertTimeline(events, { objective: 0.999 });
 * states.filter(({ severity }, i) => severity !== states[i - 1]?.severity);
 */
export function alertTimeline(
  events: readonly TrafficEvent[],
  { objective, rules = burnRules, minimumErrors = 1 }: Omit<AlertPolicy, 'at'>,
): { time: number; severity: Severity | 'none' }[] {
  const counts = trafficCounts(events);
  const policy = { objective, rules, minimumErrors };
  return events.map(({ time }) => ({ time, severity: judge(counts, policy, time).severity }));
}

type Judgement = Required<Omit<AlertPolicy, 'at'>>;

const judge = (
  counts: TrafficCounts,
  { objective, rules, minimumErrors }: Judgement,
  at: number,
): AlertReading => {
  const share = allowedShare(objective);
  requireInteger('minimumErrors', minimumErrors, 0);
  const readings = rules.map((rule): RuleReading => {
    const long = countWithin(counts, at - rule.longSeconds, at);
    const short = countWithin(counts, at - rule.shortSeconds, at);
    const longBurn = long.errors / long.total / share;
    const shortBurn = short.errors / short.total / share;
    const enough = long.errors >= minimumErrors;
    const fires = enough && bothWindowsBurn({ longBurn, shortBurn, threshold: rule.threshold });
    return { ...rule, longBurn, shortBurn, fires };
  });
  const firing = readings.filter(({ fires }) => fires);
  const paging = firing.some(({ severity }) => severity === 'page');
  const severity = firing.length === 0 ? 'none' : paging ? 'page' : 'ticket';
  return { severity, fires: firing.length > 0, rules: readings };
};
