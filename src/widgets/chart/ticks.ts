import { ticks as linearTicks, tickIncrement } from 'd3-array';
import { formatNumber } from './format.ts';
import type { PlotScale } from './scale.ts';
import { textWidth } from './textWidth.ts';

export interface Tick {
  readonly value: number;
  readonly at: number;
  readonly label: string;
}

export interface Ticks {
  /** Labelled. */
  readonly major: readonly Tick[];
  /** Log axes only: 2 … 9 within a decade, unlabelled. */
  readonly minor: readonly number[];
}

/** Which ticks an axis shows, so that no two labels touch. `along` says how labels extend along the axis. */
export function chooseTicks(scale: PlotScale, along: 'width' | 'height'): Ticks {
  const room = Math.abs(scale.range[1] - scale.range[0]);
  if (scale.spec.ticks) return { major: keepApart(label(scale, scale.spec.ticks), along), minor: [] };
  return scale.spec.kind === 'log'
    ? logTicks(scale, along)
    : { major: plainTicks(scale, room, along), minor: [] };
}

function plainTicks(scale: PlotScale, room: number, along: 'width' | 'height'): readonly Tick[] {
  const [start, end] = scale.domain;
  let count = Math.max(2, Math.min(10, Math.floor(room / (along === 'width' ? 64 : 40))));
  // Fewer ticks rather than every other label: a tick without its number is a riddle.
  for (; count > 1; count -= 1) {
    const ticks = label(scale, linearTicks(start, end, count));
    if (keepApart(ticks, along).length === ticks.length) return ticks;
  }
  return keepApart(label(scale, [start, end]), along);
}

function logTicks(scale: PlotScale, along: 'width' | 'height'): Ticks {
  const [start, end] = scale.domain;
  const first = Math.floor(Math.log10(start) + 1e-9);
  const last = Math.ceil(Math.log10(end) - 1e-9);
  const inside = (value: number) => value >= start * (1 - 1e-9) && value <= end * (1 + 1e-9);
  const grid = (factors: readonly number[], every = 1) => {
    const values: number[] = [];
    for (let power = first; power <= last; power += 1) {
      if (power % every !== 0) continue;
      for (const factor of factors) {
        // Built from text: 10 ** -3 * 2 would be 0.0020000000000000005.
        const value = Number(`${factor}e${power}`);
        if (inside(value)) values.push(value);
      }
    }
    return values;
  };
  const fits = (values: readonly number[]) => {
    const ticks = label(scale, values);
    return keepApart(ticks, along).length === ticks.length;
  };
  const minor = grid([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const candidates = [grid([1, 2, 5]), grid([1, 3]), grid([1]), grid([1], 2), grid([1], 3), grid([1], 4)];
  const chosen = candidates.find((values) => values.length >= 2 && fits(values));
  // Less than a decade may hold no power of ten at all: then any round numbers will do.
  const room = Math.abs(scale.range[1] - scale.range[0]);
  const major = chosen ? label(scale, chosen) : plainTicks(scale, room, along);
  return { major, minor: last - first <= 6 ? minor : grid([1]) };
}

function label(scale: PlotScale, values: readonly number[]): readonly Tick[] {
  const format = scale.spec.format ?? defaultFormat(scale, values);
  return values.map((value) => ({ value, at: scale(value), label: format(value) }));
}

/** As many decimals as the tick step has; a log axis' usual ticks are one digit and zeros. */
function defaultFormat(scale: PlotScale, values: readonly number[]): (value: number) => string {
  const oneDigit = values.every((value) => Number(value.toPrecision(1)) === value);
  if (scale.spec.kind === 'log' && oneDigit) return (value) => formatNumber(value, 2);
  const largest = Math.max(...values.map(Math.abs), Number.MIN_VALUE);
  const raw = tickIncrement(scale.domain[0], scale.domain[1], Math.max(2, values.length));
  const step = raw < 0 ? 1 / -raw : raw;
  const digits = Math.max(1, Math.ceil(Math.log10(largest / Math.max(step, largest * 1e-14)) - 1e-9) + 1);
  return (value) => formatNumber(value, digits);
}

/** Drops labels that would touch their neighbour or say the same, keeping the first. */
function keepApart(ticks: readonly Tick[], along: 'width' | 'height'): readonly Tick[] {
  const kept: Tick[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const tick of [...ticks].sort((a, b) => a.at - b.at)) {
    const half = along === 'width' ? textWidth(tick.label) / 2 + 5 : 8;
    if (tick.at - half < edge || tick.label === kept.at(-1)?.label) continue;
    kept.push(tick);
    edge = tick.at + half;
  }
  return kept;
}
