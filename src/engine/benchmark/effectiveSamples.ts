import { mean } from '../stats/index.ts';

/**
 * How many independent values carry as much information about the mean as this series does: n / τ with
 * τ = 1 + 2·Σ ρₖ, the sum running over Geyer's initial positive sequence (1992). At most n, at least 1.
 *
 * @param values  samples in the order in which they were taken
 */
export function effectiveSamples(values: readonly number[]): number {
  const size = values.length;
  if (size < 4) return size;
  const centre = mean(values);
  const deviations = Float64Array.from(values, (value) => value - centre);
  const covariance = (lag: number): number => {
    let sum = 0;
    for (let index = lag; index < size; index++)
      sum += (deviations[index] ?? 0) * (deviations[index - lag] ?? 0);
    return sum / size;
  };
  const variance = covariance(0);
  if (!(variance > 0)) return size;

  let timeScale = -1;
  const furthest = Math.min(size - 2, 1000);
  for (let lag = 0; lag <= furthest; lag += 2) {
    const pair = (covariance(lag) + covariance(lag + 1)) / variance;
    if (pair <= 0) break;
    timeScale += 2 * pair;
  }
  return Math.min(size, Math.max(1, Math.floor(size / Math.max(1, timeScale))));
}
