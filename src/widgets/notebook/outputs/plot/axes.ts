import { extent } from 'd3-array';
import type { PlotAxis, PlotMark } from '../../../../engine/notebook/index.ts';
import { type AxisSpec, linearAxis, logAxis } from '../../../chart/index.ts';

/** How an axis without a domain of its own is laid round its values. */
interface Fit {
  /** Bars stand on 0: the axis begins there. */
  readonly zero: boolean;
  /** Dots need room at the ends; lines run up to the edge. */
  readonly pad: boolean;
  /** Ends on round numbers. */
  readonly nice: boolean;
}

const share = 0.03;

/** The axis of a plot: the domain that was given, if the scale can show it, else one round the values. */
export function axisOf(axis: PlotAxis, values: readonly number[], fit: Fit): AxisSpec {
  if (axis.domain && fits(axis)) {
    const [start, end] = axis.domain;
    if (axis.scale === 'linear') return linearAxis(axis.domain);
    return start === end ? logAxis([start / 2, end * 2]) : logAxis(start < end ? [start, end] : [end, start]);
  }
  return axis.scale === 'log' ? fitLog(values, fit) : fitLinear(values, fit);
}

/** Whether the domain that was given can be shown: a log axis has no place for 0 and below. */
export function fits({ domain, scale }: PlotAxis): boolean {
  return domain === undefined || scale === 'linear' || Math.min(...domain) > 0;
}

/** All values that a mark takes on one axis. */
export function valuesOn(mark: PlotMark, axis: 'x' | 'y'): readonly number[] {
  switch (mark.mark) {
    case 'rule':
      return mark.axis === axis ? [mark.value] : [];
    case 'bins':
      return mark.bins.flatMap(([from, to, value]) => (axis === 'x' ? [from, to] : [value]));
    case 'area':
    case 'line':
    case 'scatter':
      return mark.points.flatMap(([x, ...ys]) => (axis === 'x' ? [x] : ys));
  }
}

function fitLinear(values: readonly number[], { zero, pad, nice }: Fit): AxisSpec {
  const [low, high] = extent(values);
  if (low === undefined || high === undefined) return linearAxis([0, 1]);
  // A reading is easier from 0 where that costs little of the height.
  const fromZero = zero || (nice && low > 0 && low < high * 0.4);
  const start = fromZero ? Math.min(0, low) : low;
  const end = zero ? Math.max(0, high) : high;
  const room = pad ? (end - start) * share : 0;
  return linearAxis([start === 0 ? 0 : start - room, end + room], { nice });
}

function fitLog(values: readonly number[], { zero, pad }: Fit): AxisSpec {
  const [low, high] = extent(values.filter((value) => value > 0));
  if (low === undefined || high === undefined) return logAxis([1, 10]);
  // The shortest bar must still be seen: the axis begins a power of ten below it.
  if (zero) return logAxis([10 ** (Math.ceil(Math.log10(low) - 1e-9) - 1), high * 1.1]);
  if (low === high) return logAxis([low / 2, high * 2]);
  const room = pad ? (high / low) ** share : 1;
  return logAxis([low / room, high * room]);
}
