import { requireNonNegative } from '../../numeric/require.ts';
import { type Cancels, checkedCancels } from './timeout.ts';

export interface HedgeOptions {
  /** Seconds without an answer after which a second copy is sent; about the p95 of the sojourn. */
  after: number;
  /** What happens to the copy that loses: 'everything' (default) calls it off wherever it is. */
  cancels?: Cancels;
  /** Work of the second copy: 'fresh' (default) is another draw of the service law, 'same' is the request's own. */
  work?: 'fresh' | 'same';
}

export interface Hedge {
  readonly name: 'hedge' | 'tied';
  readonly after: number;
  readonly cancels: Cancels;
  readonly work: 'fresh' | 'same';
  /** Whether the other copy is called off as soon as one begins service. */
  readonly tied: boolean;
}

/**
 * A hedged request: when no answer has come after a while, a second copy goes to another queue, and the first answer counts.
 * A fresh draw of work says that slowness is the server's, not the request's; with the same work a hedge only helps against
 * queues. Source: Dean & Barroso, "The tail at scale", 2013. Throws RangeError unless after ≥ 0.
 *
 * @example
 * const system = {
 *   arrivals: simulate.poisson(3),
 *   service: simulate.lognormal({ mean: 1, scv: 4 }),
 *   servers: 10,
 *   routing: simulate.randomRouting(),
 * };
 * const run = (more) =>
 *   simulate.summarize(simulate.simulate({ ...system, ...more }, { seed: 1, requests: 50_000 })).p99.value;
 * run({});
 * run({ hedge: simulate.hedge({ after: 5 }) });
 */
export function hedge({ after, cancels = 'everything', work = 'fresh' }: HedgeOptions): Hedge {
  requireNonNegative('after', after);
  return { name: 'hedge', after, cancels: checkedCancels(cancels), work: checkedWork(work), tied: false };
}

/**
 * Tied requests: two copies go to two queues at once, and the one that begins service first calls the other off. Only the
 * line is entered twice; the work is done once. Source: Dean & Barroso 2013.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(7),
 *     service: simulate.exponential(1),
 *     servers: 10,
 *     routing: simulate.randomRouting(),
 *     hedge: simulate.tied(),
 *   },
 *   { seed: 1, requests: 20_000 },
 * );
 * simulate.summarize(log).meanWait.value;
 */
export function tied({ work = 'same' }: { work?: 'fresh' | 'same' } = {}): Hedge {
  return { name: 'tied', after: 0, cancels: 'everything', work: checkedWork(work), tied: true };
}

const checkedWork = (work: 'fresh' | 'same'): 'fresh' | 'same' => {
  if (work === 'fresh' || work === 'same') return work;
  throw new RangeError(`unknown work: ${String(work)} (one of fresh, same)`);
};
