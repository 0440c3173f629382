import type { Question } from '../components/check/question.ts';

export default [
  {
    id: 'p99-of-200',
    kind: 'single',
    ask: 'A canary answered 200 requests. The slowest took 240 ms, the SLO is p99 ≤ 300 ms. What do you report, with 95 % confidence?',
    options: [
      'Accept: all 200 were within 300 ms',
      'Accept: the p99 of the sample is at most 240 ms',
      'Inconclusive: 200 samples give the p99 no upper bound',
      'Reject: 200 is too few for any statement',
    ],
    right: 2,
    wrong: {
      0: 'With a true p99 above 300 ms, 200 requests would all be within it in up to 13 of 100 canaries.',
      1: 'That is the value of the sample. The rule asks about the law behind it.',
      3: 'Too few for this bound. The sample does bound the median and the p90.',
    },
    because:
      'All 200 samples lie below the true p99 with probability 0.99 to the power of 200, about 13 %. A finite upper bound at 95 % needs 368 samples.',
  },
  {
    id: 'fleet-p95',
    kind: 'multiple',
    ask: 'Eight replicas serve one endpoint. From which of these can you compute the p95 of the endpoint, at least to within a bucket?',
    options: [
      'The eight p95s, averaged',
      'The eight p95s and the traffic of each',
      'Eight histograms with equal bucket bounds',
      'A uniform random sample of all requests, with its interval',
    ],
    right: [2, 3],
    because:
      'Counts add, so equal histograms merge into the histogram of all requests, and a random sample of all requests estimates their p95 directly. A percentile keeps one point of its curve; weights cannot bring back the rest.',
  },
  {
    id: 'infimum',
    kind: 'number',
    ask: 'Eight latencies: 12, 14, 15, 19, 22, 30, 41, 95 ms. What is the p75 as the infimum inf{t : F(t) ≥ 0.75}?',
    unit: 'ms',
    right: 30,
    tolerance: 0.05,
    because:
      'Six of eight latencies are at most 30 ms, so F(30 ms) = 0.75, and before that it is less. Linear interpolation says 32.75 ms, a latency that nobody had.',
  },
  {
    id: 'omission',
    kind: 'single',
    ask: 'A load generator with one connection plans 10 requests/s and waits for each answer. The target stalls for 30 s. How many samples of its record show the stall?',
    options: ['None', 'One', 'About 30', 'About 300'],
    right: 1,
    wrong: {
      0: 'The request that was under way is recorded, with about 30 s.',
      2: 'That would be one a second. It sends nothing until the answer comes.',
      3: 'So many were due, and so many users would have waited. It never sent them.',
    },
    because:
      'The request under way gets its answer after the stall; until then nothing is sent. One sample of 30 s stands for about 300 requests that were due, and no percentile of the record shows it.',
  },
] satisfies readonly Question[];
