import { requireFinite } from '../numeric/require.ts';

/** When each request came and left, in seconds; any order. A `Log` is one. */
export interface Stays {
  readonly arrival: ArrayLike<number>;
  readonly finish: ArrayLike<number>;
}

/** Little's law on one window of one sample path, edges counted. Times in seconds, rates per second. */
export interface LittlesLawWindow {
  /** ∫N(t)dt over the window, in request-seconds: the time that all requests spent inside it. */
  readonly area: number;
  /** Requests that arrived in [from, to), and those that left in (from, to]. */
  readonly arrivals: number;
  readonly departures: number;
  /** Requests inside when the window opens and when it closes. */
  readonly inAtStart: number;
  readonly inAtEnd: number;
  /** Σ of the whole sojourns of the window's arrivals, whenever they end, in request-seconds. */
  readonly summedSojourn: number;
  /** Σ of the whole sojourns of the window's departures, whenever they began. */
  readonly finishedSojourn: number;
  /** Time that earlier arrivals spent in the window: in the area, in nobody's sojourn. */
  readonly carriedIn: number;
  /** Time that the window's arrivals spend after it: in their sojourns, not in the area. */
  readonly carriedOut: number;
  /** L̄ = area / length. */
  readonly number: number;
  /** λ̄ = arrivals / length. */
  readonly arrivalRate: number;
  /** W̄ = summedSojourn / arrivals; NaN where nobody arrived. */
  readonly sojourn: number;
  /** ε = (carriedIn − carriedOut) / length. */
  readonly edgeTerm: number;
}

/**
 * Little's law on the window [from, to) of a sample path: L̄ = λ̄·W̄ + ε, exact up to rounding, for any arrivals, services
 * and order of service, stable or not. Without ε it holds in the limit, if λ̄ and W̄ settle: ε then shrinks as 1/length.
 * Throws RangeError unless from < to, and where a request that counts has not left (`finish` Infinity): run until empty.
 * Source: Little 1961; the counting argument is Stidham 1974.
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
 *   { seed: 1, requests: 1000 },
 * );
 * const { area, arrivals, departures, inAtStart, inAtEnd } = simulate.littlesLawWindow(log, 100, 200);
 * area;
 * [arrivals, departures, inAtStart, inAtEnd];
 */
export function littlesLawWindow({ arrival, finish }: Stays, from: number, to: number): LittlesLawWindow {
  requireFinite('from', from);
  if (!(requireFinite('to', to) > from)) throw new RangeError(`to must be > from = ${from}, got ${to}`);
  const length = to - from;
  const totals = {
    area: 0,
    arrivals: 0,
    departures: 0,
    inAtStart: 0,
    inAtEnd: 0,
    summedSojourn: 0,
    finishedSojourn: 0,
  };
  let carriedIn = 0;
  let carriedOut = 0;
  for (let i = 0; i < arrival.length; i++) {
    const came = arrival[i] ?? Number.NaN;
    const left = finish[i] ?? Number.NaN;
    if (came >= to || (came < from && left <= from)) continue;
    const within = Math.min(left, to) - Math.max(came, from);
    totals.area += within;
    if (left > to) totals.inAtEnd++;
    else {
      totals.departures++;
      totals.finishedSojourn += left - came;
    }
    if (came < from) {
      totals.inAtStart++;
      carriedIn += within;
    } else {
      if (left === Infinity) throw new RangeError(`request ${i} has not left; run until the system is empty`);
      totals.arrivals++;
      totals.summedSojourn += left - came;
      if (left > to) carriedOut += left - to;
    }
  }
  return {
    ...totals,
    carriedIn,
    carriedOut,
    number: totals.area / length,
    arrivalRate: totals.arrivals / length,
    sojourn: totals.summedSojourn / totals.arrivals,
    edgeTerm: (carriedIn - carriedOut) / length,
  };
}
