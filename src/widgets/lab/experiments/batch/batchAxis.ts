import type { Measurement } from '../../../../store/measurements.ts';
import { type AxisSpec, linearAxis, logAxis } from '../../../chart/index.ts';

/** An axis of batch sizes with a tick at each that was measured. */
export function batchAxis(rows: readonly Measurement[], log: boolean): AxisSpec {
  const sizes = rows.map(({ batch }) => batch);
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  if (!log) return linearAxis([0, high * 1.05]);
  return logAxis([low / 1.25, high * 1.25], { ticks: sizes, format: String });
}

/** Places along the axis, dense enough for a smooth curve. */
export function along({ kind, domain: [from, to] }: AxisSpec): readonly number[] {
  const steps = 60;
  return Array.from({ length: steps + 1 }, (_, step) =>
    kind === 'log' ? from * (to / from) ** (step / steps) : from + ((to - from) * step) / steps,
  );
}
