import type { DelayPoint } from '../../engine/queueing/index.ts';
import type { Dot, Point } from '../chart/index.ts';
import type { SimulatedPoint } from './model.ts';

/** A delay curve as a line: seconds over utilization. */
export const line = (curve: readonly DelayPoint[]): readonly Point[] =>
  curve.map(({ utilization, meanSojourn }) => [utilization, meanSojourn]);

/** Simulated means as dots with their intervals. */
export const dots = (points: readonly SimulatedPoint[]): readonly Dot[] =>
  points.map(({ utilization, meanSojourn: { value, lower, upper } }) => ({
    x: utilization,
    y: value,
    low: lower,
    high: upper,
  }));
