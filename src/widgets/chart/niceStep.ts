import { tickStep } from 'd3-array';
import type { Adjustable } from '../controls/adjust.ts';
import type { PlotScale } from './scale.ts';

/** How a value on an axis moves: within its domain, in round steps of about a hundredth. */
export function alongAxis(
  scale: PlotScale,
  given: {
    readonly min?: number;
    readonly max?: number;
    readonly step?: number;
    readonly stops?: ArrayLike<number>;
  } = {},
): Adjustable {
  const [start, end] = scale.domain;
  return {
    min: given.min ?? Math.min(start, end),
    max: given.max ?? Math.max(start, end),
    step: given.step ?? tickStep(Math.min(start, end), Math.max(start, end), 100),
    scale: scale.spec.kind === 'log' ? 'log' : 'linear',
    whole: scale.spec.kind === 'category',
    stops: given.stops,
  };
}
