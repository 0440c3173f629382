import type { Fault } from '../frame/defineWidget.ts';
import type { parameters } from './parameters.ts';

/** Each opens the view in which it can be seen. */
export const faults: readonly Fault<typeof parameters>[] = [
  {
    id: 'stall',
    title: 'The target stalls under a load test',
    signal:
      'the two curves of the recording view: the generator that waits leaves out the requests it never sent',
    patch: () => ({ view: 'recording', stall: 30 }),
  },
  {
    id: 'gc-pauses',
    title: 'Garbage collection pauses hit 8 % of requests',
    signal: 'a second step in the distribution, far to the right; the median does not move',
    patch: () => ({ view: 'distribution', slowShare: 0.08, slowMean: 600 }),
  },
  {
    id: 'slow-replica',
    title: 'One of eight replicas is twelve times as slow',
    signal: 'the p95 of all requests together; the average of the replicas’ p95s hides a part of it',
    patch: () => ({ view: 'replicas', replicas: 8, slowestFactor: 12 }),
  },
  {
    id: 'few-samples',
    title: 'Only 50 samples',
    signal: 'the interval: it has no upper end, and the verdict is inconclusive',
    patch: () => ({ view: 'distribution', samples: 50 }),
  },
  {
    id: 'heavy-tail',
    title: 'The tail grows heavier beyond the p95',
    signal: 'the p99 and the mean; the p95 rule still passes',
    patch: () => ({ view: 'distribution', tailShare: 0.04, tailShape: 1.1 }),
  },
];
