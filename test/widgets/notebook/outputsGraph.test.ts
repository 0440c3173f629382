import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphLayers } from '../../../src/widgets/notebook/outputs/plot/graphLayers.ts';
import { boxHeight, layoutGraph } from '../../../src/widgets/notebook/outputs/plot/layoutGraph.ts';

const name = fc.constantFrom(...'abcdefghijkl');
const graph = fc.record({
  nodes: fc.uniqueArray(name, { minLength: 1 }),
  edges: fc.array(fc.tuple(name, name), { maxLength: 40 }),
});

describe('the columns of a graph', () => {
  it('lead every edge to the right but those that close a cycle', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const layers = graphLayers(nodes, edges);
        const distinct = new Set(edges.map((edge) => edge.join(' ')));
        expect(layers.forward.length + layers.backward.length).toBe(distinct.size);
        for (const [from, to] of layers.forward) {
          expect(layers.column.get(to)).toBeGreaterThan(layers.column.get(from)!);
        }
      }),
    );
  });

  it('lose no edge to the rear where there is no cycle', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const onwards = edges.filter(([from, to]) => from < to);
        expect(graphLayers(nodes, onwards).backward).toEqual([]);
      }),
    );
  });
});

describe('the places of a graph', () => {
  it('lie inside the picture and not on each other, whatever the graph', () => {
    fc.assert(
      fc.property(graph, ({ nodes, edges }) => {
        const { boxes, arrows, width, height } = layoutGraph(nodes, edges, () => 60);
        expect(new Set(boxes.map((box) => box.name))).toEqual(new Set([...nodes, ...edges.flat()]));
        for (const box of boxes) {
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(width);
          expect(box.y - boxHeight / 2).toBeGreaterThanOrEqual(0);
          expect(box.y + boxHeight / 2).toBeLessThanOrEqual(height);
        }
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) {
            const apart = Math.abs(box.x - other.x) >= 60 || Math.abs(box.y - other.y) >= boxHeight;
            expect(apart, `${box.name} ${other.name}`).toBe(true);
          }
        });
        for (const { path } of arrows) expect(path).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });

  it('puts a chain on one line', () => {
    const { boxes } = layoutGraph(
      ['a', 'b', 'c'],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      () => 40,
    );
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  });

  it('are found at once for the largest graph that a cell may draw', () => {
    const nodes = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const edges = Array.from({ length: 400 }, (_, i) => [`n${i % 60}`, `n${(i * 7 + 3) % 60}`] as const);
    expect(layoutGraph(nodes, edges, () => 60).boxes).toHaveLength(60);
  });
});
