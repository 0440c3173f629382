import type { Point, Points } from '../chart/points.ts';
import type { Result } from './model.ts';

/** Requests of a load test as points [seconds into the test, latency in ms]. */
export interface Requests {
  /** Recorded by both generators. */
  readonly both: Points;
  /** Never sent by the generator that waits. */
  readonly missed: Points;
  /** One in so many is drawn. */
  readonly stride: number;
}

const mostDrawn = 1400;

export function requestsUntil({ latency, waiting, settings }: Result, count: number): Requests {
  const stride = Math.max(1, Math.ceil(latency.length / mostDrawn));
  const both: Point[] = [];
  const missed: Point[] = [];
  for (let slot = 0; slot < count; slot += stride) {
    const point: Point = [slot / settings.rate, latency[slot] ?? Number.NaN];
    if (Number.isNaN(waiting[slot] ?? Number.NaN)) missed.push(point);
    else both.push(point);
  }
  return { both, missed, stride };
}
