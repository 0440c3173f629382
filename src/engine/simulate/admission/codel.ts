import { requireInteger, requirePositive } from '../../numeric/require.ts';
import type { Admission, Door } from './admission.ts';

export interface CodelOptions {
  /** Seconds of waiting that are acceptable as a standing queue; 0.005 by default. */
  target?: number;
  /** Seconds for which the wait must stay above the target before anything is dropped; 0.1 by default. */
  interval?: number;
}

/**
 * CoDel's control law: the drop after `count` drops comes interval/√count later, so drops grow denser until the queue yields.
 *
 * @example
 * simulate.codelNextDrop(100, 100, 2);
 */
export const codelNextDrop = (time: number, interval: number, count: number): number =>
  time + interval / Math.sqrt(count);

/**
 * When the first drops come if the wait stays above the target from time 0 on: Σᵢ interval/√i, in the unit of interval. The
 * interval before the first drop is the law's first step. Throws RangeError unless interval > 0 and drops is an integer ≥ 0.
 *
 * @example
 * simulate.codelDropTimes({ interval: 100, drops: 4 }); // ms
 */
export function codelDropTimes({ interval, drops }: { interval: number; drops: number }): Float64Array {
  requirePositive('interval', interval);
  requireInteger('drops', drops, 0);
  let time = 0;
  return Float64Array.from({ length: drops }, (_, i) => {
    time = codelNextDrop(time, interval, i + 1);
    return time;
  });
}

/**
 * Controlled delay: looks at how long each request waited when its turn comes, not at how many wait. While the wait has been
 * above the target for a whole interval it drops requests, ever more often by the control law; a burst that drains within an
 * interval loses nobody. The last one in line is always served. State and re-entry as in RFC 8289 §5, where the second drop
 * comes a full interval after the first. Throws RangeError unless target and interval are > 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(150),
 *     service: simulate.exponential(0.01),
 *     admission: simulate.codel({ target: 0.05, interval: 0.5 }),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).lossProbability.value;
 */
export function codel({ target = 0.005, interval = 0.1 }: CodelOptions = {}): Admission {
  requirePositive('target', target);
  requirePositive('interval', interval);
  return {
    name: 'codel',
    parameters: { target, interval },
    scope: 'queue',
    start: () => new Controller(target, interval),
  };
}

class Controller {
  private readonly target: number;
  private readonly interval: number;
  private aboveSince = Number.NaN;
  private dropping = false;
  private dropNext = 0;
  private count = 0;
  private lastCount = 0;

  constructor(target: number, interval: number) {
    this.target = target;
    this.interval = interval;
  }

  keep(door: Door): boolean {
    const { now } = door;
    const standing = this.isStanding(door);
    if (this.dropping) {
      if (!standing) this.dropping = false;
      else if (now >= this.dropNext) {
        this.count++;
        this.dropNext = codelNextDrop(this.dropNext, this.interval, this.count);
        return false;
      }
      return true;
    }
    if (!standing) return true;
    this.dropping = true;
    const since = this.count - this.lastCount;
    const recent = since > 1 && now - this.dropNext < 16 * this.interval;
    this.count = recent ? since : 1;
    this.dropNext = codelNextDrop(now, this.interval, this.count);
    this.lastCount = this.count;
    return false;
  }

  /** Whether the wait has been above the target for an interval. */
  private isStanding({ now, joined, waiting }: Door): boolean {
    if (now - joined < this.target || waiting === 0) {
      this.aboveSince = Number.NaN;
      return false;
    }
    if (Number.isNaN(this.aboveSince)) this.aboveSince = now;
    return now - this.aboveSince >= this.interval;
  }
}
