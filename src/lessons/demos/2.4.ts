import { queueing, stats } from '../../engine/index.ts';
import type { Cell } from '../components/demo/cell.ts';

export default function releaseComparison({ print, table }: Cell) {
  // Five folds, each scored by both models: compare pair by pair.
  const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
  const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
  const delta = stats.pairedDifference(baseline, candidate);
  print('mean paired delta', delta.mean);
  print('standard error', delta.standardError);
  print(stats.checkTrue(delta.mean > 0, 'mean delta > 0'));
  print(stats.checkClose(delta.mean, 0.022, 1e-8, 'mean paired delta is 0.022'));
  print(stats.checkClose(delta.standardError, 0.002, 1e-8, 'standard error (ddof 1) is 0.002'));

  // A better model is no faster server: the delay follows from the utilization alone.
  const serviceRate = 10;
  const rows = [5, 8, 9, 9.5].map((arrivalRate) => {
    const { utilization, meanSojourn } = queueing.mm1({ arrivalRate, serviceRate });
    return [arrivalRate, utilization, meanSojourn];
  });
  table(['λ (requests/s)', 'ρ', 'W (s)'], rows);
  const half = queueing.mm1({ arrivalRate: 5, serviceRate });
  const most = queueing.mm1({ arrivalRate: 9, serviceRate });
  print(stats.checkClose(most.meanSojourn / half.meanSojourn, 5, 1e-8, 'W at ρ = 0.9 is 5 × W at ρ = 0.5'));
}
