import { type Adjustable, adjust, type StepSize } from '../controls/adjust.ts';

/**
 * A curve drawn over fixed columns, as a reducer: pointer and keyboard send intents, no browser needed.
 * A value that was not drawn yet is undefined.
 */
export interface Drawing {
  readonly values: readonly (number | undefined)[];
  /** The column that the keyboard is at. */
  readonly column: number;
}

export type DrawIntent =
  /** The pen touches down. */
  | { readonly type: 'touch'; readonly column: number; readonly value: number }
  /** The pen has moved from one column to another; the columns between are filled along the stroke. */
  | { readonly type: 'stroke'; readonly from: DrawnPoint; readonly to: DrawnPoint }
  | { readonly type: 'move'; readonly direction: 1 | -1 }
  | { readonly type: 'edge'; readonly edge: 'first' | 'last' }
  | { readonly type: 'raise'; readonly direction: 1 | -1; readonly size: StepSize };

export interface DrawnPoint {
  readonly column: number;
  readonly value: number;
}

export function draw(drawing: Drawing, intent: DrawIntent, scale: Adjustable): Drawing {
  const { values, column } = drawing;
  const last = values.length - 1;
  switch (intent.type) {
    case 'touch':
      return set(drawing, intent.column, intent.column, () => intent.value, scale);
    case 'stroke': {
      const { from, to } = intent;
      const span = to.column - from.column;
      const along = (at: number) =>
        span === 0 ? to.value : from.value + ((at - from.column) / span) * (to.value - from.value);
      return set(drawing, from.column, to.column, along, scale);
    }
    case 'move': {
      const next = Math.min(last, Math.max(0, column + intent.direction));
      // Walking on carries the line along, so that the keyboard draws as a pen does.
      const carried = values.map((value, index) => (index === next ? (value ?? values[column]) : value));
      return { values: carried, column: next };
    }
    case 'edge':
      return { values, column: intent.edge === 'first' ? 0 : last };
    case 'raise': {
      const from = values[column] ?? scale.min;
      const value = adjust(from, { type: 'nudge', direction: intent.direction, size: intent.size }, scale);
      return { values: values.map((old, index) => (index === column ? value : old)), column };
    }
  }
}

function set(
  drawing: Drawing,
  from: number,
  to: number,
  along: (column: number) => number,
  scale: Adjustable,
): Drawing {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const values = drawing.values.map((old, column) =>
    column < low || column > high ? old : adjust(0, { type: 'set', value: along(column) }, scale),
  );
  return { values, column: to };
}
