export type Edge = readonly [from: string, to: string];

/** A graph without cycles, its nodes in columns; every edge of `forward` leads to a column further right. */
export interface Layers {
  /** All nodes, those that only an edge names too. */
  readonly nodes: readonly string[];
  /** Column of each node. */
  readonly column: ReadonlyMap<string, number>;
  readonly forward: readonly Edge[];
  /** Edges that close a cycle, those from a node to itself among them. */
  readonly backward: readonly Edge[];
}

/** Each node stands one column after the last of those that lead to it; edges that close a cycle do not count. */
export function graphLayers(named: readonly string[], given: readonly Edge[]): Layers {
  const edges = [...new Map(given.map((edge) => [JSON.stringify(edge), edge])).values()];
  const nodes = [...new Set([...named, ...edges.flat()])];
  const after = new Map(nodes.map((node) => [node, [] as string[]]));
  for (const [from, to] of edges) after.get(from)?.push(to);

  const closing = closingEdges(nodes, after);
  const isClosing = ([from, to]: Edge) => closing.has(JSON.stringify([from, to]));
  const forward = edges.filter((edge) => !isClosing(edge));
  const column = new Map(nodes.map((node) => [node, 0]));
  // The longest way to a node has fewer steps than there are nodes, so this ends.
  for (let moved = true; moved; ) {
    moved = false;
    for (const [from, to] of forward) {
      const next = (column.get(from) ?? 0) + 1;
      if (next <= (column.get(to) ?? 0)) continue;
      column.set(to, next);
      moved = true;
    }
  }
  return { nodes, column, forward, backward: edges.filter(isClosing) };
}

/** Edges that lead back to a node on the way by which they were reached. */
function closingEdges(nodes: readonly string[], after: ReadonlyMap<string, readonly string[]>) {
  const closing = new Set<string>();
  const done = new Set<string>();
  const onWay = new Set<string>();
  const visit = (node: string) => {
    onWay.add(node);
    for (const next of after.get(node) ?? []) {
      if (onWay.has(next)) closing.add(JSON.stringify([node, next]));
      else if (!done.has(next)) visit(next);
    }
    onWay.delete(node);
    done.add(node);
  };
  for (const node of nodes) if (!done.has(node)) visit(node);
  return closing;
}
