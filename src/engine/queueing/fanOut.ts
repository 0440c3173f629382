import { exp, expm1 } from '../numeric/exp.ts';
import { log, log1p } from '../numeric/log.ts';
import { requireInteger, requirePositive, requireProbability } from '../numeric/require.ts';

/**
 * The tail at scale: a request that needs answers from `branches` independent servers is slow when any of them is,
 * 1 − (1 − p)ⁿ. `branchesFast` turns it round: the share of fast answers that each server needs for the whole to be fast
 * with probability `target`, target^(1/n). Source: Dean & Barroso 2013, The tail at scale.
 *
 * @example
 * const { slowProbability, branchesFast } = queueing.fanOut({ slowProbability: 0.01, branches: 100 });
 * slowProbability;
 * branchesFast(0.99);
 */
export function fanOut(options: { slowProbability: number; branches: number }): {
  slowProbability: number;
  fastProbability: number;
  branchesFast: (target: number) => number;
} {
  const { slowProbability, branches } = options;
  requireProbability('slowProbability', slowProbability);
  requireInteger('branches', branches, 1);
  const logFast = branches * log1p(-slowProbability);
  return {
    slowProbability: -expm1(logFast),
    fastProbability: exp(logFast),
    branchesFast: (target) => exp(log(requireProbability('target', target)) / branches),
  };
}

/**
 * Fork and join: the largest of n independent exponential times with the given mean. Mean H_n·mean with
 * H_n = 1 + 1/2 + … + 1/n, p-quantile −mean·ln(1 − p^(1/n)). No queues: each branch starts at once.
 * Source: Harchol-Balter, Performance Modeling and Design of Computer Systems.
 *
 * @example
 * const join = queueing.forkJoin({ branches: 10, mean: 1 });
 * join.meanSojourn;
 * join.sojournQuantile(0.99);
 */
export function forkJoin(options: { branches: number; mean: number }): {
  meanSojourn: number;
  sojournQuantile: (p: number) => number;
} {
  const { branches, mean } = options;
  requireInteger('branches', branches, 1);
  requirePositive('mean', mean);
  let harmonic = 0;
  for (let k = branches; k >= 1; k--) harmonic += 1 / k;
  return {
    meanSojourn: harmonic * mean,
    // 1 − p^(1/n) without its cancellation
    sojournQuantile: (p) => -mean * log(-expm1(log(requireProbability('p', p)) / branches)),
  };
}
