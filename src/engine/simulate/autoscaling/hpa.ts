import { requireInteger, requireNonNegative, requirePositive } from '../../numeric/require.ts';
import type { Autoscaler } from './autoscaler.ts';
import { type Delay, requireDelay } from './delay.ts';
import { Periodic } from './periodic.ts';

export interface HpaOptions {
  /**
   * 'utilization' (default): of the ready servers, averaged over the period; 'concurrency': requests at the servers for each
   * ready one, at the moment of the look.
   */
  metric?: 'utilization' | 'concurrency';
  /** What the metric should be. */
  target: number;
  minimum?: number;
  maximum: number;
  /** Seconds between two looks. */
  period?: number;
  tolerance?: number;
  /** Seconds of proposals of which the largest counts when it goes down. */
  stabilization?: number;
  /** Seconds until a new server is ready, a number or a law. */
  coldStart?: Delay;
  /** Seconds by which the metric is late. */
  metricLag?: number;
}

export interface HpaSettings {
  metric: 'utilization' | 'concurrency';
  target: number;
  minimum: number;
  maximum: number;
  period: number;
  tolerance: number;
  stabilization: number;
  coldStart: Delay;
  metricLag: number;
}

/**
 * The Kubernetes Horizontal Pod Autoscaler in a loop: every `period` seconds the rule of `desiredReplicas` on the metric as it
 * was `metricLag` ago; up at once, each new server ready after its cold start; down to the largest proposal of the
 * stabilization window, servers still starting first, busy ones after their service. With routing each server has its own
 * queue and drains it before it goes. Defaults as in Kubernetes: period 15 s, tolerance 0.1, stabilization 300 s.
 * Throws RangeError for numbers out of bounds.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: random.diurnal({ rate: 40, amplitude: 0.8, period: 3600 }),
 *     service: simulate.exponential(0.1),
 *     servers: 2,
 *     autoscaler: simulate.hpa({ target: 0.7, maximum: 20, coldStart: 30 }),
 *   },
 *   { seed: 1, horizon: 3600 },
 * );
 * Math.max(...log.replicas.ready);
 */
export function hpa(options: HpaOptions): Autoscaler {
  const { metric = 'utilization', coldStart = 0 } = options;
  if (metric !== 'utilization' && metric !== 'concurrency') {
    throw new RangeError(`unknown metric: ${String(metric)} (one of utilization, concurrency)`);
  }
  const minimum = requireInteger('minimum', options.minimum ?? 1, 1);
  const settings: HpaSettings = {
    metric,
    target: requirePositive('target', options.target),
    minimum,
    maximum: requireInteger('maximum', options.maximum, minimum),
    period: requirePositive('period', options.period ?? 15),
    tolerance: requireNonNegative('tolerance', options.tolerance ?? 0.1),
    stabilization: requireNonNegative('stabilization', options.stabilization ?? 300),
    coldStart: requireDelay('coldStart', coldStart),
    metricLag: requireNonNegative('metricLag', options.metricLag ?? 0),
  };
  return {
    name: 'hpa',
    maximum: settings.maximum,
    startsEmpty: false,
    central: true,
    start: (engine, ready, streams) => new Periodic(engine, settings, ready, streams.stream('setup')),
  };
}
