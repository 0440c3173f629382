import { requireInteger, requireNonNegative } from '../../numeric/require.ts';
import type { Batching } from './batching.ts';

/**
 * Dynamic batching: an idle server takes up to `maxSize` requests as soon as so many wait, or as soon as the oldest has
 * waited `timeout` seconds; with timeout 0 it takes whoever is there. How long a batch takes is the service law's: an
 * `affineBatch` takes a + b·n seconds, of any other law a batch takes as long as its longest request.
 * Under a discipline other than first come first served the timeout of those left behind starts anew with each batch.
 * Throws RangeError unless maxSize is an integer ≥ 1 and timeout ≥ 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(5),
 *     service: simulate.affineBatch({ fixed: 0.6, perItem: 0.1 }),
 *     batching: simulate.dynamicBatching({ maxSize: 8 }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.dynamicBatching({ arrivalRate: 5, fixed: 0.6, perItem: 0.1, maxBatch: 8 }).meanSojourn;
 */
export function dynamicBatching({ maxSize, timeout = 0 }: { maxSize: number; timeout?: number }): Batching {
  requireInteger('maxSize', maxSize, 1);
  requireNonNegative('timeout', timeout);
  return { name: 'dynamicBatching', parameters: { maxSize, timeout }, maxSize, timeout };
}
