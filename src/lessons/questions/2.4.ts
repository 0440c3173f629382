import type { Question } from '../components/check/question.ts';

export default [
  {
    id: 'halved-headroom',
    kind: 'single',
    ask: 'An M/M/1 server runs at ρ = 0.9. Traffic grows until ρ = 0.95. What happens to the mean time in system?',
    options: ['It rises by about 5 %', 'It rises by about half', 'It doubles', 'It becomes infinite'],
    right: 2,
    wrong: {
      0: 'That would be so if latency grew in proportion to load. It grows with 1/(1 − ρ).',
      1: 'The bend is sharper: compare 1/(1 − 0.9) with 1/(1 − 0.95).',
      3: 'Only at ρ = 1. Below it the queue has a steady state, a long one.',
    },
    because:
      'W is proportional to 1/(1 − ρ): 10 service times at 0.9, 20 at 0.95. Half the headroom, twice the latency.',
  },
  {
    id: 'utilization-value',
    kind: 'number',
    ask: 'Four servers, 10 requests/s each, share one queue. 30 requests arrive per second. What is ρ?',
    unit: '',
    right: 0.75,
    tolerance: 0.005,
    because: 'ρ = λ/(cμ) = 30/(4 · 10) = 0.75. It does not depend on how variable the work is.',
  },
  {
    id: 'same-utilization',
    kind: 'multiple',
    ask: 'Utilization is the same as yesterday, mean latency has tripled. Which of these can explain it?',
    options: [
      'Service times became more variable',
      'Arrivals became burstier',
      'Traffic rose and servers were added in the same proportion',
      'One shared queue was replaced by a queue for each server',
    ],
    right: [0, 1, 3],
    because:
      'The wait depends on variability and on pooling as well as on ρ. Scaling λ and c together leaves ρ as it is and shortens the wait, since a larger pool is less often full.',
  },
  {
    id: 'p99',
    kind: 'single',
    ask: 'In an M/M/1 queue, the 99th percentile of the time in system is about 4.6 times …',
    options: ['the mean service time', 'the mean time in system', 'the mean wait', 'the median service time'],
    right: 1,
    wrong: {
      0: 'A common slip: at ρ = 0.8 it is 23 times the mean service time.',
      2: 'The wait is only part of the time in system, and a part of requests do not wait at all.',
      3: 'The time in system depends on ρ; the median service time does not.',
    },
    because:
      'The time in system of M/M/1 is exponential with mean W, and the 99th percentile of an exponential law is ln 100 ≈ 4.6 times its mean.',
  },
] satisfies readonly Question[];
