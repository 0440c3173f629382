import { requireInteger, requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { Pause } from './pauses.ts';
import type { Spike } from './spikes.ts';

/** Something that happens to servers from `at` for `duration` seconds. */
export interface ServerFault {
  readonly name: 'outage' | 'slowdown';
  readonly at: number;
  readonly duration: number;
  /** By which the speed is multiplied; 0 for servers that stand still. */
  readonly factor: number;
  /** Which servers; all of them where absent. */
  readonly servers?: readonly number[];
  /** Whether whoever is in service is lost; else it goes on where it stopped. */
  readonly losesWork: boolean;
}

/** More or fewer arrivals for a while. */
export interface TrafficSpike extends Spike {
  readonly name: 'spike';
}

export type ScheduledEvent = ServerFault | TrafficSpike;

interface Span {
  /** Seconds from the start of the run. */
  at: number;
  duration: number;
  servers?: readonly number[];
}

/**
 * Servers that crash and come back: nothing starts on them meanwhile, and whoever is in service is lost (its client may
 * retry), or with work 'kept' waits there until the server is back. Routers do not know of it.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(2),
 *     service: simulate.exponential(1),
 *     servers: 4,
 *     events: [simulate.outage({ at: 100, duration: 50, servers: [0, 1] })],
 *   },
 *   { seed: 1, requests: 2000 },
 * );
 * log.counts.failed;
 */
export function outage({ work = 'lost', ...span }: Span & { work?: 'lost' | 'kept' }): ServerFault {
  if (work !== 'lost' && work !== 'kept') {
    throw new RangeError(`unknown work: ${String(work)} (one of lost, kept)`);
  }
  return { name: 'outage', ...checkedSpan(span), factor: 0, losesWork: work === 'lost' };
}

/**
 * Servers that work `factor` times as slowly for a while. Several at once multiply. Throws RangeError unless factor > 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(2),
 *     service: simulate.exponential(1),
 *     servers: 4,
 *     events: [simulate.slowdown({ at: 100, duration: 100, servers: [0], factor: 10 })],
 *   },
 *   { seed: 1, requests: 2000 },
 * );
 * simulate.summarize(log).p99.value;
 */
export function slowdown({ factor, ...span }: Span & { factor: number }): ServerFault {
  requirePositive('factor', factor);
  return { name: 'slowdown', ...checkedSpan(span), factor: 1 / factor, losesWork: false };
}

/**
 * Requests that come `factor` times as fast for a while.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.5),
 *     service: simulate.exponential(1),
 *     events: [simulate.spike({ at: 100, duration: 50, factor: 4 })],
 *   },
 *   { seed: 1, requests: 1000 },
 * );
 * simulate.frameAt(log, 150).inSystem;
 */
export function spike(options: Spike): TrafficSpike {
  checkedSpan(options);
  requireNonNegative('factor', options.factor);
  return { name: 'spike', ...options };
}

/** A pause as the event engine takes it: all servers stand still, and go on afterwards. */
export const pauseFault = ({ at, duration }: Pause): ServerFault => ({
  name: 'outage',
  at,
  duration,
  factor: 0,
  losesWork: false,
});

const checkedSpan = <S extends Span>(span: S): S => {
  requireNonNegative('at', span.at);
  requirePositive('duration', span.duration);
  span.servers?.forEach((server, i) => {
    requireInteger(`servers[${i}]`, server, 0);
  });
  return span;
};
