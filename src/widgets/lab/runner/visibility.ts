import type { Interval } from '../../../engine/benchmark/index.ts';

/** Knows when the tab was hidden, on the clock that the workers share (milliseconds since 1970). */
export interface Visibility {
  /** Stretches since watching began; the last one may be open. */
  readonly hidden: () => readonly Interval[];
  /** Resolves at once while the tab is visible, otherwise when it is again. */
  readonly visible: (signal: AbortSignal) => Promise<void>;
  readonly stop: () => void;
}

/** Starts to watch the page's visibility. */
export function watchVisibility(page: Document = document): Visibility {
  const intervals: { from: number; to: number | null }[] = [];
  const now = () => performance.timeOrigin + performance.now();
  const note = () => {
    const last = intervals.at(-1);
    if (page.visibilityState === 'hidden') {
      if (!last || last.to !== null) intervals.push({ from: now(), to: null });
    } else if (last && last.to === null) last.to = now();
  };
  note();
  page.addEventListener('visibilitychange', note);
  return {
    hidden: () => intervals,
    visible: (signal) =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (signal.aborted) reject(signal.reason);
          else if (page.visibilityState === 'visible') resolve();
          else return;
          page.removeEventListener('visibilitychange', check);
          signal.removeEventListener('abort', check);
        };
        page.addEventListener('visibilitychange', check);
        signal.addEventListener('abort', check);
        check();
      }),
    stop: () => page.removeEventListener('visibilitychange', note),
  };
}
