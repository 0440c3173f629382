import { timerStep } from '../../../engine/benchmark/index.ts';

/** Smallest step of this worker's clock, in milliseconds, from at least 20 ms of readings. */
export function measureTimerStep(): number {
  const stamps: number[] = [];
  const start = performance.now();
  do stamps.push(performance.now());
  while ((stamps.at(-1) ?? start) - start < 20);
  return timerStep(stamps);
}
