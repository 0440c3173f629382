import type { Question } from '../components/check/question.ts';

export default [
  {
    id: 'derive-latency',
    kind: 'number',
    ask: 'A service has no latency histogram. Its gauge shows 48 requests in flight on average, its counter 120 requests per second. What is the mean time in system?',
    unit: 'ms',
    right: 400,
    tolerance: 1,
    because:
      'W = L/λ = 48/120 s. The gauge and the counter must stand at the same boundary; then no tracing is needed for the mean. The law says nothing about percentiles.',
  },
  {
    id: 'conditions',
    kind: 'multiple',
    ask: 'What does Little’s law need, on a window of your log?',
    options: [
      'Poisson arrivals',
      'First come, first served',
      'The same requests counted in all three averages',
      'Edges that are counted, or small because the system is stable and the window long',
    ],
    right: [2, 3],
    because:
      'The proof counts one area two ways. Arrivals may be bursty and requests may overtake each other: bars change places, their total does not. But a request counted on one side only breaks it, and so does time that the window cuts off unless it is counted or negligible.',
  },
  {
    id: 'pool',
    kind: 'single',
    ask: 'Requests hold a connection for 2 s. 30 of them arrive per second at a pool of 50 connections that queues when it is full. What happens?',
    options: [
      'The pool copes: 50 is more than 30',
      'At most 25 requests per second get through, and the queue in front of the pool grows',
      'Each request holds its connection for a shorter time, so that L stays at 50',
      'Throughput is 30 per second and every request waits a little',
    ],
    right: 1,
    wrong: {
      0: 'It compares a rate with a number. λW is the number: 30 times 2 s needs 60 connections.',
      2: 'The hold time is set by the work behind the connection. L is capped, W is given, so λ through the pool gives way.',
      3: 'That would need 60 connections in use at a time.',
    },
    because:
      'Around the pool L cannot exceed 50 and W is 2 s, so no more than 50/2 s = 25 requests per second pass. The other five per second wait in front, and the queue grows without bound.',
  },
  {
    id: 'gap-sign',
    kind: 'single',
    ask: 'Over a long window of a stable service, λ̄·W̄ is a third larger than L̄. Which cause fits?',
    options: [
      'The histogram leaves out requests that are still in flight',
      'The counter stands in front of a limiter that rejects a quarter of all attempts',
      'The gauge includes a proxy’s queue that the timer does not see',
      'Service times have become more variable',
    ],
    right: 1,
    wrong: {
      0: 'That makes λ̄·W̄ too small, and over a long window of a stable service it hardly matters.',
      2: 'Then L̄ would be the larger one.',
      3: 'Variability moves L̄ and W̄ together. The identity knows no distribution.',
    },
    because:
      'If a quarter of the attempts are rejected, the counter shows four for every three that enter: λ̄, and with it λ̄·W̄, is a third too large, while L̄ and W̄ know only those inside.',
  },
] as const satisfies readonly Question[];
