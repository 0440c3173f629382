import { at } from '../../numeric/at.ts';
import { exp, expm1 } from '../../numeric/exp.ts';
import {
  requireFinite,
  requireNonNegative,
  requirePositive,
  requireProbability,
} from '../../numeric/require.ts';
import { cosine } from '../../numeric/sine.ts';
import type { Arrivals } from './arrivals.ts';

/** A wave around a mean rate, or the measured rates of equal slices of the period. */
export type DiurnalOptions =
  | {
      /** Mean rate, requests per second. */
      rate: number;
      /** Height of the wave as a share of the mean, 0 to 1: the peak is rate·(1 + amplitude). */
      amplitude: number;
      /** Seconds; a day by default. */
      period?: number;
      /** When the rate is highest, seconds; half of the period by default, so that a run starts at the quietest hour. */
      peakAt?: number;
    }
  | {
      /** Requests per second in each of the equal slices of a period, such as 24 hours. */
      rates: readonly number[];
      /** Seconds; a day by default. */
      period?: number;
    };

const DAY = 86_400;

/**
 * Arrivals that follow the time of day: a Poisson process whose rate goes up and down with a period,
 * λ(t) = rate·(1 + amplitude·cos(2π(t − peakAt)/period)), or steps through measured rates. Drawn by thinning: a Poisson
 * process at the highest rate, of which each arrival is kept with probability λ(t)/highest.
 * Throws RangeError for an amplitude outside [0, 1], and when no rate is above 0.
 * Source: Lewis & Shedler 1979.
 *
 * @example
 * const day = random.diurnal({ rate: 10, amplitude: 0.6 });
 * day.rate;
 * const times = new Float64Array(3);
 * day.start(random.createStreams(1).arrivals).fill(times, 3);
 * times;
 */
export function diurnal(options: DiurnalOptions): Arrivals {
  const period = requirePositive('period', options.period ?? DAY);
  const { rate, highest, rateAt, parameters } =
    'rates' in options ? steps(options, period) : wave(options, period);
  return {
    name: 'diurnal',
    parameters: { ...parameters, period },
    rate,
    scv: gapVariation(rateAt, rate, period),
    start(stream) {
      let time = 0;
      return {
        fill(times, count) {
          for (let i = 0; i < count; i++) {
            do time += stream.exponential() / highest;
            while (stream.uniform() * highest >= rateAt(time));
            times[i] = time;
          }
        },
      };
    },
  };
}

interface Profile {
  rate: number;
  highest: number;
  rateAt: (time: number) => number;
  parameters: Arrivals['parameters'];
}

const wave = (options: Extract<DiurnalOptions, { amplitude: number }>, period: number): Profile => {
  const { rate, amplitude, peakAt = period / 2 } = options;
  requirePositive('rate', rate);
  requireProbability('amplitude', amplitude);
  requireFinite('peakAt', peakAt);
  const rateAt = (time: number) => {
    const turns = (time - peakAt) / period;
    return rate * (1 + amplitude * cosine(2 * Math.PI * (turns - Math.floor(turns))));
  };
  return { rate, highest: rate * (1 + amplitude), rateAt, parameters: { rate, amplitude, peakAt } };
};

const steps = ({ rates }: Extract<DiurnalOptions, { rates: readonly number[] }>, period: number): Profile => {
  rates.forEach((rate, i) => {
    requireNonNegative(`rates[${i}]`, rate);
  });
  const highest = Math.max(0, ...rates);
  if (highest === 0) throw new RangeError('rates must hold at least one number > 0, got none');
  const rateAt = (time: number) => {
    const turns = time / period;
    return at(rates, Math.floor((turns - Math.floor(turns)) * rates.length));
  };
  const rate = rates.reduce((sum, each) => sum + each, 0) / rates.length;
  return { rate, highest, rateAt, parameters: { rates: [...rates] } };
};

/**
 * scv of the gaps: by Palm's inversion E[gap²] = 2·E[V]/rate, V the time to the next arrival from any moment, whose mean
 * obeys v(t) = ∫ e^(−Λ(t, t + u)) du; the rate is taken as constant in each of many slices of the period.
 */
const gapVariation = (rateAt: (time: number) => number, rate: number, period: number): number => {
  const slices = 4800; // a multiple of 24 and 96, so that hourly rates fall on its edges
  const width = period / slices;
  const levels = Float64Array.from({ length: slices }, (_, i) => rateAt((i + 0.5) * width));
  const last = (level: number) => (level * width < 1e-12 ? width : -expm1(-level * width) / level);
  let next = 0;
  for (let i = slices - 1; i >= 0; i--) {
    const level = at(levels, i);
    next = last(level) + exp(-level * width) * next;
  }
  next /= -expm1(-rate * period);
  let total = 0;
  for (let i = slices - 1; i >= 0; i--) {
    const level = at(levels, i);
    const here = last(level) + exp(-level * width) * next;
    // within a slice v runs from `here` to `next` along an exponential: (width − (here − next))/level is its area
    total += level * width < 1e-6 ? ((here + next) / 2) * width : (width + next - here) / level;
    next = here;
  }
  return (2 * rate * total) / period - 1;
};
