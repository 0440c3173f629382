/**
 * How a number moves: the one path that sliders, number fields, draggable lines and crosshairs share, so that
 * a drag and an arrow key reach the same values. Pure, `(value, intent) → value`; no browser needed.
 *
 *     const intent = intentOfKey(event);            // ArrowRight + Shift → { type: 'nudge', … size: 'fine' }
 *     if (intent) onChange(adjust(value, intent, { min: 0, max: 1, step: 0.01, scale: 'linear' }));
 */
export interface Adjustable {
  readonly min: number;
  readonly max: number;
  /** One arrow key on a linear scale; a log scale moves by 5 % instead. */
  readonly step: number;
  readonly scale: 'linear' | 'log';
  /** Only whole numbers. */
  readonly whole?: boolean;
  /** If given, only these values (increasing) can be reached. */
  readonly stops?: ArrayLike<number>;
}

export type StepSize = 'fine' | 'normal' | 'coarse';

export type Intent =
  | { readonly type: 'set'; readonly value: number }
  | { readonly type: 'nudge'; readonly direction: 1 | -1; readonly size: StepSize }
  | { readonly type: 'page'; readonly direction: 1 | -1 }
  | { readonly type: 'edge'; readonly edge: 'min' | 'max' };

/** One log step: 5 %, as the declaration of a parameter promises. */
const logStep = 1.05;

export function adjust(value: number, intent: Intent, to: Adjustable): number {
  if (to.stops && to.stops.length > 0) return adjustAmongStops(value, intent, to, to.stops);
  switch (intent.type) {
    case 'set':
      return snap(intent.value, 'normal', to);
    case 'nudge':
      return nudge(value, intent.direction, intent.size, to);
    case 'page':
      return page(value, intent.direction, to);
    case 'edge':
      return intent.edge === 'min' ? to.min : to.max;
  }
}

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
}

/** What a key means to an adjustable number; undefined for keys that are not its business. */
export function intentOfKey(press: KeyPress): Intent | undefined {
  if (press.ctrlKey || press.metaKey) return undefined;
  const size: StepSize = press.shiftKey ? 'fine' : press.altKey ? 'coarse' : 'normal';
  switch (press.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return { type: 'nudge', direction: 1, size };
    case 'ArrowLeft':
    case 'ArrowDown':
      return { type: 'nudge', direction: -1, size };
    case 'PageUp':
      return { type: 'page', direction: 1 };
    case 'PageDown':
      return { type: 'page', direction: -1 };
    case 'Home':
      return { type: 'edge', edge: 'min' };
    case 'End':
      return { type: 'edge', edge: 'max' };
    default:
      return undefined;
  }
}

function nudge(value: number, direction: 1 | -1, size: StepSize, to: Adjustable): number {
  const factor = size === 'fine' ? 0.1 : size === 'coarse' ? 10 : 1;
  if (to.scale === 'log' && value > 0) {
    const moved = snap(value * logStep ** (direction * factor), size, to);
    // A small whole number would stick where 5 % of it round back to where it began.
    return moved === value && to.whole ? clamp(value + direction, to) : moved;
  }
  const grid = gridOf(size, to);
  if (size === 'coarse') return snap(value + direction * grid * factor, size, to);
  // The next multiple of the step, so that a finely set 8.05 moves to 8.1 and not on to 8.15 for ever.
  const lines = value / grid;
  const next = direction > 0 ? Math.floor(lines + 1e-6) + 1 : Math.ceil(lines - 1e-6) - 1;
  return clamp(clean(next * grid), to);
}

function page(value: number, direction: 1 | -1, to: Adjustable): number {
  const moved =
    to.scale === 'log'
      ? value * (to.max / to.min) ** (direction / 10)
      : value + (direction * (to.max - to.min)) / 10;
  const snapped = snap(moved, 'normal', to);
  return snapped === value ? nudge(value, direction, 'normal', to) : snapped;
}

/** Rounds to what the step size can express. A bound is reached as it is, though it may lie between two steps. */
function snap(value: number, size: StepSize, to: Adjustable): number {
  if (!(value > to.min && value < to.max)) return clamp(value, to);
  if (to.scale === 'log' && !to.whole) return clamp(Number(value.toPrecision(size === 'fine' ? 4 : 3)), to);
  const grid = to.scale === 'log' ? 1 : gridOf(size, to);
  return clamp(clean(Math.round(value / grid) * grid), to);
}

function gridOf(size: StepSize, to: Adjustable): number {
  const grid = size === 'fine' ? to.step / 10 : to.step;
  return to.whole ? Math.max(1, Math.round(grid)) : grid;
}

/** 0.30000000000000004 → 0.3 */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

function clamp(value: number, to: Adjustable): number {
  return Math.min(to.max, Math.max(to.min, value));
}

function adjustAmongStops(value: number, intent: Intent, to: Adjustable, stops: ArrayLike<number>): number {
  const last = stops.length - 1;
  const index = nearestStop(intent.type === 'set' ? intent.value : value, stops);
  const target = {
    set: () => index,
    nudge: () =>
      intent.type === 'nudge' ? index + intent.direction * (intent.size === 'coarse' ? 10 : 1) : index,
    page: () =>
      intent.type === 'page' ? index + intent.direction * Math.max(1, Math.round(last / 10)) : index,
    edge: () => (intent.type === 'edge' && intent.edge === 'min' ? 0 : last),
  }[intent.type]();
  return clamp(stops[Math.min(last, Math.max(0, target))] ?? value, to);
}

/** Index of the stop closest to a value; stops increase. */
export function nearestStop(value: number, stops: ArrayLike<number>): number {
  let low = 0;
  let high = stops.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((stops[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  const below = Math.abs(value - (stops[low] ?? 0));
  const above = Math.abs((stops[high] ?? 0) - value);
  return above < below ? high : low;
}
