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
      const seen = (candidate: number, looks: number): boolean => {
        for (let i = 0; i < looks; i++) if (drawn[i] === candidate) return true;
        return false;
      };
      const shorterOfTwo = (): number => {
        const { load, count } = view;
        const first = stream.integer(count);
        let second = stream.integer(count);
        while (second === first) second = stream.integer(count);
        // which is shorter is a coin toss that no predictor guesses
        return first + (second - first) * Number((load[second] ?? 0) < (load[first] ?? 0));
      };
      return () => {
        const { load, count } = view;
        if (d === 2 && count > 1) return shorterOfTwo();
        const looks = d < count ? d : count;
        let chosen = 0;
        let least = Infinity;
        for (let i = 0; i < looks; i++) {
          let candidate = stream.integer(count);
          while (seen(candidate, i)) candidate = stream.integer(count);
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
