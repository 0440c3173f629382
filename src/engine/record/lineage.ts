/** A graph of what was made from what. */
export interface Lineage {
  /** In an order in which every node follows what it was made from. */
  nodes: string[];
  edges: [from: string, to: string][];
  /** Was `node` made, directly or through others, from `source`? A node is not downstream of itself. */
  isDownstream(node: string, source: string): boolean;
  /** Everything made from `source`, in the order of `nodes`. */
  downstreamOf(source: string): string[];
  /** Everything that `node` was made from, in the order of `nodes`. */
  upstreamOf(node: string): string[];
}

/**
 * Lineage from edges [from, to], such as ['raw', 'clean'].
 * Throws RangeError for a cycle (nothing is made from itself) and, in the queries, for an unknown node.
 *
 * @example
 * const made = record.lineage([
 *   ['raw', 'clean'],
 *   ['clean', 'features'],
 *   ['features', 'model'],
 * ]);
 * made.isDownstream('model', 'clean');
 * made.upstreamOf('features');
 */
export function lineage(edges: readonly (readonly [from: string, to: string])[]): Lineage {
  const names = new Set(edges.flat());
  const nodes = ordered([...names], edges);
  const reach = (start: string, from: 0 | 1): string[] => {
    if (!names.has(start)) throw new RangeError(`unknown node: ${start} (one of ${nodes.join(', ')})`);
    const found = new Set<string>();
    const frontier = [start];
    for (let node = frontier.pop(); node !== undefined; node = frontier.pop()) {
      for (const edge of edges) {
        const next = edge[1 - from];
        if (edge[from] !== node || next === undefined || found.has(next)) continue;
        found.add(next);
        frontier.push(next);
      }
    }
    return nodes.filter((node) => found.has(node));
  };
  return {
    nodes,
    edges: edges.map(([from, to]) => [from, to]),
    isDownstream(node, source) {
      reach(node, 1); // names the unknown node, if it is one
      return reach(source, 0).includes(node);
    },
    downstreamOf: (source) => reach(source, 0),
    upstreamOf: (node) => reach(node, 1),
  };
}

/** Topological order (Kahn 1962). */
const ordered = (names: string[], edges: readonly (readonly [string, string])[]): string[] => {
  const result: string[] = [];
  let left = names;
  while (left.length > 0) {
    const ready = left.filter((node) => !edges.some(([from, to]) => to === node && !result.includes(from)));
    if (ready.length === 0)
      throw new RangeError(`edges must hold no cycle, got one through ${left.join(', ')}`);
    result.push(...ready);
    left = left.filter((node) => !ready.includes(node));
  }
  return result;
};
