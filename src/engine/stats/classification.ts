import { at } from '../numeric/at.ts';
import { log, log1p } from '../numeric/log.ts';
import { requireInteger, requireProbability } from '../numeric/require.ts';
import { sum } from '../numeric/sum.ts';
import { mean } from './description.ts';
import { midranks } from './ranks.ts';

/**
 * Mean squared distance between stated probability and what happened (0 or 1): 0 is perfect, 0.25 is always saying ½.
 * Throws RangeError for unequal lengths, probabilities outside [0, 1] or labels other than 0 and 1, as all calls here.
 *
 * @example
 * stats.brierScore([0.9, 0.8, 0.4, 0.3], [1, 1, 0, 0]);
 */
export function brierScore(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  return mean(pairs(probabilities, labels).map(({ p, y }) => (p - y) * (p - y)));
}

/**
 * Mean of −ln(probability given to what happened), in nats. One confident mistake (p = 0 for what happened) makes it
 * Infinity; `clip` ε keeps p within [ε, 1 − ε], and then decides the result: state it. No clip by default.
 *
 * @example
 * stats.logLoss([0.9, 0.8, 0.4, 0.3], [1, 1, 0, 0]);
 */
export function logLoss(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  { clip = 0 }: { clip?: number } = {},
): number {
  return mean(
    pairs(probabilities, labels).map(({ p, y }) => {
      const kept = Math.min(1 - clip, Math.max(clip, p));
      return y === 1 ? -log(kept) : -log1p(-kept);
    }),
  );
}

/**
 * Expected calibration error: the mean over equal bins of |share of positives − mean probability|, weighted by the bins'
 * counts. Bins are closed on the right, (0, 0.2], (0.2, 0.4], …, and 0 goes to the first. It depends on the number of bins.
 *
 * @example
 * stats.calibrationError([0.9, 0.8, 0.4, 0.3], [1, 1, 0, 0]);
 */
export function calibrationError(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  { bins = 10 }: { bins?: number } = {},
): number {
  requireInteger('bins', bins, 1);
  const all = pairs(probabilities, labels);
  const gaps = new Float64Array(bins);
  for (const { p, y } of all) {
    let bin = Math.max(0, Math.ceil(p * bins) - 1);
    if (p <= bin / bins && bin > 0) bin--; // p·bins may round up across an edge
    gaps[bin] = at(gaps, bin) + (y - p);
  }
  return sum(gaps.map(Math.abs)) / all.length;
}

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting half (Mann–Whitney's
 * U/(n₁n₀)). NaN when one class is missing. Scores may be any numbers.
 *
 * @example
 * stats.rocAuc([0.9, 0.8, 0.4, 0.3], [1, 0, 1, 0]);
 */
export function rocAuc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  requireLabels(scores, labels);
  const { ranks } = midranks(scores, 'scores');
  const positives = ranks.filter((_, i) => labels[i] === 1);
  const [n, m] = [positives.length, labels.length - positives.length];
  return n === 0 || m === 0 ? Number.NaN : (sum(positives) - (n * (n + 1)) / 2) / (n * m);
}

/**
 * Average precision Σ (recallₖ − recallₖ₋₁)·precisionₖ over falling thresholds, equal scores taken together: the area under
 * the precision–recall curve without interpolation. NaN without positives.
 *
 * @example
 * stats.averagePrecision([0.9, 0.8, 0.4, 0.3], [1, 0, 1, 0]);
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  requireLabels(scores, labels);
  const order = Array.from(scores, (score, i) => ({ score, y: at(labels, i) })).sort(
    (a, b) => b.score - a.score,
  );
  const positives = order.filter(({ y }) => y === 1).length;
  let [found, total, area] = [0, 0, 0];
  while (total < order.length) {
    const before = found;
    const threshold = order[total]?.score;
    while (total < order.length && order[total]?.score === threshold) found += order[total++]?.y ?? 0;
    area += ((found - before) * found) / total;
  }
  return positives === 0 ? Number.NaN : area / positives;
}

const pairs = (probabilities: ArrayLike<number>, labels: ArrayLike<number>): { p: number; y: number }[] => {
  requireLabels(probabilities, labels);
  return Array.from(probabilities, (p, i) => ({
    p: requireProbability(`probabilities[${i}]`, p),
    y: at(labels, i),
  }));
};

const requireLabels = (scores: ArrayLike<number>, labels: ArrayLike<number>): void => {
  if (scores.length !== labels.length || scores.length === 0)
    throw new RangeError(`each score needs a label, got ${scores.length} scores and ${labels.length} labels`);
  for (let i = 0; i < labels.length; i++)
    if (labels[i] !== 0 && labels[i] !== 1)
      throw new RangeError(`labels[${i}] must be 0 or 1, got ${labels[i]}`);
};
