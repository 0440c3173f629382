import { normEpsilon } from '../reference/layerNorm.ts';
import type { Graph } from './graph.ts';

/** Adds a layer norm over the last axis, and gives its name. */
export function normNodes(graph: Graph, name: string, scale: Float32Array, x: string): string {
  return graph.node('LayerNormalization', [x, graph.floatConstant(`${name}.scale`, [scale.length], scale)], {
    attributes: { axis: -1, epsilon: { float: normEpsilon } },
  });
}
