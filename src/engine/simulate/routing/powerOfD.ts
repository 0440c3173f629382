import { requireInteger } from '../../numeric/require.ts';
import { type Router, refreshOf, type StaleOptions } from './router.ts';

/**
 * Looks at d different queues drawn at random and joins the shortest of them, the first drawn of equal ones. Two choices
 * already shorten the longest queue from log n/log log n to log log n (Mitzenmacher 2001; Vvedenskaya et al. 1996).
 * Throws RangeError unless d is an integer ≥ 1; with fewer than d queues it looks at all of them.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(90),
 *     service: simulate.exponential(1),
 *     servers: 100,
 *     routing: simulate.powerOfD({ d: 2 }),
 *   },
 *   { seed: 1, requests: 100_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.powerOfD({ arrivalRate: 0.9, serviceRate: 1, choices: 2 }).meanSojourn; // infinitely many servers
 */
export function powerOfD({ d = 2, ...stale }: { d?: number } & StaleOptions = {}): Router {
  requireInteger('d', d, 1);
  const refresh = refreshOf(stale);
  return {
    name: 'powerOfD',
    parameters: { d, refresh },
    needs: 'load',
    refresh,
    start(view, stream) {
      const drawn = new Int32Array(d);
      const another = (seen: number, count: number): number => {
        for (;;) {
          const candidate = stream.integer(count);
          let fresh = true;
          for (let i = 0; i < seen; i++) if (drawn[i] === candidate) fresh = false;
          if (fresh) return candidate;
        }
      };
      return () => {
        const { load, count } = view;
        const looks = d < count ? d : count;
        let chosen = 0;
        let least = Infinity;
        for (let i = 0; i < looks; i++) {
          const candidate = another(i, count);
          drawn[i] = candidate;
          const inside = load[candidate] ?? 0;
          if (inside < least) {
            least = inside;
            chosen = candidate;
          }
        }
        return chosen;
      };
    },
  };
}
