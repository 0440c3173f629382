/** A bar at its place on a category axis. */
export interface PlacedBar {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Share of a name's place that its bars fill together. */
const filled = 0.7;

/** One list of bars a series; a group's bars stand side by side round the group's place. */
export function placeBars(
  groups: number,
  series: readonly { readonly values: readonly number[] }[],
): readonly (readonly PlacedBar[])[] {
  const wide = filled / series.length;
  return series.map(({ values }, index) =>
    values.slice(0, groups).map((value, group) => ({
      from: group - filled / 2 + index * wide,
      to: group - filled / 2 + (index + 1) * wide,
      value,
    })),
  );
}
