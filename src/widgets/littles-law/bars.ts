import type { Requests } from './model.ts';
import type { MeterSettings } from './reading.ts';

/**
 * What a stretch of a request's bar is. `wait` and `service` lie inside the window and before the playhead: their lengths
 * sum to the area under N(t). The others lie before the window, after it, or ahead of the playhead; `skew` is what a wrong
 * completion stamp adds to the measured bar.
 */
export type Part = 'before' | 'wait' | 'service' | 'after' | 'ahead' | 'skew';

export interface Stretch {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** One request's row in the picture. */
export interface BarView {
  readonly row: number;
  readonly stretches: readonly Stretch[];
  /** Spends some time in the window. */
  readonly counts: boolean;
  /** Is in L̄ but not in the dashboard's λ̄ and W̄. */
  readonly missed: boolean;
}

/** The bars of all shown requests when the playhead stands at `time`. */
export function barsOf(requests: Requests, settings: MeterSettings, time: number): BarView[] {
  const { from, to, cohort, clockSkew } = settings;
  const until = Math.max(from, Math.min(time, to));
  return Array.from(requests.arrival, (arrival, row) => {
    const finish = requests.finish[row] ?? arrival;
    const stay = { arrival, start: requests.start[row] ?? arrival, finish };
    const counts = arrival < until && finish > from;
    const skew = clockSkew / 1000;
    const stamped = {
      part: 'skew',
      from: Math.min(finish, finish + skew),
      to: Math.max(finish, finish + skew),
    } as const;
    return {
      row,
      stretches: [
        ...stretches(stay, from, to, time),
        ...(skew !== 0 && counts && finish <= time ? [stamped] : []),
      ],
      counts,
      missed: counts && cohort === 'finished' && finish > until,
    };
  });
}

interface Stay {
  readonly arrival: number;
  readonly start: number;
  readonly finish: number;
}

/** Cuts one request's bar at the window's start, at its service's start, and where the window or the playhead ends. */
export function stretches(
  { arrival, start, finish }: Stay,
  from: number,
  to: number,
  time: number,
): Stretch[] {
  const until = Math.max(from, Math.min(time, to));
  const cut = (part: Part, low: number, high: number): Stretch => ({
    part,
    from: Math.max(arrival, low),
    to: Math.min(finish, high),
  });
  return [
    cut('before', arrival, Math.min(from, time)),
    cut('wait', from, Math.min(start, until)),
    cut('service', Math.max(start, from), until),
    cut('after', to, time),
    cut('ahead', time, finish),
  ].filter((stretch) => stretch.to > stretch.from);
}
