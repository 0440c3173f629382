import { type AxisSpec, linearAxis, logAxis } from '../chart/scale.ts';
import type { Formula, Settings } from './model.ts';
import { formatLatency } from './words.ts';

/**
 * The latency axis, in ms. It depends on the law and not on the samples or the SLO, so that it stands still while
 * samples arrive and while the SLO is dragged.
 */
export function latencyAxis(formula: Formula, settings: Settings & { readonly logAxis: boolean }): AxisSpec {
  const caught = settings.view === 'recording' ? settings.stall * 1150 : 0;
  const end = roundUp(Math.max(formula.quantile(0.9992), caught));
  return settings.logAxis
    ? logAxis([roundDown(formula.quantile(0.002)), end], { format: formatLatency })
    : linearAxis([0, end], { format: formatLatency });
}

/** Upwards to 1, 1.5, 2, 3, 5 or 7 times a power of ten. */
function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([1, 1.5, 2, 3, 5, 7].find((step) => step * unit >= value) ?? 10);
}

function roundDown(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([7, 5, 3, 2, 1.5].find((step) => step * unit <= value) ?? 1);
}
