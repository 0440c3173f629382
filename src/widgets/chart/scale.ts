import { nice } from 'd3-array';

/**
 * Axes are described by plain objects and turned into scales by `<Chart>`.
 *
 *     x={linearAxis([0, 1.2])}
 *     y={logAxis([0.001, 10], { format: formatDuration })}
 *     x={categoryAxis(['FIFO', 'SJF', 'PS'])}     // values 0, 1, 2 on the axis
 */
export interface AxisSpec {
  readonly kind: 'linear' | 'log' | 'category';
  readonly domain: readonly [number, number];
  /** Text of a tick and of a reading; default: as many digits as the ticks need. */
  readonly format?: (value: number) => string;
  /** These ticks and no others. */
  readonly ticks?: readonly number[];
  readonly names?: readonly string[];
}

type Options = Pick<AxisSpec, 'format' | 'ticks'> & { readonly nice?: boolean };

/** A linear axis; with `nice` its ends move outwards to round numbers. */
export function linearAxis(domain: readonly [number, number], options: Options = {}): AxisSpec {
  const { nice, ...rest } = options;
  return { kind: 'linear', domain: nice ? niceDomain(domain) : widened(domain), ...rest };
}

/** A log axis; throws unless 0 < start < end. With `nice` its ends move outwards to powers of ten. */
export function logAxis(domain: readonly [number, number], options: Options = {}): AxisSpec {
  const { nice, ...rest } = options;
  const [start, end] = domain;
  if (!(start > 0 && end > start)) {
    throw new Error(`a log axis needs 0 < start < end, got ${start} and ${end}`);
  }
  return { kind: 'log', domain: nice ? niceDecades(start, end) : [start, end], ...rest };
}

/** Named places in a row; the values on this axis are 0, 1, 2, … in the order of the names. */
export function categoryAxis(names: readonly string[]): AxisSpec {
  return {
    kind: 'category',
    domain: [-0.5, Math.max(1, names.length) - 0.5],
    names,
    ticks: names.map((_, index) => index),
    format: (value) => names[Math.round(value)] ?? '',
  };
}

/** A value's place in px and back. Values that a log axis cannot show give NaN; marks skip them. */
export interface PlotScale {
  (value: number): number;
  readonly invert: (pixel: number) => number;
  readonly spec: AxisSpec;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/*
 * The scales are written out because they are two lines each: d3-scale also interpolates colours and dates and formats
 * numbers, and those 8 kB would be loaded with the first picture of every lesson.
 */
export function createScale(spec: AxisSpec, range: readonly [number, number]): PlotScale {
  const [from, to] = range;
  const share = spec.kind === 'log' ? logShare(spec.domain) : linearShare(spec.domain);
  const place = (value: number) => from + share.of(value) * (to - from);
  const invert = (pixel: number) => share.at((pixel - from) / (to - from));
  return Object.assign(place, { invert, spec, domain: spec.domain, range });
}

/** A value's share of the domain, 0 at its start and 1 at its end, and back. */
interface Share {
  readonly of: (value: number) => number;
  readonly at: (share: number) => number;
}

function linearShare([start, end]: readonly [number, number]): Share {
  return { of: (value) => (value - start) / (end - start), at: (share) => start + share * (end - start) };
}

function logShare([start, end]: readonly [number, number]): Share {
  const span = Math.log(end / start);
  return {
    of: (value) => (value > 0 ? Math.log(value / start) / span : Number.NaN),
    at: (share) => start * Math.exp(share * span),
  };
}

/** A domain without extent would divide by zero. */
function widened([start, end]: readonly [number, number]): readonly [number, number] {
  return start === end ? [start - 0.5, end + 0.5] : [start, end];
}

function niceDomain(domain: readonly [number, number]): readonly [number, number] {
  const [start, end] = widened(domain);
  return nice(start, end, 10);
}

function niceDecades(start: number, end: number): readonly [number, number] {
  return [10 ** Math.floor(Math.log10(start) + 1e-9), 10 ** Math.ceil(Math.log10(end) - 1e-9)];
}
