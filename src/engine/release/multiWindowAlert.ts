import { requireFinite, requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { allowedShare } from './objective.ts';

/** Requests and errors that were counted up to a time, in seconds, since the entry before. */
export interface TrafficEvent {
  time: number;
  total: number;
  errors: number;
}

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

/** The AND of the two windows: the long one for significance, the short one so that the alert ends with the incident. */
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
 */
export function multiWindowAlert(
  events: readonly TrafficEvent[],
  { objective, rules = burnRules, at = events[events.length - 1]?.time ?? 0, minimumErrors = 1 }: AlertPolicy,
): AlertReading {
  const share = allowedShare(objective);
  requireFinite('at', at);
  requireInteger('minimumErrors', minimumErrors, 0);
  requireOrdered(events);
  const readings = rules.map((rule): RuleReading => {
    const long = countWithin(events, at - rule.longSeconds, at);
    const short = countWithin(events, at - rule.shortSeconds, at);
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
}

/** The alert at the time of every event: when it would have begun and ended. Linear in events × rules. */
export function alertTimeline(
  events: readonly TrafficEvent[],
  { objective, rules = burnRules, minimumErrors = 1 }: Omit<AlertPolicy, 'at'>,
): { time: number; severity: Severity | 'none' }[] {
  requireOrdered(events);
  const longest = rules.reduce((most, { longSeconds }) => Math.max(most, longSeconds), 0);
  let from = 0;
  return events.map(({ time }, i) => {
    while ((events[from]?.time ?? time) <= time - longest) from++;
    const window = events.slice(from, i + 1);
    return { time, severity: multiWindowAlert(window, { objective, rules, minimumErrors }).severity };
  });
}

const countWithin = (
  events: readonly TrafficEvent[],
  after: number,
  until: number,
): { total: number; errors: number } => {
  let [total, errors] = [0, 0];
  for (const event of events) {
    if (event.time <= after || event.time > until) continue;
    total += event.total;
    errors += event.errors;
  }
  return { total, errors };
};

const requireOrdered = (events: readonly TrafficEvent[]): void => {
  events.forEach(({ time, total, errors }, i) => {
    requireFinite(`events[${i}].time`, time);
    requireNonNegative(`events[${i}].total`, total);
    requireNonNegative(`events[${i}].errors`, errors);
    if (errors > total)
      throw new RangeError(`events[${i}].errors must be <= total = ${total}, got ${errors}`);
    const before = events[i - 1]?.time ?? -Infinity;
    if (time < before) throw new RangeError(`events[${i}].time must be >= ${before}, got ${time}`);
  });
};
