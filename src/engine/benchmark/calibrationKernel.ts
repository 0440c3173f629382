/**
 * A fixed piece of arithmetic (a logistic map, iterated) that owes nothing to the model or its runtime. It is
 * timed before and after every block: when its time moves, the machine changed, not the model.
 *
 * @returns a number that depends on every round, so that no compiler drops the loop
 */
export function calibrationKernel(rounds = 500_000): number {
  let value = 0.37;
  for (let round = 0; round < rounds; round++) value = 3.99 * value * (1 - value);
  return value;
}
