import type { Timeline } from './defineWidget.ts';

/** A time on the timeline: the nearest one when it lies beyond an end. */
export function withinTimeline({ start, end }: Timeline, time: number): number {
  return Math.min(end, Math.max(start, time));
}

/** The stop after (or before) a time; without declared stops, a hundredth of the span. */
export function nextStop(timeline: Timeline, time: number, direction: 1 | -1): number {
  const { stops, start, end } = timeline;
  if (!stops) return withinTimeline(timeline, time + (direction * (end - start)) / 100);
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const stop = stops[middle] ?? end;
    if (direction === 1 ? stop <= time : stop < time) low = middle + 1;
    else high = middle;
  }
  return (direction === 1 ? stops[low] : stops[low - 1]) ?? (direction === 1 ? end : start);
}
