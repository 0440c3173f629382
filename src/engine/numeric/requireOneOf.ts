/** Returns `value` when it is one of `choices`; throws RangeError that lists them otherwise. */
export function requireOneOf<Choice extends string>(
  name: string,
  value: Choice,
  choices: readonly Choice[],
): Choice {
  if (choices.includes(value)) return value;
  throw new RangeError(`unknown ${name}: ${String(value)} (one of ${choices.join(', ')})`);
}
