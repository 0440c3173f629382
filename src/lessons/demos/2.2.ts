import { record, stats } from '../../engine/index.ts';
import type { Cell } from '../components/demo/cell.ts';

export default function lineageAndPercentile({ print, table, graph }: Cell) {
  // A number is worth as much as the trail behind it: what was made from what?
  const trail = record.lineage([
    ['raw', 'clean'],
    ['clean', 'features'],
    ['features', 'model'],
    ['model', 'endpoint'],
  ]);
  graph({ title: 'What the endpoint was made from', nodes: trail.nodes, edges: trail.edges });
  print('nodes', trail.nodes.length, ' edges', trail.edges.length);
  print('made from the features:', trail.downstreamOf('features').join(', '));
  print(stats.checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1'));
  print(stats.checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features'));

  // One sample, one p95, several definitions: say which one you mean.
  const latencies = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
  const infimum = stats.quantile(latencies, 0.95, 'inverted_cdf');
  const interpolated = stats.quantile(latencies, 0.95, 'linear');
  table(
    ['definition of p95', 'ms'],
    [
      ['inf{t : F(t) ≥ 0.95}', infimum],
      ['linear interpolation', interpolated],
    ],
  );
  const within = latencies.filter((latency) => latency <= infimum);
  const share = within.length / latencies.length;
  print(stats.checkTrue(share >= 0.95, 'F(p95) ≥ 0.95 at the infimum'));
}
