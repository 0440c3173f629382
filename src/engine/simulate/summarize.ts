import { requireFraction, requireInteger } from '../numeric/require.ts';
import { studentQuantile } from '../numeric/studentT.ts';
import type { Estimate } from '../stats/interval.ts';
import type { Log } from './log.ts';
import { logBatches } from './logBatches.ts';
import type { Measures, Summary } from './measures.ts';
import type { Tally } from './tally.ts';

export interface SummarizeOptions {
  /** 0.95 by default. */
  confidence?: number;
  /** Stretches into which a full log is cut, 20 by default, and fewer when they would hold less than ten requests. */
  batches?: number;
  /** Sojourns up to this, in seconds, count as goodput; all of them by default. A tally has its own. */
  deadline?: number;
}

/**
 * Long-run measures of a run with confidence intervals, the warm-up left out.
 *
 * Successive requests are alike, so n of them are worth far fewer independent ones, and s/√n would be much too narrow. The
 * run is cut into batches long enough to be nearly independent, and each measure's interval is value ± t·s/√batches, where
 * s² = Σ(batch − value)²/(batches − 1) is taken around the whole run's value (sectioning, Asmussen & Glynn 2007, §III.5).
 * For a mean this is batch means; for a quantile the centre has the bias of the long sample, not of the short batches, and
 * the batches' own bias widens the interval instead of shifting it. Order statistics would need the effective sample size,
 * which is what batching finds out.
 *
 * Covers about as stated when a batch is many relaxation times long, E[S]/(1 − √ρ)² for one server, and too rarely when it
 * is not. With too few requests for two batches the bounds are ±Infinity.
 *
 * Waits, sojourns and their quantiles are those of answered requests; the rates, utilization and numbers are averages over
 * time, from the first counted arrival to the last (or to the horizon).
 *
 * @example
 * const log = simulate.simulate(
 *   { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
 *   { seed: 1, requests: 50_000 },
 * );
 * const { meanSojourn, p95, utilization } = simulate.summarize(log);
 * meanSojourn;
 * p95;
 * utilization;
 */
export function summarize(run: Log | Tally, options: SummarizeOptions = {}): Summary {
  const { confidence = 0.95, batches = 20, deadline = Infinity } = options;
  requireFraction('confidence', confidence);
  requireInteger('batches', batches, 2);
  const parts = 'batches' in run ? run : logBatches(run, batches, deadline);
  return {
    ...estimates(parts.total, parts.batches, confidence),
    requests: parts.counted,
    confidence,
    batches: parts.batches.length,
  };
}

const estimates = (total: Measures, batches: readonly Measures[], confidence: number) => {
  const one = (name: keyof Measures): Estimate =>
    sectioned(
      total[name],
      batches.map((b) => b[name]),
      confidence,
    );
  return {
    meanWait: one('meanWait'),
    meanSojourn: one('meanSojourn'),
    meanService: one('meanService'),
    p50: one('p50'),
    p95: one('p95'),
    p99: one('p99'),
    waitProbability: one('waitProbability'),
    lossProbability: one('lossProbability'),
    arrivalRate: one('arrivalRate'),
    throughput: one('throughput'),
    goodput: one('goodput'),
    utilization: one('utilization'),
    meanNumber: one('meanNumber'),
    meanQueue: one('meanQueue'),
  };
};

const sectioned = (value: number, batches: readonly number[], confidence: number): Estimate => {
  const known = batches.filter((batch) => Number.isFinite(batch));
  const count = known.length;
  if (count < 2) return { value, lower: -Infinity, upper: Infinity };
  const squares = known.reduce((sum, batch) => sum + (batch - value) * (batch - value), 0);
  const error = Math.sqrt(squares / (count - 1) / count);
  const half = error === 0 ? 0 : studentQuantile(1 - (1 - confidence) / 2, count - 1) * error;
  return { value, lower: value - half, upper: value + half };
};
