import type { Counts } from '../log.ts';

export const noCounts = (): Counts => ({
  attempts: 0,
  retries: 0,
  hedges: 0,
  cancelled: 0,
  wasted: 0,
  rejected: 0,
  dropped: 0,
  failed: 0,
  timedOut: 0,
  refused: 0,
  cacheHits: 0,
  batches: 0,
  events: 0,
});
