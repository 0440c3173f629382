import { requireInteger, requireNonNegative, requirePositive } from '../../numeric/require.ts';

export interface DesiredReplicasOptions {
  current: number;
  /** The metric's average over the replicas, and what it should be … */
  metric?: number;
  target?: number;
  /** … or several metrics, of which the one that asks for most decides. */
  metrics?: readonly { metric: number; target: number }[];
  /** How far metric/target may be from 1 without any change; 0.1 by default. */
  tolerance?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * The rule of the Kubernetes Horizontal Pod Autoscaler: ceil(current·metric/target), unchanged while |metric/target − 1| is
 * within the tolerance, and kept within [minimum, maximum]. Source: kubernetes.io, "Horizontal Pod Autoscaling", Algorithm
 * details. Throws RangeError for current not an integer ≥ 0, a negative metric, a target ≤ 0, and TypeError for no metric.
 *
 * @example
 * simulate.desiredReplicas({ current: 3, metric: 200, target: 100 });
 * simulate.desiredReplicas({ current: 10, metric: 105, target: 100 }); // within the tolerance
 */
export function desiredReplicas(options: DesiredReplicasOptions): number {
  const { current, metric, target, tolerance = 0.1, minimum = 0, maximum = Infinity } = options;
  requireInteger('current', current, 0);
  requireNonNegative('tolerance', tolerance);
  const metrics =
    options.metrics ?? (metric !== undefined && target !== undefined ? [{ metric, target }] : []);
  if (metrics.length === 0)
    throw new TypeError('give metric and target, or metrics with at least one of them');
  const proposals = metrics.map((one) => {
    requireNonNegative('metric', one.metric);
    requirePositive('target', one.target);
    const close = Math.abs(one.metric / one.target - 1) <= tolerance;
    return close ? current : Math.ceil((current * one.metric) / one.target);
  });
  return Math.min(maximum, Math.max(minimum, ...proposals));
}

/**
 * KEDA's rule for a queue, ceil(queueLength/target) replicas up to `maximum`, and none at all while the queue is not longer
 * than `activation`. Source: keda.sh, "Scaling deployments". Throws RangeError for negative numbers and a target ≤ 0.
 *
 * @example
 * simulate.kedaReplicas({ queueLength: 47, target: 5, maximum: 10 });
 */
export function kedaReplicas(options: {
  queueLength: number;
  target: number;
  maximum: number;
  activation?: number;
}): number {
  const { queueLength, target, maximum, activation = 0 } = options;
  requireNonNegative('queueLength', queueLength);
  requirePositive('target', target);
  requireInteger('maximum', maximum, 1);
  requireNonNegative('activation', activation);
  return queueLength <= activation ? 0 : Math.min(maximum, Math.ceil(queueLength / target));
}
