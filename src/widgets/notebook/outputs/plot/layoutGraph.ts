import { spread } from '../../../chart/spread.ts';
import { type Edge, graphLayers } from './graphLayers.ts';

/** A graph with places in px: boxes by their middle, edges as lines through points. */
export interface GraphLayout {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The edge closes a cycle: it runs back below the graph. */
  readonly back: boolean;
  readonly path: string;
}

export const boxHeight = 34;
const columnGap = 46;
const rowGap = 48;
const edge = 2;
/** Room below the graph for edges that lead back. */
const backRoom = 40;
const tip = 5;

/** Something in a column: a node, or the place where a long edge passes. */
interface Slot {
  readonly width: number;
  readonly column: number;
  y: number;
}

/** Lays nodes in columns from left to right; long edges pass between the nodes on their way. */
export function layoutGraph(
  names: readonly string[],
  edges: readonly Edge[],
  widthOf: (name: string) => number,
): GraphLayout {
  const { nodes, column, forward, backward } = graphLayers(names, edges);
  const slotOf = new Map(
    nodes.map((name): [string, Slot] => [
      name,
      { width: widthOf(name), column: column.get(name) ?? 0, y: 0 },
    ]),
  );
  const routes = forward.flatMap(([from, to]) => {
    const [start, end] = [slotOf.get(from), slotOf.get(to)];
    if (!start || !end) return [];
    const between = Array.from(
      { length: end.column - start.column - 1 },
      (_, i): Slot => ({ width: 0, column: start.column + 1 + i, y: 0 }),
    );
    return [{ from, to, stops: [start, ...between, end] }];
  });
  const slots = [...new Set([...slotOf.values(), ...routes.flatMap(({ stops }) => stops)])];
  placeRows(
    slots,
    routes.map(({ stops }) => stops),
  );

  const lefts = columnLefts(slots);
  const middle = (slot: Slot) => {
    const place = lefts[slot.column];
    return place ? place.left + place.width / 2 : 0;
  };
  const boxes = nodes.flatMap((name): Box[] => {
    const slot = slotOf.get(name);
    return slot ? [{ name, x: middle(slot), y: slot.y, width: slot.width }] : [];
  });
  const boxOf = new Map(boxes.map((box) => [box.name, box]));
  const last = lefts.at(-1);
  const bottom = Math.max(...boxes.map(({ y }) => y)) + boxHeight / 2 + edge;
  const lowest = Math.max(...slots.map(({ y }) => y)) + edge;
  const forwards = routes.map(({ from, to, stops }) => ({
    from,
    to,
    back: false,
    path: through(stops, lefts),
  }));
  const backwards = backward.flatMap(([from, to]): Arrow[] => {
    const [start, end] = [boxOf.get(from), boxOf.get(to)];
    return start && end ? [{ from, to, back: true, path: around(start, end, bottom) }] : [];
  });
  return {
    boxes,
    arrows: [...forwards, ...backwards],
    width: (last ? last.left + last.width : 0) + edge,
    height: Math.max(bottom, lowest) + (backwards.length > 0 ? backRoom : 0),
  };
}

/** Heights: each slot as near as the others of its column allow to the middle of those that it is joined to. */
function placeRows(slots: readonly Slot[], routes: readonly (readonly Slot[])[]) {
  const columns: Slot[][] = [];
  for (const slot of slots) {
    const inColumn = columns[slot.column] ?? [];
    columns[slot.column] = inColumn;
    slot.y = inColumn.push(slot) * rowGap;
  }
  const before = new Map<Slot, Slot[]>();
  const after = new Map<Slot, Slot[]>();
  const join = (map: Map<Slot, Slot[]>, one: Slot, other: Slot) =>
    map.set(one, [...(map.get(one) ?? []), other]);
  for (const stops of routes) {
    stops.forEach((slot, i) => {
      const next = stops[i + 1];
      if (!next) return;
      join(after, slot, next);
      join(before, next, slot);
    });
  }
  const settle = (inColumn: readonly Slot[], joined: Map<Slot, Slot[]>) => {
    const wishes = inColumn.map((slot) => mean(joined.get(slot)?.map(({ y }) => y) ?? [slot.y]));
    const places = spread(wishes, rowGap, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    inColumn.forEach((slot, i) => {
      slot.y = places[i] ?? slot.y;
    });
  };
  for (let round = 0; round < 3; round += 1) {
    for (const inColumn of columns) settle(inColumn, before);
    for (const inColumn of [...columns].reverse()) settle(inColumn, after);
  }
  for (const inColumn of columns) settle(inColumn, before);
  const top = Math.min(...slots.map(({ y }) => y));
  for (const slot of slots) slot.y += edge + boxHeight / 2 - top;
}

interface Column {
  readonly left: number;
  readonly width: number;
}

function columnLefts(slots: readonly Slot[]): readonly Column[] {
  const widths: number[] = [];
  for (const { column, width } of slots) widths[column] = Math.max(widths[column] ?? 0, width);
  let left = edge;
  return widths.map((width) => {
    const column = { left, width };
    left += width + columnGap;
    return column;
  });
}

/** From the right side of the first stop to the left side of the last, level through the columns between. */
function through(stops: readonly Slot[], columns: readonly Column[]): string {
  const side = (slot: Slot, sign: 1 | -1) => {
    const place = columns[slot.column] ?? { left: 0, width: 0 };
    // A place to pass takes its column's whole width, a node its own.
    const width = slot.width || place.width;
    return place.left + place.width / 2 + (sign * width) / 2;
  };
  const parts = stops.flatMap((slot, i) => {
    const next = stops[i + 1];
    if (!next) return [];
    const [x0, x1] = [side(slot, 1), side(next, -1)];
    const bend = (x0 + x1) / 2;
    const curve = `C${bend} ${slot.y} ${bend} ${next.y} ${x1} ${next.y}`;
    return i === 0 ? [`M${x0} ${slot.y}${curve}`] : [`H${x0}${curve}`];
  });
  const end = stops.at(-1);
  if (!end) return '';
  const [x, y] = [side(end, -1), end.y];
  return `${parts.join('')}M${x - tip} ${y - tip}L${x} ${y}L${x - tip} ${y + tip}`;
}

/** Back below the graph, from the lower side of one box to that of another; a node's edge to itself is a small loop. */
function around(start: Box, end: Box, bottom: number): string {
  const apart = start === end ? start.width / 4 : 0;
  const [x0, x1] = [start.x + apart + 6, end.x - apart - 6];
  const [y0, y1] = [start.y + boxHeight / 2, end.y + boxHeight / 2];
  const low = start === end ? y0 + 32 : bottom + backRoom;
  return `M${x0} ${y0}C${x0} ${low} ${x1} ${low} ${x1} ${y1}M${x1 - tip} ${y1 + tip}L${x1} ${y1}L${x1 + tip} ${y1 + tip}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
