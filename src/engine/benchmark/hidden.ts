/** A stretch of time, in milliseconds of one clock; an open end means "until now". */
export interface Interval {
  readonly from: number;
  readonly to: number | null;
}

/** Whether a block ran, even for a moment, while the tab was hidden: browsers slow hidden tabs down. */
export function touchesHidden(block: Interval, hidden: readonly Interval[]): boolean {
  const end = block.to ?? Number.POSITIVE_INFINITY;
  return hidden.some(({ from, to }) => from <= end && (to ?? Number.POSITIVE_INFINITY) >= block.from);
}
