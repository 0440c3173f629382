import { requireInteger, requireNonNegative, requirePositive } from '../numeric/require.ts';
import { joinPauses, type Pause, runningAt } from './schedule/pauses.ts';

export interface RecordingOptions {
  /** Seconds between two planned requests. */
  interval: number;
  /** Number of planned requests. */
  requests: number;
  /** Seconds that a request takes when nothing stalls: one number for all, or one for each planned request. */
  service: number | ArrayLike<number>;
  /** When the system stalls. */
  stalls?: readonly Pause[];
}

/** What a load generator writes down. */
export interface Recording {
  /** When each request was due, and when it was sent. */
  scheduled: Float64Array;
  sent: Float64Array;
  /** Latency in seconds. */
  latency: Float64Array;
}

/**
 * An open-loop generator: one request every `interval` whatever becomes of the earlier ones, each timed from the moment it
 * was due. A request whose answer falls into a stall gets it when the stall ends, and all that waited are recorded.
 * Requests do not hold each other up: what is measured is the stall, not a queue.
 *
 * @example
 * const options = { interval: 0.01, requests: 1000, service: 0.001, stalls: [{ at: 5, duration: 2 }] };
 * stats.quantile(simulate.recordOpenLoop(options).latency, 0.99);
 */
export function recordOpenLoop(options: RecordingOptions): Recording {
  const { interval, requests, service, stalls } = checked(options);
  const scheduled = Float64Array.from({ length: requests }, (_, i) => i * interval);
  const latency = scheduled.map((due, i) => answered(stalls, due, serviceOf(service, i)) - due);
  return { scheduled, sent: scheduled.slice(), latency };
}

/**
 * A closed-loop generator: it waits for each answer before it sends the next request, and times from the sending. During a
 * stall it sends nothing, so the stall leaves one slow request instead of all those that users would have sent
 * (coordinated omission). Requests whose time passed are skipped: the plan resumes at the next due moment, and the rows hold
 * only what was sent. Source: G. Tene, "How NOT to measure latency".
 *
 * @example
 * // a load generator that waits for each answer does not see what a stall costs
 * const options = { interval: 0.01, requests: 1000, service: 0.001, stalls: [{ at: 5, duration: 2 }] };
 * stats.quantile(simulate.recordClosedLoop(options).latency, 0.99);
 */
export function recordClosedLoop(options: RecordingOptions): Recording {
  const { interval, requests, service, stalls } = checked(options);
  const sent: number[] = [];
  const latency: number[] = [];
  for (let i = 0; i < requests; ) {
    const due = i * interval;
    const answer = answered(stalls, due, serviceOf(service, i));
    sent.push(due);
    latency.push(answer - due);
    i = Math.max(i + 1, Math.ceil(answer / interval - 1e-9));
  }
  const times = Float64Array.from(sent);
  return { scheduled: times.slice(), sent: times, latency: Float64Array.from(latency) };
}

/**
 * Puts back what a closed loop left out: each latency above the interval is joined by latency − interval, − 2·interval, …
 * as long as they are at least one interval (HdrHistogram's correction). An estimate, since it guesses how the system would
 * have treated requests that were never sent.
 *
 * @example
 * simulate.correctOmission([0.001, 0.035], 0.01);
 */
export function correctOmission(latency: ArrayLike<number>, interval: number): Float64Array {
  requirePositive('interval', interval);
  const corrected: number[] = [];
  for (let i = 0; i < latency.length; i++) {
    const recorded = latency[i] ?? 0;
    corrected.push(recorded);
    for (let k = 1; recorded - k * interval >= interval; k++) corrected.push(recorded - k * interval);
  }
  return Float64Array.from(corrected);
}

/** Nothing is answered during a stall; an answer that falls into one comes at its end. */
const answered = (stalls: readonly Pause[], due: number, service: number): number =>
  runningAt(stalls, due + service);

const serviceOf = (service: number | ArrayLike<number>, i: number): number =>
  typeof service === 'number' ? service : (service[i] ?? Number.NaN);

const checked = ({
  interval,
  requests,
  service,
  stalls = [],
}: RecordingOptions): Required<RecordingOptions> => {
  requirePositive('interval', interval);
  requireInteger('requests', requests, 1);
  for (let i = 0; i < (typeof service === 'number' ? 1 : requests); i++) {
    requireNonNegative('service', serviceOf(service, i));
  }
  return { interval, requests, service, stalls: joinPauses(stalls) };
};
