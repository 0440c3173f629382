/**
 * Index of a choice that beats each one, or null where none does: one whose error is no larger and that is surely
 * faster. Where it cannot be told which of two is faster, neither beats the other, so noise rules nothing out; the
 * unbeaten ones are the Pareto front.
 *
 * @param errors        how wrong each choice is
 * @param surelyFaster  whether the first is known to take less time than the second
 */
export function dominatedBy(
  errors: readonly number[],
  surelyFaster: (first: number, second: number) => boolean,
): (number | null)[] {
  return errors.map((error, index) => {
    const better = errors.findIndex((other, candidate) => other <= error && surelyFaster(candidate, index));
    return better < 0 ? null : better;
  });
}
