/** One way to do the same work: how wrong it is and how long it takes. */
export interface Tradeoff {
  readonly error: number;
  /** 95 % interval of its time; a bound that is not known is null. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Index of a choice that beats each one, or null where none does: one whose error is no larger and whose interval
 * of time lies wholly below. Intervals that overlap decide nothing, so noise dominates nobody; the undominated
 * ones are the Pareto front.
 */
export function dominatedBy(choices: readonly Tradeoff[]): (number | null)[] {
  return choices.map(({ error, lower }) => {
    if (lower === null) return null;
    const better = choices.findIndex(
      (other) => other.upper !== null && other.upper < lower && other.error <= error,
    );
    return better < 0 ? null : better;
  });
}
