import { batchMeans, mean, quantile } from '../stats/index.ts';
import { calibrationDrift } from './drift.ts';
import { effectiveSamples } from './effectiveSamples.ts';
import type { GateResult } from './gate.ts';
import { estimateQuantile } from './quantileEstimate.ts';
import type { ColdParts, Report } from './report.ts';
import { keptSamples, type RunChart } from './runChart.ts';
import type { StopReason } from './stopping.ts';
import type { WarmUp } from './warmUp.ts';

/** What a finished run hands over. */
export interface Finished {
  readonly chart: RunChart;
  readonly warmUp: WarmUp;
  readonly batch: number;
  readonly innerRuns: number;
  readonly stop: StopReason;
  readonly cold: ColdParts;
  readonly gateBefore: GateResult;
  readonly gateAfter: GateResult;
}

/**
 * The report of a run, from its raw times.
 *
 * @throws RangeError when no sample was kept
 */
export function buildReport(run: Finished): Report {
  const samples = keptSamples(run.chart.blocks);
  if (samples.length === 0)
    throw new RangeError(
      'No sample was kept: every block was discarded. Keep the tab in view and run again.',
    );
  const effective = effectiveSamples(samples);
  const at = (p: number) => estimateQuantile(samples, p, effective);
  const meanEstimate = estimateMean(samples);
  const calibrations = run.chart.blocks.map((block) => [
    ...block.calibrationBefore,
    ...block.calibrationAfter,
  ]);
  return {
    samples: samples.length,
    innerRuns: run.innerRuns,
    effectiveSamples: effective,
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    p99: at(0.99),
    mean: meanEstimate,
    throughput: inverse(meanEstimate, 1000 * run.batch),
    outliers: countOutliers(samples),
    discardedBlocks: run.chart.blocks.filter((block) => block.discarded !== null).length,
    drift: calibrationDrift(calibrations),
    stop: run.stop,
    warmUp: {
      kind: run.warmUp.kind,
      shape: run.warmUp.kind === 'steady' ? run.warmUp.shape : null,
      durationMs: run.chart.warmUp.at(-1)?.endMs ?? 0,
    },
    cold: run.cold,
    gateBefore: run.gateBefore,
    gateAfter: run.gateAfter,
  };
}

/** Half-width of p50's 95 % interval as a share of p50, or null when it has none yet. */
export function relativeHalfWidth(samples: readonly number[]): number | null {
  const { value, lower, upper } = estimateQuantile(samples, 0.5, effectiveSamples(samples));
  return lower === null || upper === null ? null : (upper - lower) / 2 / value;
}

const estimateMean = (samples: readonly number[]): Report['mean'] => {
  if (samples.length < 40) return { value: mean(samples), lower: null, upper: null };
  const { lower, upper } = batchMeans(samples, { batches: 20, confidence: 0.95 });
  return { value: mean(samples), lower, upper };
};

const inverse = ({ value, lower, upper }: Report['mean'], numerator: number): Report['throughput'] => ({
  value: numerator / value,
  lower: upper === null ? null : numerator / upper,
  upper: lower === null || lower <= 0 ? null : numerator / lower,
});

const countOutliers = (samples: readonly number[]): number => {
  const [low, high] = [quantile(samples, 0.25), quantile(samples, 0.75)];
  return samples.filter((sample) => sample > high + 3 * (high - low)).length;
};
